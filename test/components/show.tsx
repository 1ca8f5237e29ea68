import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import axe from 'axe-core'
import type { ComponentChild } from 'preact'
import { afterEach, expect } from 'vitest'
import { BackendContext, TextContext } from '../../components/context.ts'
import { OptionsApp } from '../../components/OptionsApp.tsx'
import type { Installation, View } from '../../lib/protocol.ts'
import { FakeBackend, installation } from './fake-backend.ts'
import { translate } from './translate.ts'

export { installation } from './fake-backend.ts'
export { fireEvent, screen, waitFor, within } from '@testing-library/preact'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

/** Renders a page as the entrypoints do. */
export function show(page: ComponentChild, backend: FakeBackend, t = translate) {
  document.documentElement.lang = t('language')
  document.title = 'Homeward'
  return render(
    <BackendContext.Provider value={backend}>
      <TextContext.Provider value={t}>{page}</TextContext.Provider>
    </BackendContext.Provider>,
  )
}

/** The options page over a stored view. */
export function options(view: Partial<View> = {}, installed: Partial<Installation> = {}): FakeBackend {
  const backend = new FakeBackend(view)
  show(<OptionsApp installation={{ ...installation, ...installed }} />, backend)
  return backend
}

/** Presses a button as a keyboard does: with the focus on it. */
export async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
  await settled()
}

/** Lets promises and effects of the page run. */
export async function settled(): Promise<void> {
  // More than once: an effect may start what ends in another effect.
  for (let turn = 0; turn < 3; turn++) await act(() => new Promise<void>((resolve) => setTimeout(resolve, 3)))
}

/** Changes what is stored, as the background would. */
export const change = (backend: FakeBackend, view: Parameters<FakeBackend['change']>[0]): void => {
  void act(() => backend.change(view))
}

/** happy-dom has no layout: contrast is checked in the e2e suite. */
const withoutContrast: axe.RunOptions = { rules: { 'color-contrast': { enabled: false } } }

export async function expectAccessible(): Promise<void> {
  await settled()
  const { violations } = await axe.run(document, withoutContrast)
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}
