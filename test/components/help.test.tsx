// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import { HelpApp } from '../../components/help/HelpApp.tsx'
import { failureCodes } from '../../lib/domain/failure.ts'
import { FakeBackend } from './fake-backend.ts'
import { expectAccessible, screen, settled, show } from './show.tsx'

const open = (hash = ''): void => {
  location.hash = hash
  show(<HelpApp />, new FakeBackend())
}

describe('help', () => {
  afterEach(() => {
    location.hash = ''
  })

  test('has an anchor for each failure', async () => {
    open()
    for (const code of failureCodes) expect(document.getElementById(code)?.tagName).toBe('ARTICLE')
    expect(document.querySelectorAll('.here')).toHaveLength(0)
    await expectAccessible()
  })

  test('goes on at the failure that was asked for', async () => {
    open('#home-too-old')
    await settled()
    expect(document.activeElement?.closest('article')?.id).toBe('home-too-old')
    location.hash = '#link-gone'
    window.dispatchEvent(new HashChangeEvent('hashchange'))
    await settled()
    expect(document.activeElement?.closest('article')?.id).toBe('link-gone')
    expect(document.querySelectorAll('.here')).toHaveLength(1)
  })

  test('shows names of settings as they are', () => {
    open()
    expect(screen.getAllByText('trusted_domains').every(({ tagName }) => tagName === 'CODE')).toBe(true)
    expect(document.body.textContent).not.toContain('`')
  })

  test('is not moved by an address that names nothing', async () => {
    open('#nothing')
    await settled()
    expect(document.activeElement).toBe(document.body)
  })
})
