// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WelcomeApp } from '../../components/welcome/WelcomeApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import type { Installation, View } from '../../lib/protocol.ts'
import { account, FakeBackend, plainSettings } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, installation, press, screen, settled, show, within } from './show.tsx'

afterEach(() => vi.restoreAllMocks())

/** The page as it opens after the installation: nothing is connected, nothing allowed. */
async function welcome(view: Partial<View> = {}, installed: Partial<Installation> = {}): Promise<FakeBackend> {
  const backend = new FakeBackend(view)
  backend.allSites = false
  show(<WelcomeApp installation={{ ...installation, ...installed }} />, backend)
  await settled()
  return backend
}

const ready = () => screen.queryByRole('region', { name: 'You are ready' })
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

describe('the welcome page', () => {
  test('leads from the address to "you are ready", each step with its reason', async () => {
    const backend = await welcome()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Welcome to Homeward')
    const first = screen.getByRole('region', { name: 'Connect your cloud' })
    expect(first.textContent).toContain('so it has to know which one is yours')
    expect(screen.getByRole('region', { name: 'Show the button on share pages' }).textContent).toContain(
      'Homeward looks only at pages whose address has the form of a share link',
    )
    expect(ready()).toBeNull()
    await expectAccessible()

    backend.answers['ui/connect'] = () => ({ ok: true, value: { next: 'password', base: 'https://home.example' } })
    type('Server address', 'home.example')
    await press('Connect')
    expect(backend.requestedOrigins).toEqual([['https://home.example']])
    await expectAccessible()
    backend.answers['ui/sign-in'] = () => {
      backend.change({ accounts: [account()] })
      return { ok: true, value: account() }
    }
    type('User name', 'ada')
    type('Password', 'Correct-horse-9')
    await press('Sign in')
    expect(screen.getAllByText('Connected as Ada Lovelace at home.example.').length).toBeGreaterThan(0)
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Connect your cloud' }))
    expect(ready()).toBeNull()
    await expectAccessible()

    await press('Show the button')
    expect(screen.getByText('The button is shown on share pages.')).toBeTruthy()
    expect(ready()?.textContent).toContain('on the page itself')
    expect(ready()?.textContent).toContain('ada@home.example')
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Show the button on share pages' }))
    await expectAccessible()
    await press('Settings')
    expect(backend.opened).toEqual(['options'])
  })

  test.each([
    ['in the browser’s own question', 'Show the button'],
    ['here', 'Not now'],
  ])('works as well when the button is refused %s', async (_, button) => {
    const backend = await welcome({ accounts: [account()] })
    backend.grants = false
    await press(button)
    expect(screen.getByText(/^Without it, these work all the same/)).toBeTruthy()
    const tips = within(ready() as HTMLElement).getAllByRole('listitem')
    const words = tips.map(({ textContent }) => textContent).join(' ')
    expect(words).toMatch(/button in the toolbar.*Right-click.*Paste a link/)
    expect(words).not.toContain('on the page itself')
    await expectAccessible()
    // It can still be had.
    backend.grants = true
    await press('Show the button')
    expect(ready()?.textContent).toContain('on the page itself')
  })

  test('asks for nothing that an administrator has switched off, and offers nothing the browser has not', async () => {
    const values = { ...plainSettings.values, inPageButton: false, pasteBox: false }
    await welcome({ accounts: [account()], settings: { ...plainSettings, values } }, { hasMenus: false })
    expect(screen.queryByRole('region', { name: 'Show the button on share pages' })).toBeNull()
    expect(ready()?.textContent).not.toMatch(/right-click|paste|on the page itself/i)
    await expectAccessible()
  })

  test('tells how to keep the button in sight where it is hidden', async () => {
    await welcome({ accounts: [account()], settings: plainSettings }, { isPinned: async () => false })
    await press('Not now')
    await settled()
    expect(ready()?.textContent).toContain('choose the pin beside Homeward')
  })

  test('counts the address of a home as one, too', async () => {
    const backend = await welcome()
    change(backend, { homeAddress: { base: 'https://home.example', host: 'home.example', product: 'nextcloud' } })
    await press('Not now')
    expect(ready()).toBeTruthy()
    expect(screen.getByText('Without signing in: shares are added by home.example itself.')).toBeTruthy()
    await expectAccessible()
  })

  test('says what went wrong with connecting', async () => {
    const backend = await welcome()
    backend.answers['ui/connect'] = () => ({ ok: false, failure: failure('not-a-cloud') })
    type('Server address', 'example.org')
    await press('Connect')
    expect(screen.getByRole('alert').textContent).toContain('There is no Nextcloud or ownCloud at this address')
    await expectAccessible()
  })
})

describe('an administrator’s word that comes late', () => {
  const hides = { settings: { ...plainSettings, hidesWelcome: true } }

  test('closes the page', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue()
    const backend = await welcome()
    expect(close).not.toHaveBeenCalled()
    change(backend, hides)
    expect(close).toHaveBeenCalledOnce()
  })

  test('lets those finish who have begun', async () => {
    const close = vi.spyOn(window, 'close').mockReturnValue()
    const backend = await welcome()
    type('Server address', 'home.exam')
    change(backend, hides)
    expect(close).not.toHaveBeenCalled()
  })
})
