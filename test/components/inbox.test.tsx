// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import type { Result } from '../../lib/domain/result.ts'
import type { PendingShareView } from '../../lib/protocol.ts'
import { account, FakeBackend, pending } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, screen, settled, show, waitFor, within } from './show.tsx'

const openUrl = 'https://home.example/index.php/apps/files/?dir=%2FHoliday%20photos'

function inbox(...shares: PendingShareView[]): FakeBackend {
  const backend = new FakeBackend({ accounts: [account()], pending: shares })
  show(<PopupApp />, backend)
  return backend
}

const rows = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Pending shares' })).getAllByRole('listitem')
const row = (name: string): HTMLElement => {
  const found = rows().find((one) => one.textContent?.includes(name))
  if (!found) throw new Error(`no row "${name}"`)
  return found
}
const press = (name: string, button: string): void => {
  const found = within(row(name)).getByRole('button', { name: button })
  found.focus()
  fireEvent.click(found)
}
const two = [pending(), pending({ id: '8', name: 'Minutes' })]

describe('a pending share', () => {
  test('says what, from whom, from which server in full, and since when', async () => {
    inbox(pending({ insecure: true, remote: 'http://a.very.long.host.of.a.university.example:8443/cloud' }))
    const text = rows()[0]?.textContent
    expect(text).toContain('Holiday photos')
    expect(text).toContain('Grace Hopper')
    expect(text).toContain('http://a.very.long.host.of.a.university.example:8443/cloud')
    expect(text).toContain('Not encrypted (http)')
    const time = screen.getByText('2 hours ago')
    expect(time.getAttribute('title')).toMatch(/\d{4}/)
    await expectAccessible()
  })

  test('names of strangers can neither reorder nor fake the text around them', () => {
    inbox(pending({ name: 'photo\u202Egnp.exe', owner: '<img src=x>' }))
    const name = screen.getByText('photo\ufffdgnp.exe')
    expect(name.tagName).toBe('BDI')
    expect(screen.getByText('<img src=x>').children).toHaveLength(0)
  })

  test('equal buttons are told apart by the share they describe', () => {
    inbox(...two)
    const described = screen.getAllByRole('button', { name: 'Accept' }).map((button) => {
      return document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent
    })
    expect(described).toEqual(['Holiday photos', 'Minutes'])
  })

  test('stands under the account it is for when there are several', async () => {
    const accounts = [account(), account({ id: 'a2', host: 'work.example', displayName: 'A. L.', isDefault: false })]
    const backend = new FakeBackend({ accounts, pending: [pending({ accountId: 'a2' }), pending({ id: '8' })] })
    show(<PopupApp />, backend)
    const names = screen
      .getAllByRole('list', { name: /^Pending shares/ })
      .map((list) => list.getAttribute('aria-labelledby'))
    const heads = names.map((ids) => ids?.split(' ').map((id) => document.getElementById(id)?.textContent))
    expect(heads).toEqual([
      ['Pending shares', 'Ada Lovelace home.example'],
      ['Pending shares', 'A. L. work.example'],
    ])
    await expectAccessible()
    change(backend, { accounts: [account()], pending: [pending()] })
    expect(rows()[0]?.textContent).not.toContain('home.example')
  })
})

