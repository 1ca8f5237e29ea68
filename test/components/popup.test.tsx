// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { account, FakeBackend, pending } from './fake-backend.ts'
import { expectAccessible, fireEvent, press, screen, settled, show, waitFor, within } from './show.tsx'

describe('popup', () => {
  test('without an account explains itself and leads to the options', async () => {
    const backend = new FakeBackend()
    show(<PopupApp />, backend)
    expect(screen.getByText(/Connect your Nextcloud or ownCloud/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Connect my cloud' }))
    expect(backend.opened).toEqual(['options'])
    expect(screen.queryByLabelText('Paste a share link')).toBeNull()
    await expectAccessible()
  })

  test('while the first login is under way says so', async () => {
    const login = {
      base: 'https://home.example',
      loginUrl: 'https://home.example/login/v2/flow/x',
      deadline: Date.now() + 600_000,
    }
    show(<PopupApp />, new FakeBackend({ login }))
    expect(screen.getByRole('status').textContent).toContain('log in to home.example')
    expect(screen.getByRole('link', { name: 'Open the login page again' }).getAttribute('href')).toBe(login.loginUrl)
    await expectAccessible()
  })

  test('shows only tabs that work, the inbox chosen', async () => {
    show(<PopupApp />, new FakeBackend({ accounts: [account()] }))
    const tabs = within(screen.getByRole('tablist')).getAllByRole('tab')
    expect(tabs.map((tab) => tab.textContent)).toEqual(expect.arrayContaining(['Inbox', 'Mounted']))
    expect(screen.getByRole('tab', { name: 'Inbox' }).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('tabpanel', { name: 'Inbox' })).toBeTruthy()
    await expectAccessible()
  })

  test('paints what is stored before anything was asked, then refreshes once', async () => {
    const backend = new FakeBackend({ accounts: [account()], pending: [pending()], checkedAt: Date.now() - 120_000 })
    backend.answers['ui/refresh'] = () => new Promise(() => undefined)
    show(<PopupApp />, backend)
    expect(screen.getByText('Holiday photos')).toBeTruthy()
    await settled()
    expect(screen.getByText('Checking…')).toBeTruthy()
    expect(backend.requests('ui/refresh')).toHaveLength(1)
    await expectAccessible()
  })

  test('says when it last checked, and checks again on demand', async () => {
    const backend = new FakeBackend({ accounts: [account()], checkedAt: Date.now() - 125_000 })
    show(<PopupApp />, backend)
    await settled()
    expect(screen.getByText('Checked 2 minutes ago')).toBeTruthy()
    expect(screen.getByText('No shares are waiting.')).toBeTruthy()
    let answer = (): void => undefined
    backend.answers['ui/refresh'] = () => new Promise<void>((resolve) => (answer = resolve))
    await press('Check now')
    expect(screen.getByText('Checking…').getAttribute('role')).toBe('status')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Check now' }))
    expect(backend.requests('ui/refresh')).toHaveLength(2)
    answer()
    await settled()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Check now' }))
  })

  test.each([
    ['signed-out', 'You are signed out of home.example'],
    ['needs-permission', 'Homeward may not contact home.example'],
    ['offline', 'home.example does not answer'],
    ['maintenance', 'home.example is in maintenance'],
  ] as const)('tells about an account that is %s', async (state, words) => {
    show(<PopupApp />, new FakeBackend({ accounts: [account({ state })], pending: [pending()] }))
    expect(screen.getByText(words)).toBeTruthy()
    expect(screen.getByText('Holiday photos')).toBeTruthy()
    await expectAccessible()
  })

  test('signs in again with one click, and asks for a lost permission in the click', async () => {
    const accounts = [
      account({ state: 'signed-out' }),
      account({ id: 'a2', state: 'needs-permission', isDefault: false }),
    ]
    const backend = new FakeBackend({ accounts })
    backend.answers['ui/sign-in-again'] = () => ({
      ok: true,
      value: { next: 'password', base: 'https://home.example' },
    })
    show(<PopupApp />, backend)
    fireEvent.click(screen.getByRole('button', { name: 'Sign in again' }))
    expect(backend.requestedOrigins).toEqual([['https://home.example']])
    await waitFor(() => expect(backend.requests('ui/sign-in-again')).toEqual([{ accountId: 'a1' }]))
    fireEvent.click(screen.getByRole('button', { name: 'Allow access' }))
    expect(backend.requestedOrigins).toHaveLength(2)
    await waitFor(() => expect(backend.requests('ui/refresh')).toHaveLength(2))
    // Its server has no login page of its own.
    expect(backend.opened).toEqual(['options for a1'])
  })

  test('an account that failed for another reason says why, with the words of its server quoted', async () => {
    const failure = { code: 'server-error', detail: 'SQLSTATE[HY000]' } as const
    show(<PopupApp />, new FakeBackend({ accounts: [account({ failure })] }))
    expect(screen.getByText('The server had an error')).toBeTruthy()
    expect(screen.getByText('SQLSTATE[HY000]').tagName).toBe('BLOCKQUOTE')
    await expectAccessible()
  })

  test('offers the button on share pages until it is allowed or dismissed', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    backend.allSites = false
    const { unmount } = show(<PopupApp />, backend)
    await settled()
    await expectAccessible()
    fireEvent.click(screen.getByRole('button', { name: 'Show the button' }))
    await waitFor(() => expect(screen.queryByText('Show the button on share pages?')).toBeNull())
    unmount()

    backend.allSites = false
    const again = show(<PopupApp />, backend)
    await settled()
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('Show the button on share pages?')).toBeNull()
    again.unmount()
    show(<PopupApp />, backend)
    await settled()
    expect(screen.queryByText('Show the button on share pages?')).toBeNull()
  })
})
