// @vitest-environment happy-dom
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { SharesApp } from '../../components/SharesApp.tsx'
import type { View } from '../../lib/protocol.ts'
import { account, FakeBackend } from './fake-backend.ts'
import { editing, everything, link, linkRule, rules, share, viewing } from './outgoing-fixtures.ts'
import { change, expectAccessible, fireEvent, press, screen, settled, show, waitFor, within } from './show.tsx'

afterEach(() => vi.unstubAllGlobals())

/** The page of outgoing shares, with what the server says. */
async function open(shares = [share()], answers: FakeBackend['answers'] = {}, view: Partial<View> = {}) {
  const backend = new FakeBackend({ accounts: [account()], ...view })
  backend.answers = {
    'ui/outgoing': () => ({ ok: true, value: shares }),
    'ui/share-rules': () => ({ ok: true, value: rules() }),
    ...answers,
  }
  show(<SharesApp create={false} />, backend)
  await settled()
  return backend
}

const items = () => within(screen.getByRole('list', { name: 'Shared files and folders' }))
const row = (text: string): HTMLElement => {
  const found = [...document.querySelectorAll<HTMLElement>('[data-row]')].find((one) => one.textContent?.includes(text))
  if (!found) throw new Error(`no row with ${text}`)
  return found
}
/** Lets a test say what is in sight. */
const fakeObserver = (seen: Map<Element, (near: boolean) => void>) =>
  class {
    private readonly tell: (entries: object[]) => void
    constructor(tell: (entries: object[]) => void) {
      this.tell = tell
    }
    observe(element: Element): void {
      seen.set(element, (isIntersecting) => this.tell([{ isIntersecting, boundingClientRect: { height: 900 } }]))
    }
    disconnect(): void {}
  }
const said = () => screen.getAllByRole('status').map((one) => one.textContent)
const type = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
}

