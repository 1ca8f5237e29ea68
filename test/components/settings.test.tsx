// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { OptionsApp } from '../../components/OptionsApp.tsx'
import { PopupApp } from '../../components/PopupApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import { account, FakeBackend, plainSettings } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, options, press, screen, settled, show } from './show.tsx'

const check = (name: RegExp): HTMLInputElement => screen.getByRole('checkbox', { name })
const poll = (): HTMLSelectElement => screen.getByRole('combobox', { name: 'Look for new shares' })

describe('settings', () => {
  test('are in force at once, each by itself', async () => {
    const backend = options()
    expect(check(/^Show a notification/).checked).toBe(true)
    expect(poll().selectedOptions[0]?.textContent).toBe('every 15 minutes')
    fireEvent.click(check(/^Show a notification/))
    fireEvent.click(check(/button on share pages/))
    fireEvent.change(poll(), { target: { value: '60' } })
    expect(backend.requests('ui/choose-settings')).toEqual([
      { notifications: false },
      { inPageButton: false },
      { pollMinutes: 60 },
    ])
    await expectAccessible()
  })

  test('that an administrator has decided can be read, not changed', async () => {
    options({
      settings: {
        ...plainSettings,
        values: { ...plainSettings.values, pollMinutes: 45, pasteBox: false },
        locked: ['pollMinutes', 'pasteBox'],
      },
    })
    expect(poll()).toMatchObject({ disabled: true, value: '45' })
    const paste = check(/box for share links/)
    expect(paste).toMatchObject({ disabled: true, checked: false })
    expect(document.getElementById(paste.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Set by your organization',
    )
    expect(check(/^Show a notification/).disabled).toBe(false)
    await expectAccessible()
  })

  test('say what is wrong with an administrator’s', () => {
    options({ settings: { ...plainSettings, mistakes: ['pollMinutes', 'homeAdress'] } })
    expect(screen.getByText(/contain mistakes: pollMinutes, homeAdress/)).toBeTruthy()
  })

  test('offer no entry in a menu where the browser has no menus', () => {
    const backend = new FakeBackend()
    backend.hasMenus = false
    show(<OptionsApp />, backend)
    expect(screen.queryByRole('checkbox', { name: /menu of links/ })).toBeNull()
    expect(check(/box for share links/).checked).toBe(true)
  })

  test('hide the paste box', () => {
    const settings = { ...plainSettings, values: { ...plainSettings.values, pasteBox: false } }
    show(<PopupApp />, new FakeBackend({ accounts: [account()], settings }))
    expect(screen.queryByLabelText('Paste a share link')).toBeNull()
  })
})

describe('the address an administrator has set', () => {
  const address = (): HTMLInputElement => screen.getByLabelText('Server address')

  test('is offered, also when it comes late, and can be changed', async () => {
    const backend = options()
    expect(address().value).toBe('')
    change(backend, { settings: { ...plainSettings, homeAddress: 'https://cloud.example.org' } })
    await settled()
    expect(address()).toMatchObject({ value: 'https://cloud.example.org', readOnly: false })
  })

  test('is the only one when it is locked', async () => {
    const settings = { ...plainSettings, homeAddress: 'https://cloud.example.org', homeAddressLocked: true }
    const backend = options({ settings })
    backend.answers['ui/connect'] = () => ({ ok: false, failure: failure('home-not-allowed') })
    expect(address()).toMatchObject({ value: 'https://cloud.example.org', readOnly: true })
    expect(screen.getByText('Your organization has set this address.')).toBeTruthy()
    await press('Connect')
    expect(backend.requests('ui/connect')).toMatchObject([{ address: 'https://cloud.example.org' }])
    expect(screen.getByText('Your organization does not allow this cloud')).toBeTruthy()
    await expectAccessible()
  })
})

describe('notices', () => {
  test('tell of damaged storage once, of each wiped account, and go away', async () => {
    const backend = options({
      notices: [
        { id: 'storage-unreadable:jobs', kind: 'storage-unreadable', item: 'jobs' },
        { id: 'storage-unreadable:inbox', kind: 'storage-unreadable', item: 'inbox' },
        { id: 'wiped:a', kind: 'wiped', host: 'cloud.example.org' },
      ],
    })
    expect(screen.getAllByText('Homeward could not read something it had stored')).toHaveLength(1)
    expect(screen.getByText('The account at cloud.example.org was removed by your cloud')).toBeTruthy()
    await expectAccessible()
    fireEvent.click(screen.getAllByRole('button', { name: 'Dismiss' })[0] as HTMLElement)
    expect(backend.requests('ui/dismiss-notice').map(({ id }) => id)).toEqual([
      'storage-unreadable:jobs',
      'storage-unreadable:inbox',
    ])
  })

  test('are in the popup too, even without an account', () => {
    show(<PopupApp />, new FakeBackend({ notices: [{ id: 'wiped:a', kind: 'wiped', host: 'cloud.example.org' }] }))
    expect(screen.getByText('The account at cloud.example.org was removed by your cloud')).toBeTruthy()
  })
})

describe('signing in again', () => {
  afterEach(() => history.replaceState(null, '', location.pathname))

  test('after the popup sent the user here: the password form is open, the name filled in', async () => {
    location.hash = '#sign-in-again=a1'
    options({ accounts: [account({ state: 'signed-out', product: 'owncloud' })] })
    await settled()
    expect((screen.getByLabelText('User name') as HTMLInputElement).value).toBe('ada')
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    await expectAccessible()
  })
})

describe('diagnostics', () => {
  const saved: { name: string; blob: Blob }[] = []

  afterEach(() => {
    saved.length = 0
    vi.restoreAllMocks()
  })

  test('are saved as a file; names only when asked for', async () => {
    let made: Blob = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made = blob as Blob
      return 'blob:test'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: made })
    })
    const backend = options()
    backend.answers['ui/diagnostics'] = ({ withNames }) => JSON.stringify({ withNames })
    await press('Download diagnostics')
    fireEvent.click(check(/^Include the names/))
    await press('Download diagnostics')
    expect(saved.map(({ name }) => name)).toEqual(['homeward-diagnostics.json', 'homeward-diagnostics.json'])
    expect(await Promise.all(saved.map(({ blob }) => blob.text()))).toEqual([
      '{"withNames":false}',
      '{"withNames":true}',
    ])
    expect(screen.getByText('The file was saved to your downloads.')).toBeTruthy()
    await expectAccessible()
  })
})