describe('accepting', () => {
  test('shows progress at once, once, and then the way to the share, in the same place', async () => {
    const backend = inbox(...two)
    let answer = (_: Result<{ openUrl: string }>): void => undefined
    backend.answers['ui/accept'] = () => new Promise((resolve) => (answer = resolve))
    press('Holiday photos', 'Accept')
    expect(row('Holiday photos').textContent).toContain('Accepting…')
    expect(within(row('Holiday photos')).queryByRole('button')).toBeNull()
    await expectAccessible()

    change(backend, { pending: two.slice(1) })
    expect(rows()[0]?.textContent).toContain('Accepting…')
    answer({ ok: true, value: { openUrl } })
    await settled()
    const link = within(rows()[0] as HTMLElement).getByRole('link', { name: 'Open in my cloud' })
    expect(link.getAttribute('href')).toBe(openUrl)
    expect(screen.getAllByRole('status').some((one) => one.textContent === 'Holiday photos is in your cloud')).toBe(
      true,
    )
    expect(backend.requests('ui/accept')).toEqual([{ accountId: 'a1', shareId: '7' }])
    await expectAccessible()

    press('Holiday photos', 'Dismiss')
    expect(rows()).toHaveLength(1)
  })

  test('that fails says why and lets the user press again', async () => {
    const backend = inbox(pending())
    backend.answers['ui/accept'] = () => ({ ok: false, failure: { code: 'home-unreachable', detail: 'ECONNREFUSED' } })
    press('Holiday photos', 'Accept')
    await settled()
    expect(row('Holiday photos').textContent).toContain('Your cloud does not answer')
    expect(row('Holiday photos').textContent).toContain('ECONNREFUSED')
    await expectAccessible()

    backend.answers['ui/accept'] = () => ({ ok: true, value: { openUrl } })
    press('Holiday photos', 'Accept')
    await settled()
    expect(row('Holiday photos').textContent).not.toContain('Your cloud does not answer')
    expect(screen.getByRole('link', { name: 'Open in my cloud' })).toBeTruthy()
  })

  test('of a background that died is an ordinary failure', async () => {
    const backend = inbox(pending())
    backend.answers['ui/accept'] = () => Promise.reject(new Error('message port closed'))
    press('Holiday photos', 'Accept')
    await settled()
    expect(screen.getByText('This was interrupted')).toBeTruthy()
  })

  test('goes on where another popup began it', async () => {
    inbox(pending({ answer: 'accepting' }))
    expect(row('Holiday photos').textContent).toContain('Accepting…')
    await expectAccessible()
  })

  test('that failed while no popup was open says so', async () => {
    inbox(pending({ failure: { code: 'name-taken' } }))
    expect(screen.getByText('There is already something with this name')).toBeTruthy()
    await expectAccessible()
  })
})

describe('declining', () => {
  test('can be undone, with the focus on Undo', async () => {
    const backend = inbox(...two)
    backend.answers['ui/decline'] = () =>
      backend.change({ pending: [pending({ answer: 'declining' }), ...two.slice(1)] })
    backend.answers['ui/undo-decline'] = () => backend.change({ pending: two })
    press('Holiday photos', 'Decline')
    await settled()
    expect(row('Holiday photos').textContent).toContain('Declined.')
    expect(document.activeElement?.textContent).toBe('Undo')
    await expectAccessible()

    press('Holiday photos', 'Undo')
    await settled()
    expect(backend.requests('ui/undo-decline')).toEqual([{ accountId: 'a1', shareId: '7' }])
    expect(within(row('Holiday photos')).getByRole('button', { name: 'Accept' })).toBe(document.activeElement)
  })

  test('for good moves the focus to the next share, and after the last to the heading', async () => {
    const backend = inbox(...two)
    press('Holiday photos', 'Decline')
    change(backend, { pending: two.slice(1) })
    await settled()
    expect(row('Minutes').contains(document.activeElement)).toBe(true)
    change(backend, { pending: [] })
    await settled()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Pending shares' }))
  })

  test('does not pull the focus back from where the user went on', async () => {
    const backend = inbox(...two)
    press('Holiday photos', 'Decline')
    screen.getByLabelText('Paste a share link').focus()
    change(backend, { pending: two.slice(1) })
    await settled()
    expect(document.activeElement).toBe(screen.getByLabelText('Paste a share link'))
  })
})

test('500 shares: the first screen at once, all of them soon', { timeout: 30_000 }, async () => {
  inbox(...Array.from({ length: 500 }, (_, n) => pending({ id: `${n}`, name: `Share ${n}` })))
  expect(rows().length).toBeLessThan(60)
  expect(screen.getByText('500')).toBeTruthy()
  await waitFor(() => expect(document.querySelectorAll('[data-row]')).toHaveLength(500), { timeout: 25_000 })
  expect(screen.getByText('Share 499')).toBeTruthy()
})