describe('a share', () => {
  test('says with whom, on which server in full, what they may and until when', async () => {
    await open([
      share({ expires: '2026-12-24', note: 'Add yours', rights: everything }),
      link({ hasPassword: true, label: 'For the family', hideDownload: true }),
    ])
    const item = screen.getByRole('list', { name: 'Holiday photos' })
    expect(within(item).getAllByRole('listitem').length).toBeGreaterThan(1)
    expect(screen.getByText('/Work')).toBeTruthy()
    const federated = row('bob@')
    for (const text of [
      'arrived at the other cloud',
      'on another cloud',
      'bob@remote.example:8443/cloud',
      'View and edit',
      'may share it on',
    ]) {
      expect(federated.textContent).toContain(text)
    }
    expect(federated.textContent).toContain('until Dec 24, 2026')
    expect(federated.textContent).toContain('Note Add yours')
    for (const text of ['View', 'password', 'no download', 'Label For the family']) {
      expect(row('Public link').textContent).toContain(text)
    }
    expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(share().openUrl)
    await expectAccessible()
  })

  test('whose arrival nobody can know says so, and plain http is marked', async () => {
    const otherSide = { host: 'http://oc.example', insecure: true, delivery: 'unknown', trusted: false } as const
    await open([share({ otherSide })])
    expect(row('bob@').textContent).toContain('even when the other cloud does not know this person')
    expect(row('bob@').textContent).toContain('Not encrypted (http)')
    await expectAccessible()
  })

  test.each([
    [{ ...viewing, create: true }, 'View, Add'],
    [{ ...viewing, read: false, create: true }, 'Only add files'],
    [{ ...viewing, read: false }, 'Nothing'],
  ])('says rights %o as "%s"', async (rights, words) => {
    await open([share({ rights })])
    expect(row('bob@').querySelector('.facts li')?.textContent).toBe(words)
  })

  test('copies its link and says so, or hands it over to be copied by hand', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue()
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } })
    await open([link()])
    await press('Copy link')
    expect(writeText).toHaveBeenCalledWith('https://home.example/s/AbCdEfGh')
    expect(said()).toContain('Copied')
    writeText.mockRejectedValue(new Error('denied'))
    await press('Copy link')
    expect((screen.getByLabelText('To copy by hand') as HTMLInputElement).value).toBe('https://home.example/s/AbCdEfGh')
    await expectAccessible()
  })

  test('shows its link as a QR code', async () => {
    await open([link()])
    await press('QR code')
    const code = await screen.findByRole('img', { name: 'QR code of the link' })
    expect(code.querySelector('path')?.getAttribute('d')).toMatch(/^M4 4h7v1h-7z/)
    expect(screen.getByRole('button', { name: 'QR code' }).getAttribute('aria-expanded')).toBe('true')
    await expectAccessible()
  })

  test('by e-mail is sent again, or says why not', async () => {
    const backend = await open([link({ kind: 'mail', with: { id: 'd@example.org', label: 'd@example.org' } })])
    backend.answers['ui/send-share-mail'] = () => ({
      ok: false,
      failure: { code: 'home-refused', detail: 'No mailer' },
    })
    await press('Send the e-mail again')
    expect(screen.getByRole('alert').textContent).toContain('No mailer')
    backend.answers['ui/send-share-mail'] = () => ({ ok: true, value: undefined })
    await press('Send the e-mail again')
    expect(said()).toContain('The e-mail is on its way.')
    expect(backend.requests('ui/send-share-mail').at(-1)).toEqual({ accountId: 'a1', shareId: '2' })
    await expectAccessible()
  })

  test('with a password is sent again once that is typed, which stays where it is wrong', async () => {
    const to = { id: 'd@example.org', label: 'd@example.org' }
    const backend = await open([link({ kind: 'mail', with: to, hasPassword: true })])
    backend.answers['ui/send-share-mail'] = () => ({
      ok: false,
      failure: { code: 'password-wrong', detail: 'Error while sending' },
      field: 'password',
    })
    await press('Send the e-mail again')
    expect(backend.requests('ui/send-share-mail')).toEqual([])
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    type('Password', 'Correct-horse-8')
    await press('Send')
    expect(screen.getByText(/not accepted\. Your cloud says: “Error while sending”/)).toBeTruthy()
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('Correct-horse-8')
    await expectAccessible()
    backend.answers['ui/send-share-mail'] = () => ({ ok: true, value: undefined })
    type('Password', 'Correct-horse-9')
    await press('Send')
    expect(said()).toContain('The e-mail is on its way.')
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(backend.requests('ui/send-share-mail').at(-1)).toEqual({
      accountId: 'a1',
      shareId: '2',
      password: 'Correct-horse-9',
    })
  })
})

