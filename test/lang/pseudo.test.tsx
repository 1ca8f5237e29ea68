// @vitest-environment happy-dom
import type { ComponentChild } from 'preact'
import { cleanup, fireEvent } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { pseudoMessages } from '../../lib/build/pseudo.ts'
import { OptionsApp } from '../../components/OptionsApp.tsx'
import { PopupApp } from '../../components/PopupApp.tsx'
import { SharesApp } from '../../components/SharesApp.tsx'
import { createCard } from '../../components/share-page/card.ts'
import type { CardState } from '../../components/share-page/card-state.ts'
import { WelcomeApp } from '../../components/welcome/WelcomeApp.tsx'
import { failure, failureCodes } from '../../lib/domain/failure.ts'
import { FakeBackend } from '../components/fake-backend.ts'
import { installation, settled, show } from '../components/show.tsx'
import { translatorOf } from '../components/translate.ts'
import { english } from './languages.ts'
import { scenes, type Scene } from './scenes.ts'
import { untranslated } from './spoken.ts'

const t = translatorOf(pseudoMessages(english, 'ltr'))

// What a page saves goes nowhere here.
vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:zz', revokeObjectURL: () => undefined }))

const pages: Record<Scene['page'], () => ComponentChild> = {
  popup: () => <PopupApp />,
  options: () => <OptionsApp installation={installation} />,
  welcome: () => <WelcomeApp installation={{ ...installation, isPinned: async () => false }} />,
  shares: () => <SharesApp create={false} />,
  'share something': () => <SharesApp create />,
}

const pressable = 'button, summary, [role=tab], input[type=checkbox], form'

/** What each thing is called that can be pressed: things of one name do the same. */
const things = (): string[] =>
  [...document.querySelectorAll(pressable)].map(
    (one) => `${one.localName} ${one.getAttribute('aria-label') ?? (one.localName === 'form' ? '' : one.textContent)}`,
  )

/** Opens a page and presses one thing after the other; a form is sent. Says what can be pressed then. */
async function walk(scene: Scene, path: string[]): Promise<Set<string>> {
  cleanup()
  localStorage.clear()
  const backend = new FakeBackend()
  scene.prepare(backend)
  show(pages[scene.page](), backend, t)
  await settled()
  for (const name of path) {
    for (const field of scene.types === undefined
      ? []
      : document.querySelectorAll('input:not([type=checkbox], [type=file])')) {
      fireEvent.input(field, { target: { value: scene.types } })
    }
    const target = document.querySelectorAll(pressable)[things().indexOf(name)]
    if (!target) continue
    if (target.localName === 'form') fireEvent.submit(target)
    else fireEvent.click(target)
    await settled()
  }
  expect(untranslated(document.body), [scene.name, ...path].join(' > ')).toEqual([])
  return new Set(things())
}

describe('nothing on the screen is hard-coded', () => {
  test.each(scenes)('$page: $name', async (scene) => {
    const atFirst = await walk(scene, [])
    expect(atFirst.size).toBeGreaterThan(0)
    for (const first of scene.still ? [] : atFirst) {
      // What comes up by pressing it is pressed, too.
      for (const second of await walk(scene, [first])) if (!atFirst.has(second)) await walk(scene, [first, second])
    }
  })

  const base = 'https://zzremote.zz'
  const states: CardState[] = [
    { kind: 'ready' },
    { kind: 'connect', opened: false },
    { kind: 'connect', opened: true },
    { kind: 'working', step: 'asking', signIn: true },
    { kind: 'working', step: 'waiting' },
    { kind: 'working', step: 'accepting' },
    { kind: 'password' },
    { kind: 'password', failure: failure('password-wrong') },
    { kind: 'done', already: false, ownerNotTold: true, name: 'zzphotos', openUrl: base },
    { kind: 'done', already: true, openUrl: base },
    { kind: 'opened', host: 'zzremote.zz' },
    { kind: 'outdated' },
    ...failureCodes.map((code): CardState => ({ kind: 'failed', failure: failure(code, 'zzdetail'), again: true })),
    ...failureCodes.map((code): CardState => ({ kind: 'unmountable', failure: failure(code) })),
  ]

  test('share page: the card', () => {
    const card = createCard(t, 'nextcloud', 'open', { add: () => {}, hide: () => {}, accounts: async () => [] })
    for (const state of states) {
      card.show(state)
      const root = document.querySelector('homeward-card')?.shadowRoot
      expect(root ? untranslated(root) : ['no card'], JSON.stringify(state)).toEqual([])
    }
    card.remove()
  })
})

test('this test sees what is hard-coded', () => {
  const page = new DOMParser().parseFromString(
    `
    <p>Hello</p><p>⟦Ĥéļļö⟧ zzada <b>⟦öñ ⟦zz⟧ ~⟧</b></p><img alt="A picture"><button aria-label="Close">×</button>
    <time title="21 November">2 minutes ago</time><input placeholder="⟦Šéàŕçĥ ~⟧" title="Search">`,
    'text/html',
  )
  expect(untranslated(page.body)).toEqual(['<p> Hello', '<img> A picture', '<button> Close', '<input> Search'])
})
