// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { OptionsApp } from '../../components/OptionsApp.tsx'
import { account, FakeBackend } from './fake-backend.ts'
import { expectAccessible, installation, options, press, screen, settled, show, within } from './show.tsx'

describe('accounts', () => {
  const items = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Accounts' })).getAllByRole('listitem')

  test.each([
    ['ready', 'Connected'],
    ['signed-out', 'Signed out: your cloud no longer accepts the login'],
    ['needs-permission', 'Your browser does not let Homeward contact this server'],
    ['offline', 'Not reachable right now; Homeward tries again by itself'],
    ['maintenance', 'In maintenance; Homeward tries again by itself'],
  ] as const)('tell in words that one is %s', async (state, words) => {
    options({ accounts: [account({ state })] })
    const text = items()[0]?.textContent
    for (const fact of ['Ada Lovelace', 'ada@home.example', 'home.example', words]) expect(text).toContain(fact)
    await expectAccessible()
  })

  test('sign out, and say what to do when the app password could not be deleted', async () => {
    const backend = options({ accounts: [account()] })
    backend.answers['ui/sign-out'] = () => {
      backend.change({ accounts: [] })
      return { appPassword: 'not-revoked' }
    }
    await press('Sign out')
    expect(backend.requests('ui/sign-out')).toEqual([{ accountId: 'a1' }])
    const words = screen.getByText(/its app password may still work/).closest('[role=status]')
    expect(words?.textContent).toContain('delete Homeward’s entry')
    expect(screen.getByRole('link', { name: 'Open your cloud' }).getAttribute('href')).toBe('https://home.example')
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Accounts' }))
    await expectAccessible()
  })

  test('sign out and be done when it was deleted', async () => {
    const backend = options({ accounts: [account()] })
    backend.answers['ui/sign-out'] = () => ({ appPassword: 'revoked' })
    await press('Sign out')
    expect(screen.getByText('Signed out of home.example. Its app password was deleted.')).toBeTruthy()
  })

  test('sign out, and say so when the server accepted the app password no more', async () => {
    const backend = options({ accounts: [account({ state: 'signed-out' })] })
    backend.answers['ui/sign-out'] = () => {
      backend.change({ accounts: [] })
      return { appPassword: 'rejected' }
    }
    await press('Sign out')
    const words = screen.getByText(/It no longer accepted the app password/).closest('[role=status]')
    expect(words?.textContent).toContain('probably deleted there before')
    expect(words?.textContent).not.toContain('Its app password was deleted')
    await expectAccessible()
  })

  test('do not say that one is signed out when Homeward was stopped before it was', async () => {
    const backend = options({ accounts: [account()] })
    backend.answers['ui/sign-out'] = () => Promise.reject(new Error('the port closed'))
    await press('Sign out')
    expect(screen.getByText(/home\.example is still connected/)).toBeTruthy()
    expect(screen.queryByText(/Signed out of/)).toBeNull()
    backend.change({ accounts: [] })
    await settled()
    expect(screen.getByText(/Signed out of home\.example, but its app password may still work/)).toBeTruthy()
  })

  test('one of several can be made the default', async () => {
    const backend = options({ accounts: [account(), account({ id: 'a2', isDefault: false })] })
    expect(within(items()[0] as HTMLElement).getByText('Default')).toBeTruthy()
    await expectAccessible()
    await press('Make default')
    expect(backend.requests('ui/set-default')).toEqual([{ accountId: 'a2' }])
  })

  test('a signed-out one signs in again at its own address; http was confirmed when it was connected', async () => {
    const backend = options({ accounts: [account({ state: 'signed-out', base: 'http://192.168.1.5' })] })
    backend.answers['ui/sign-in-again'] = () => ({
      ok: true,
      value: { next: 'browser-login', base: 'http://192.168.1.5' },
    })
    await press('Sign in again')
    expect(backend.requestedOrigins).toEqual([['http://192.168.1.5']])
    expect(backend.requests('ui/sign-in-again')).toEqual([{ accountId: 'a1' }])
  })

  test('a lost permission can be given back', async () => {
    const backend = options({ accounts: [account({ state: 'needs-permission' })] })
    await press('Allow access')
    expect(backend.requestedOrigins).toEqual([['https://home.example']])
    expect(backend.requests('ui/refresh')).toHaveLength(1)
  })
})

describe('share pages', () => {
  test('the button can be allowed, with the reason beside it', async () => {
    const backend = new FakeBackend()
    backend.allSites = false
    show(<OptionsApp installation={installation} />, backend)
    await settled()
    expect(screen.getByText(/Share links can be on any website/)).toBeTruthy()
    await expectAccessible()
    expect(screen.getByText(/^Not shown yet/)).toBeTruthy()
    await press('Allow')
    expect(screen.getByText('The button is shown on share pages.')).toBeTruthy()
    await expectAccessible()
  })
})

test('says what another server gets to know', () => {
  options()
  expect(screen.getByText(/its server gets to know your cloud ID/)).toBeTruthy()
})
