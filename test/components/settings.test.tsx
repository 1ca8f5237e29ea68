// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import { account, FakeBackend, plainSettings } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, options, press, screen, settled, show } from './show.tsx'

afterEach(() => vi.restoreAllMocks())

/** The files the page hands to the user. */
function watchDownloads(): { name: string; blob: Blob }[] {
  const saved: { name: string; blob: Blob }[] = []
  let made: Blob = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made = blob as Blob
    return 'blob:test'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: made })
  })
  return saved
}

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

  test('leave out what the browser has not', async () => {
    options({}, { hasMenus: false, hasOmnibox: false, hasShortcuts: false, shortcuts: async () => [] })
    await settled()
    expect(screen.queryByRole('checkbox', { name: /in the menu of/ })).toBeNull()
    expect(screen.queryByRole('checkbox', { name: /address bar/ })).toBeNull()
    expect(screen.queryByRole('checkbox', { name: /keyboard shortcut/ })).toBeNull()
    expect(screen.queryByText('Keyboard shortcuts')).toBeNull()
    await expectAccessible()
  })

  test('switch off each way to add a share', () => {
    const backend = options()
    for (const way of [/button on share pages/, /in the menu of/, /box for share links/, /address bar/, /shortcut/]) {
      expect(check(way).checked).toBe(true)
      fireEvent.click(check(way))
    }
    expect(backend.requests('ui/choose-settings')).toEqual([
      { inPageButton: false },
      { contextMenu: false },
      { pasteBox: false },
      { omnibox: false },
      { shortcut: false },
    ])
  })

  test('of the keyboard are the browser’s: they are shown, and it is told how to change them', async () => {
    let asked = 0
    options({}, { openShortcuts: async () => ++asked > 1 })
    await settled()
    const keys = screen.getByText('Open Homeward').closest('dl')
    expect(keys?.textContent).toBe('Open HomewardAlt+Shift+HAdd the share on this page to my cloudnot set')
    await press('Change or remove shortcuts')
    expect(screen.getByText(/does not let Homeward open its page/)).toBeTruthy()
    await expectAccessible()
    await press('Change or remove shortcuts')
    expect(screen.queryByText(/does not let Homeward open its page/)).toBeNull()
  })

  test('for late shares say exactly what is accepted', () => {
    const backend = options()
    const late = check(/arrives late/)
    expect(late.checked).toBe(true)
    expect(document.getElementById(late.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(/same server/)
    fireEvent.click(late)
    expect(backend.requests('ui/choose-settings')).toEqual([{ acceptAsked: false }])
  })

  test('choose the appearance, which this page and the next one take on', async () => {
    const backend = options()
    const root = document.documentElement
    expect(root.dataset['appearance']).toBe('system')
    fireEvent.change(screen.getByRole('combobox', { name: 'Appearance' }), { target: { value: 'dark' } })
    expect(backend.requests('ui/choose-settings')).toEqual([{ appearance: 'dark' }])
    change(backend, { settings: { ...plainSettings, values: { ...plainSettings.values, appearance: 'dark' } } })
    expect(root.dataset['appearance']).toBe('dark')
    delete root.dataset['appearance']
    runInThisContext(readFileSync('public/appearance.js', 'utf8'))
    expect(root.dataset['appearance']).toBe('dark')
    expect(screen.getByText('Homeward speaks the language of your browser: English.')).toBeTruthy()
  })

  test('hide the paste box', () => {
    const settings = { ...plainSettings, values: { ...plainSettings.values, pasteBox: false } }
    show(<PopupApp />, new FakeBackend({ accounts: [account()], settings }))
    expect(screen.queryByLabelText('Paste a share link')).toBeNull()
  })
})

describe('a file of settings', () => {
  const load = async (name: string, text: string): Promise<void> => {
    const input = screen.getByLabelText('Load settings from a file', { selector: 'input' })
    fireEvent.change(input, { target: { files: [new File([text], name)] } })
    await settled()
  }
  const file = (settings: object): string => JSON.stringify({ kind: 'homeward-settings', version: 1, settings })

  test('is saved without what only this browser knows', async () => {
    const saved = watchDownloads()
    const settings = { ...plainSettings, values: { ...plainSettings.values, appearance: 'dark', sync: true } as const }
    options({ settings, accounts: [account()] })
    await press('Save settings to a file')
    expect(saved.map(({ name }) => name)).toEqual(['homeward-settings.json'])
    const text = await saved[0]?.blob.text()
    expect(JSON.parse(text ?? '')).toMatchObject({ version: 1, settings: { appearance: 'dark', pollMinutes: 15 } })
    expect(text).not.toMatch(/sync|ada|home\.example/)
    expect(screen.getByText('The file was saved to your downloads.')).toBeTruthy()
    await expectAccessible()
  })

  test('is loaded, and leaves what an administrator has decided', async () => {
    const backend = options({ settings: { ...plainSettings, locked: ['pollMinutes'] } })
    await load('mine.json', file({ pollMinutes: 60, appearance: 'light' }))
    expect(backend.requests('ui/choose-settings')).toEqual([{ pollMinutes: 60, appearance: 'light' }])
    expect(screen.getByText('The settings in mine.json are in force')).toBeTruthy()
    expect(screen.getByText('1 of them is set by your organization and stays as it is.')).toBeTruthy()
    await expectAccessible()
  })

  test.each([
    ['photo.json', 'not even JSON', 'was not written by Homeward'],
    ['newer.json', '{"kind":"homeward-settings","version":9,"settings":{}}', 'another form'],
    ['wrong.json', file({ pollMinutes: 1 }), 'Wrong in it: pollMinutes'],
  ])('%s that is bad is named with the cause, and changes nothing', async (name, text, cause) => {
    const backend = options()
    await load(name, text)
    const notice = screen.getByRole('alert')
    expect(notice.textContent).toContain(`${name} was not loaded, and nothing was changed`)
    expect(notice.textContent).toContain(cause)
    expect(backend.requests('ui/choose-settings')).toEqual([])
    await expectAccessible()
  })

  test('is not said to be loaded when the background did not answer', async () => {
    const backend = options()
    backend.answers['ui/choose-settings'] = () => Promise.reject(new Error('gone'))
    await load('mine.json', file({ appearance: 'light' }))
    expect(screen.getByRole('alert').textContent).toContain('mine.json was not loaded')
  })
})

test('the page says which version it is, and leads to all licences', async () => {
  options()
  expect(screen.getByText('Version 1.2.3')).toBeTruthy()
  const link = screen.getByRole('link', { name: 'Licences of Homeward and of the software in it' })
  expect(link.getAttribute('href')).toBe('/licences.txt')
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
  test('are saved as a file; names only when asked for', async () => {
    const saved = watchDownloads()
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
