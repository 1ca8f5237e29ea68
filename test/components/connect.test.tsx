// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { failure } from '../../lib/domain/failure.ts'
import { account } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, options, press, screen, settled } from './show.tsx'

const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
}
const login = (over = {}) => ({
  base: 'https://home.example',
  loginUrl: 'https://home.example/login/v2/flow/x',
  deadline: Date.now() + 19.5 * 60_000,
  ...over,
})

describe('connecting', () => {
  test('asks for the origin in the click, then waits for the login in the browser', async () => {
    const backend = options()
    backend.answers['ui/connect'] = () => {
      backend.change({ login: login() })
      return { ok: true, value: { next: 'browser-login', base: 'https://home.example' } }
    }
    await expectAccessible()
    type('Server address', ' home.example/cloud/index.php/apps/files ')
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }))
    expect(backend.requestedOrigins).toEqual([['https://home.example']])
    await settled()
    expect(backend.requests('ui/connect')).toEqual([
      { address: 'home.example/cloud/index.php/apps/files', insecureConfirmed: false },
    ])
    expect(screen.getByText(/Continue in the tab that opened/).closest('[role=status]')).toBeTruthy()
    expect(screen.getByText(/another 20 minutes/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open the login page again' }).getAttribute('href')).toBe(login().loginUrl)
    await expectAccessible()

    change(backend, { login: null, accounts: [account()] })
    await settled()
    expect(screen.getByText('Connected as Ada Lovelace at home.example.')).toBeTruthy()
    expect(screen.getByRole('list', { name: 'Accounts' })).toBeTruthy()
    expect((screen.getByLabelText('Server address') as HTMLInputElement).value).toBe('')
    await expectAccessible()
  })

  test('leaves nothing of what was typed', async () => {
    const backend = options()
    backend.answers['ui/sign-in'] = () => {
      backend.change({ accounts: [account()] })
      return { ok: true, value: account() }
    }
    type('Server address', 'home.example')
    await press('Use an app password instead')
    type('User name', 'ada')
    type('App password', 'Correct-horse-9')
    await press('Sign in')
    await settled()
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Connect another cloud' }))
    expect([...document.querySelectorAll('input')].map(({ value }) => value).join('')).not.toMatch(/ada|horse|home/)
    expect(screen.queryByLabelText('App password')).toBeNull()
  })

  test('goes on waiting after a reload, and can be cancelled', async () => {
    const backend = options({ login: login({ deadline: Date.now() + 30_000 }) })
    expect(screen.getByText(/less than a minute/)).toBeTruthy()
    await press('Cancel')
    expect(backend.requests('ui/cancel-connect')).toHaveLength(1)
  })

  test('says how a login ended that failed', async () => {
    options({ login: login({ failure: failure('login-expired') }) })
    expect(screen.getByText('The login took too long')).toBeTruthy()
    expect(screen.getByLabelText('Server address')).toBeTruthy()
    await expectAccessible()
  })

  test('a refused permission sends nothing and says so', async () => {
    const backend = options()
    backend.grants = false
    type('Server address', 'home.example')
    await press('Connect')
    expect(backend.requests('ui/connect')).toEqual([])
    expect(screen.getByRole('alert').textContent).toContain('Homeward may not contact this server yet')
    await expectAccessible()
  })

  test.each([
    ['', 'There is no Nextcloud or ownCloud at this address'],
    ['two words', 'There is no Nextcloud or ownCloud at this address'],
    ['http://home.example', 'This address is not secure'],
  ])('address %j is refused without asking anybody', async (address, words) => {
    const backend = options()
    type('Server address', address)
    await press('Connect')
    expect(screen.getByText(words)).toBeTruthy()
    expect(backend.requestedOrigins).toEqual([])
    await expectAccessible()
    type('Server address', 'h')
    expect(screen.queryByText(words)).toBeNull()
  })

  test('plain http in a private network needs a second click that knows why', async () => {
    const backend = options()
    backend.answers['ui/connect'] = () => ({ ok: true, value: { next: 'browser-login', base: 'http://192.168.1.5' } })
    type('Server address', 'http://192.168.1.5')
    await press('Connect')
    expect(backend.requestedOrigins).toEqual([])
    expect(screen.getByRole('alert').textContent).toContain('http://192.168.1.5')
    await expectAccessible()
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Connect your cloud' }))
    await press('Cancel')
    await press('Connect')
    await press('Connect without encryption')
    expect(backend.requestedOrigins).toEqual([['http://192.168.1.5']])
    expect(backend.requests('ui/connect')).toEqual([{ address: 'http://192.168.1.5', insecureConfirmed: true }])
  })

  test('asks for name and password where the server has no login page', async () => {
    const backend = options()
    backend.answers['ui/connect'] = () => ({ ok: true, value: { next: 'password', base: 'https://own.example' } })
    backend.answers['ui/sign-in'] = () => ({ ok: false, failure: failure('home-rejected-login') })
    type('Server address', 'own.example')
    await press('Connect')
    expect(screen.getByText(/Used once to get an app password/)).toBeTruthy()
    await expectAccessible()
    type('User name', 'ada')
    type('Password', 'secret')
    await press('Sign in')
    const request = {
      address: 'https://own.example',
      userName: 'ada',
      password: 'secret',
      kind: 'login',
      insecureConfirmed: false,
    }
    expect(backend.requests('ui/sign-in')).toEqual([request])
    expect(screen.getByText('Your cloud did not accept the login')).toBeTruthy()
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('')
    await expectAccessible()

    await press('Use an app password instead')
    type('App password', 'aaaa-bbbb')
    backend.answers['ui/sign-in'] = () => ({ ok: true, value: account() })
    await press('Sign in')
    expect(backend.requests('ui/sign-in').at(-1)).toEqual({ ...request, password: 'aaaa-bbbb', kind: 'app' })
    expect(screen.getByLabelText('Server address')).toBeTruthy()
  })

  test('takes an app password made by hand', async () => {
    const backend = options()
    backend.answers['ui/sign-in'] = () => ({ ok: true, value: account() })
    type('Server address', 'home.example')
    await press('Use an app password instead')
    expect(screen.getByText(/Settings → Security/)).toBeTruthy()
    expect((screen.getByLabelText('Server address') as HTMLInputElement).value).toBe('home.example')
    await expectAccessible()
    type('User name', 'ada')
    type('App password', 'aaaa-bbbb')
    await press('Sign in')
    expect(backend.requestedOrigins).toEqual([['https://home.example']])
    expect(backend.requests('ui/sign-in')).toEqual([
      { address: 'home.example', userName: 'ada', password: 'aaaa-bbbb', kind: 'app', insecureConfirmed: false },
    ])
  })
})