describe('editing in place', () => {
  test('sends what was changed and nothing else', async () => {
    const backend = await open([link()])
    backend.answers['ui/change-share'] = ({ change }) => ({
      ok: true,
      value: link({ ...(change as object), hasPassword: true, expires: '2027-01-31' }),
    })
    await press('Edit')
    expect(screen.getByRole('form', { name: 'Edit the share' })).toBeTruthy()
    await expectAccessible()
    fireEvent.click(screen.getByLabelText('View and edit'))
    fireEvent.click(screen.getByLabelText('With a password'))
    type('Password', 'Correct-horse-9')
    fireEvent.click(screen.getByLabelText('Ends on a set day'))
    type('Last day', '2027-01-31')
    await press('Save')
    expect(backend.requests('ui/change-share')).toEqual([
      {
        accountId: 'a1',
        shareId: '2',
        change: { rights: editing, password: 'Correct-horse-9', expires: '2027-01-31' },
      },
    ])
    expect(said()).toContain('Holiday photos: saved')
    expect(row('Public link').textContent).toContain('until Jan 31, 2027')
    expect(row('Public link').contains(document.activeElement)).toBe(true)
  })

  test('of a mail share begins a list of receivers with the one there is', async () => {
    const to = { id: 'd@example.org', label: 'd@example.org' }
    const backend = await open([link({ kind: 'mail', with: to, editable: ['label', 'emails'] })])
    await press('Edit')
    expect((screen.getByLabelText('E-mail addresses') as HTMLTextAreaElement).value).toBe('d@example.org')
    type('Label', 'x')
    await press('Save')
    type('E-mail addresses', 'd@example.org\ne@example.org')
    await press('Save')
    expect(backend.requests('ui/change-share').map(({ change }) => change)).toEqual([
      { label: 'x' },
      { label: 'x', emails: ['d@example.org', 'e@example.org'] },
    ])
  })

  test('takes away what is switched off', async () => {
    const backend = await open([link({ hasPassword: true, expires: '2026-12-24', note: 'Old' })])
    await press('Edit')
    fireEvent.click(screen.getByLabelText('With a password'))
    fireEvent.click(screen.getByLabelText('Ends on a set day'))
    type('Note', '')
    await press('Save')
    expect(backend.requests('ui/change-share')[0]?.change).toEqual({ password: null, expires: null, note: '' })
  })

  test('puts what the server says at the field, loses nothing, and sends only the rest again', async () => {
    const backend = await open([link()])
    backend.answers['ui/change-share'] = () => ({
      ok: false,
      failure: { code: 'home-refused', detail: 'Expiration date is in the past' },
      field: 'expires',
      changed: ['label'],
      share: link({ label: 'Mine' }),
    })
    await press('Edit')
    type('Label', 'Mine')
    fireEvent.click(screen.getByLabelText('Ends on a set day'))
    type('Last day', '2020-01-01')
    await press('Save')
    const day = screen.getByLabelText('Last day') as HTMLInputElement
    expect(day.value).toBe('2020-01-01')
    expect(day.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(day)
    expect(screen.getByText(/Expiration date is in the past/)).toBeTruthy()
    await expectAccessible()
    type('Last day', '2027-01-01')
    expect(screen.queryByText(/Expiration date is in the past/)).toBeNull()
    backend.answers['ui/change-share'] = () => ({ ok: true, value: link({ label: 'Mine', expires: '2027-01-01' }) })
    await press('Save')
    expect(backend.requests('ui/change-share')[1]?.change).toEqual({ expires: '2027-01-01' })
  })

  test('a background that died is a failure, with everything still there', async () => {
    const backend = await open([share()])
    backend.answers['ui/change-share'] = () => Promise.reject(new Error('gone'))
    await press('Edit')
    type('Note', 'Hello')
    await press('Save')
    expect(screen.getByRole('alert')).toBeTruthy()
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('Hello')
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' })
    expect(screen.getByLabelText('Note')).toBeTruthy()
    await press('Cancel')
    expect(row('bob@').contains(document.activeElement)).toBe(true)
  })

  test('survives that other rows go away and what is searched for', async () => {
    const shares = Array.from({ length: 30 }, (_, id) => share({ id: `${id}`, path: `/f${id}`, createdAt: 100 - id }))
    const deletion = { accountId: 'a1', shareId: '2', kind: 'remote', path: '/f2' } as const
    const backend = await open(shares)
    // The first of its chunk: it moves to the one before.
    const moving = document.querySelector('[data-row="4"]') as HTMLElement
    fireEvent.click(within(moving).getByRole('button', { name: 'Edit' }))
    await settled()
    type('Note', 'Half a sentence')
    await settled()
    change(backend, { deletions: [{ ...deletion, undoUntil: Date.now() }] })
    await settled()
    change(backend, { deletions: [] })
    await settled()
    expect(document.querySelector('[data-row="2"]')).toBeNull()
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('Half a sentence')
    type('Search files and people', 'f3')
    await settled()
    expect(screen.queryByLabelText('Note')).toBeNull()
    type('Search files and people', '')
    await settled()
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('Half a sentence')
  })

  test('shows what the server demands and does not let it be switched off', async () => {
    const need = { readOnly: true, readWrite: true, uploadOnly: true, readWriteDelete: true }
    const kinds = { link: linkRule({ passwordNeeded: need, expiry: { enforced: true, maxDays: 30 } }) }
    await open([link()], { 'ui/share-rules': () => ({ ok: true, value: rules({ kinds }) }) })
    await press('Edit')
    expect((screen.getByLabelText('With a password') as HTMLInputElement).disabled).toBe(true)
    expect((screen.getByLabelText('Ends on a set day') as HTMLInputElement).disabled).toBe(true)
    expect(screen.getByText(/at the latest/)).toBeTruthy()
    await expectAccessible()
  })
})

describe('stopping', () => {
  const deletion = { accountId: 'a1', shareId: '1', kind: 'remote', path: '/Work/Holiday photos' } as const

  test('can be undone, and then stays', async () => {
    const backend = await open([share(), link()])
    fireEvent.click(within(row('bob@')).getByRole('button', { name: 'Stop sharing' }))
    await settled()
    expect(backend.requests('ui/delete-share')).toEqual([{ ...deletion, with: 'bob' }])
    change(backend, { deletions: [{ ...deletion, undoUntil: Date.now() + 6000 }] })
    await settled()
    expect(row('bob@').textContent).toContain('No longer shared.')
    await expectAccessible()
    await press('Undo')
    // Something else is stored in between.
    change(backend, { notices: [] })
    change(backend, { deletions: [] })
    await settled()
    expect(within(row('bob@')).getByRole('button', { name: 'Edit' })).toBeTruthy()
  })

  test('takes the row away once it is done, with the focus on the next', async () => {
    const backend = await open([share(), link()])
    change(backend, { deletions: [{ ...deletion, undoUntil: Date.now() + 6000 }] })
    await settled()
    within(row('bob@')).getByRole('button', { name: 'Undo' }).focus()
    change(backend, { deletions: [deletion] })
    await settled()
    expect(row('bob@').textContent).toContain('Ending the share…')
    change(backend, { deletions: [] })
    await settled()
    expect(document.querySelectorAll('[data-row]')).toHaveLength(1)
    expect(row('Public link').contains(document.activeElement)).toBe(true)
    await expectAccessible()
  })

  test('that failed says why and keeps the share', async () => {
    const backend = await open([share()])
    change(backend, { deletions: [{ ...deletion, failure: { code: 'home-refused', detail: 'Not yours' } }] })
    await settled()
    expect(screen.getByText('Not yours')).toBeTruthy()
    await expectAccessible()
    await press('Dismiss')
    expect(backend.requests('ui/dismiss-deletion')).toEqual([{ accountId: 'a1', shareId: '1' }])
    change(backend, { deletions: [] })
    await settled()
    expect(row('bob@')).toBeTruthy()
  })
})

describe('the list', () => {
  test('says that it is loading, that it is empty, and why it could not be read', async () => {
    const backend = await open([], { 'ui/outgoing': () => new Promise(() => undefined) })
    expect(screen.getByText('Checking…')).toBeTruthy()
    await expectAccessible()
    document.body.replaceChildren()
    await open([])
    expect(screen.getByText('You share nothing yet.')).toBeTruthy()
    await expectAccessible()
    document.body.replaceChildren()
    let answers = 0
    await open([], {
      'ui/outgoing': () =>
        answers++ === 0 ? { ok: false, failure: { code: 'home-unreachable' } } : { ok: true, value: [share()] },
    })
    expect(screen.getByText('Your cloud does not answer')).toBeTruthy()
    await expectAccessible()
    await press('Try again')
    expect(screen.queryByText('Your cloud does not answer')).toBeNull()
    expect(row('bob@')).toBeTruthy()
    expect(backend.requests('ui/outgoing')).toHaveLength(1)
  })

  test('is filtered by words, accents aside, and by kind', async () => {
    await open([
      share({ id: '1', path: '/Ärger/a.txt', name: 'a.txt' }),
      share({ id: '3', kind: 'user', with: { id: 'carol', label: 'Carol Home' }, path: '/b.txt', name: 'b.txt' }),
      share({ id: '4', path: '/c.txt', name: 'c.txt', note: 'urgent' }),
      share({ id: '5', path: '/d.txt', name: 'd.txt' }),
      link({ id: '6', path: '/e.txt', name: 'e.txt' }),
    ])
    const names = () =>
      items()
        .getAllByRole('heading')
        .map((heading) => heading.textContent)
    type('Search files and people', 'arger')
    expect(names()).toEqual(['a.txt'])
    type('Search files and people', 'carol')
    expect(names()).toEqual(['b.txt'])
    type('Search files and people', 'URGENT')
    expect(names()).toEqual(['c.txt'])
    // A link by all of it, but not by what all links have.
    type('Search files and people', ' https://home.example/s/AbCdEfGh?dir=/x')
    expect(names()).toEqual(['e.txt'])
    type('Search files and people', 'home.example')
    expect(items().queryAllByRole('heading')).toEqual([])
    type('Search files and people', 'nothing of the kind')
    expect(said()).toContain('Nothing fits your search.')
    await expectAccessible()
    type('Search files and people', '')
    fireEvent.click(screen.getByRole('button', { name: 'Links 1' }))
    expect(names()).toEqual(['e.txt'])
    expect(said()).toContain('1 share')
    await expectAccessible()
    fireEvent.click(screen.getByRole('button', { name: 'Links 1' }))
    expect(names()).toHaveLength(5)
  })

  test('renders what is in sight of thousands', async () => {
    const seen = new Map<Element, (near: boolean) => void>()
    vi.stubGlobal('IntersectionObserver', fakeObserver(seen))
    const many = Array.from({ length: 5000 }, (_, id) =>
      share({ id: `${id}`, path: `/f/file ${id}`, name: `file ${id}`, createdAt: 5000 - id }),
    )
    await open(many)
    const rendered = () =>
      [...document.querySelectorAll<HTMLElement>('[data-row]')].map(({ dataset }) => dataset['row'])
    expect(rendered()).toHaveLength(8)
    // What is far away costs one empty place for more than a hundred shares.
    expect(document.querySelectorAll('.chunk').length).toBeLessThan(80)
    const last = () => seen.get([...document.querySelectorAll('.chunk')].at(-1) as Element)
    // The last section, then its last chunk.
    await act(() => last()?.(true))
    await act(() => last()?.(true))
    expect(rendered().at(-1)).toBe('4999')
    await act(() => last()?.(false))
    expect(rendered().at(-1)).not.toBe('4999')
    type('Search files and people', 'file 4999')
    await settled()
    expect(rendered()).toEqual(['4999'])
  })

  test('keeps the row with the focus when it is scrolled out of sight', async () => {
    const seen = new Map<Element, (near: boolean) => void>()
    vi.stubGlobal('IntersectionObserver', fakeObserver(seen))
    await open()
    within(row('bob@')).getByRole('button', { name: 'Edit' }).focus()
    await act(() => [...seen.values()][0]?.(false))
    expect(row('bob@').contains(document.activeElement)).toBe(true)
  })

  test('is of the account that is chosen', async () => {
    const accounts = [account(), account({ id: 'a2', displayName: 'Work', host: 'work.example', isDefault: false })]
    const backend = await open([share()], {}, { accounts })
    backend.answers['ui/outgoing'] = () => ({ ok: true, value: [link({ accountId: 'a2' })] })
    fireEvent.change(screen.getByLabelText('Account'), { target: { value: 'a2' } })
    await settled()
    expect(backend.requests('ui/outgoing').map(({ accountId }) => accountId)).toEqual(['a1', 'a2'])
    expect(document.querySelectorAll('[data-row]')).toHaveLength(1)
    expect(row('Public link')).toBeTruthy()
    await expectAccessible()
  })

  test('is the third tab of the popup, with the way to a full page', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    backend.answers = {
      'ui/outgoing': () => ({ ok: true, value: [share()] }),
      'ui/share-rules': () => ({ ok: true, value: rules() }),
    }
    show(<PopupApp />, backend)
    const tabs = within(screen.getByRole('tablist')).getAllByRole('tab')
    expect(tabs.map((tab) => tab.textContent)).toEqual(['Inbox', 'Mounted', 'Shared by me'])
    expect(backend.requests('ui/outgoing')).toEqual([])
    fireEvent.click(screen.getByRole('tab', { name: 'Shared by me' }))
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Shared by me' })).not.toBeNull())
    await settled()
    await expectAccessible()
    await press('Open in a full page')
    expect(backend.opened).toEqual(['shares'])
  })

  test('without an account leads to the options', async () => {
    const backend = new FakeBackend()
    show(<SharesApp create={false} />, backend)
    await settled()
    await press('Connect my cloud')
    expect(backend.opened).toEqual(['options'])
    await expectAccessible()
  })
})
