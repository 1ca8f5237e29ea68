// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { failure } from '../../lib/domain/failure.ts'
import {
  click,
  control,
  job,
  layOver,
  mounted,
  page,
  passwordField,
  ripen,
  root,
  settle,
  startCard,
} from './harness.ts'

const accounts = [
  { id: 'a1', label: 'Alice@home.example.org', isDefault: true },
  { id: 'a2', label: 'Work\u202E@work.example.org', isDefault: false },
]
const several = { connected: true, several: true }

let card: Awaited<ReturnType<typeof startCard>>

async function start(...given: Parameters<typeof startCard>): Promise<void> {
  card = await startCard({ 'page/hello': [several], 'page/accounts': [accounts], ...given[0] }, given[1], given[2])
  ripen()
}

const mounts = () => card.sent.filter(({ call }) => call === 'page/mount').map(({ request }) => request)
const names = () => Array.from(root().querySelectorAll('.choice'), (choice) => choice.getAttribute('aria-label'))

beforeEach(() => layOver())
afterEach(() => card.stop())

describe('the choice of accounts', () => {
  test('is not there for one account', async () => {
    await start({ 'page/hello': [{ connected: true, several: false }] })
    expect(control('Choose the account')).toBeNull()
  })

  test('learns the accounts when it is opened, not before, and forgets them when it is closed', async () => {
    await start()
    expect(card.calls()).toEqual(['page/hello'])
    expect(control('Choose the account')?.getAttribute('aria-expanded')).toBe('false')
    await click('Choose the account')
    expect(card.calls()).toEqual(['page/hello', 'page/accounts'])
    expect(control('Choose the account')?.getAttribute('aria-expanded')).toBe('true')
    expect(names()).toEqual(['Alice@home.example.org', 'Work\ufffd@work.example.org'])
    expect(root().activeElement).toBe(control('Alice@home.example.org'))
    // What is text can be found by the page (Chromium's `window.find`), in a closed shadow root too.
    expect(root().textContent).not.toContain('home.example.org')
    await click('Choose the account')
    expect(names()).toEqual([])
  })

  test('opens for a person only', async () => {
    await start()
    await click('Choose the account', { trusted: false })
    expect(card.calls()).toEqual(['page/hello'])
  })

  test('mounts into the chosen account, also when tried again', async () => {
    const failed = { do: 'show', job: job({ state: 'failed', failure: failure('home-unreachable') }) }
    await start({ 'page/mount': [failed, { do: 'show', job: mounted }] })
    await click('Choose the account')
    await click('Work\ufffd@work.example.org')
    await click('Try again')
    expect(mounts()).toEqual([
      { page, accountId: 'a2' },
      { page, accountId: 'a2' },
    ])
    expect(control('Choose the account')).toBeNull()
  })

  test('goes back to the default when the chosen account is gone', async () => {
    await start({
      'page/mount': [
        { do: 'refuse', failure: failure('not-connected') },
        { do: 'show', job: mounted },
      ],
    })
    await click('Choose the account')
    await click('Alice@home.example.org')
    await click('Try again')
    expect(mounts()).toEqual([{ page, accountId: 'a1' }, { page }])
  })

  test('closes with Escape and gives the focus back', async () => {
    await start()
    await click('Choose the account')
    root().activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(names()).toEqual([])
    expect(root().activeElement).toBe(control('Choose the account'))
  })

  test('takes the password along, and asks for it first', async () => {
    await start({ 'page/mount': [{ do: 'show', job: mounted }] }, { ...page, needsPassword: true })
    await click('Choose the account')
    await click('Alice@home.example.org')
    expect(mounts()).toEqual([])
    const field = passwordField()
    if (field) field.value = 'Correct-horse-9'
    await click('Alice@home.example.org')
    expect(mounts()).toMatchObject([{ password: 'Correct-horse-9', accountId: 'a1' }])
  })

  test('shows nothing that comes after it was closed', async () => {
    let tell: (labels: typeof accounts) => void = () => {}
    const later = new Promise<typeof accounts>((resolve) => (tell = resolve))
    await start({ 'page/accounts': [later] })
    await click('Choose the account')
    await click('Choose the account')
    tell(accounts)
    await settle()
    expect(names()).toEqual([])
  })
})
