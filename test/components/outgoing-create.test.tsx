// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SharesApp } from '../../components/SharesApp.tsx'
import type { CloudIdCheck, FileView, View } from '../../lib/protocol.ts'
import { account, FakeBackend } from './fake-backend.ts'
import {
  checked,
  editing,
  everything,
  file,
  kindRule,
  link,
  linkRule,
  rules,
  share,
  sharee,
  viewing,
} from './outgoing-fixtures.ts'
import { expectAccessible, fireEvent, press, screen, settled, show, waitFor, within } from './show.tsx'

const entries = [file('Archive'), file('Work'), file('Not mine', { mayShare: false }), file('photo.jpg')]

let copied: Promise<string>[]

beforeEach(() => {
  copied = []
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: {
      writeText: vi.fn(async (text: string) => void copied.push(Promise.resolve(text))),
      write: vi.fn(async ([item]: { blob: Promise<Blob> }[]) => {
        const text = (item as { blob: Promise<Blob> }).blob.then((blob) => blob.text())
        copied.push(text)
        text.catch(() => undefined)
        await text
      }),
    },
  })
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly blob: Promise<Blob> | undefined
      constructor(items: Record<string, Promise<Blob>>) {
        this.blob = items['text/plain']
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

async function open(answers: FakeBackend['answers'] = {}, view: Partial<View> = {}): Promise<FakeBackend> {
  const backend = new FakeBackend({ accounts: [account()], ...view })
  backend.answers = {
    'ui/outgoing': () => ({ ok: true, value: [] }),
    'ui/share-rules': () => ({ ok: true, value: rules() }),
    'ui/files': ({ path }) => ({ ok: true, value: { path, entries: path === '/' ? entries : inside(path) } }),
    'ui/search-files': () => ({ ok: true, value: { state: 'unsupported' } }),
    'ui/recommended-sharees': () => ({ ok: true, value: [] }),
    'ui/sharees': () => ({ ok: true, value: { state: 'found', found: [] } }),
    'ui/check-cloud-id': () => ({ ok: true, value: checked() }),
    'ui/suggest-password': () => ({ ok: true, value: 'Suggested-9-words' }),
    ...answers,
  }
  show(<SharesApp create />, backend)
  await settled()
  return backend
}

const inside = (path: string): FileView[] =>
  path === '/Archive' ? [] : [file('2026', { path: `${path}/2026` }), file('a.odt', { path: `${path}/a.odt` })]

const key = async (name: string): Promise<void> => {
  fireEvent.keyDown(document.activeElement as Element, { key: name })
  await settled()
}
const focused = () => document.activeElement?.textContent
const type = async (label: string, value: string): Promise<void> => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
  await settled()
}
/** Types whom to share with and waits for what is proposed. */
async function typeReceiver(value: string): Promise<void> {
  await type('Name or cloud ID', value)
  await waitFor(() => expect(screen.queryByText('Searching…')).toBeNull(), { timeout: 2000 })
}
const pickPhoto = async () => {
  await press('photo.jpg 123.5 kB Share')
}
const proposals = () => screen.queryAllByRole('option').map((option) => option.textContent)
const choose = async (text: string): Promise<void> => {
  const option = screen.getAllByRole('option').find((one) => one.textContent?.includes(text))
  fireEvent.click(option as HTMLElement)
  await settled()
}
const created = (backend: FakeBackend) => backend.requests('ui/create-share').map(({ share: made }) => made)

describe('what', () => {
  test('is found by keyboard: arrows, Enter, Backspace, back where one came from', async () => {
    await open()
    expect(document.activeElement).toBe(screen.getByLabelText('Search your files'))
    await expectAccessible()
    screen.getByRole('button', { name: /^Archive/ }).focus()
    await key('ArrowDown')
    expect(focused()).toBe('Work')
    await key('End')
    expect(focused()).toContain('photo.jpg')
    await key('Home')
    await key('ArrowDown')
    fireEvent.click(document.activeElement as Element)
    await settled()
    expect(focused()).toBe('2026')
    expect(screen.getByRole('navigation', { name: 'Folder' }).textContent).toBe('My filesWork')
    await expectAccessible()
    await key('Backspace')
    expect(focused()).toBe('Work')
  })

  test('an empty folder says so, and can be left', async () => {
    await open()
    fireEvent.click(screen.getByRole('button', { name: /^Archive/ }))
    await settled()
    expect(screen.getByText('Nothing in this folder.')).toBeTruthy()
    await expectAccessible()
    await key('Backspace')
    expect(screen.getByRole('button', { name: /^Work/ })).toBeTruthy()
  })

  test('is searched here at once and everywhere a moment later', async () => {
    const deep = file('old photo.jpg', { path: '/Work/old/old photo.jpg' })
    const backend = await open({
      'ui/search-files': ({ text }) => ({ ok: true, value: { state: 'found', found: text === 'photo' ? [deep] : [] } }),
    })
    await type('Search your files', 'phot')
    await type('Search your files', 'photo')
    expect(screen.queryByRole('button', { name: /^Archive/ })).toBeNull()
    expect(screen.getByRole('button', { name: /^photo.jpg/ })).toBeTruthy()
    await waitFor(() => expect(screen.getByText('/Work/old')).toBeTruthy(), { timeout: 2000 })
    expect(backend.requests('ui/search-files').map(({ text }) => text)).toEqual(['photo'])
    await expectAccessible()
    await type('Search your files', 'nothing of the kind')
    await waitFor(() => expect(screen.getByText('Nothing fits your search.')).toBeTruthy(), { timeout: 2000 })
  })

  test('of thousands only what is seen is rendered, and the keyboard reaches the last', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => file(`file ${n}.txt`))
    await open({ 'ui/files': () => ({ ok: true, value: { path: '/', entries: many } }) })
    expect(document.querySelectorAll('.file').length).toBeLessThan(60)
    screen.getByRole('button', { name: /^file 0.txt/ }).focus()
    await key('End')
    expect(focused()).toContain('file 4999.txt')
    expect(document.activeElement?.closest('li')?.getAttribute('aria-posinset')).toBe('5000')
    await expectAccessible()
  })

  test('that may not be shared on is not offered; a folder that cannot be read leaves the last', async () => {
    await open({
      'ui/files': ({ path }) =>
        path === '/' ? { ok: true, value: { path, entries } } : { ok: false, failure: { code: 'file-gone' } },
    })
    const row = screen.getByRole('button', { name: /^Not mine/ }).closest('li') as HTMLElement
    expect(within(row).getAllByRole('button')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: /^Work/ }))
    await settled()
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Archive/ })).toBeTruthy()
    await expectAccessible()
  })
})

describe('with whom', () => {
  test('is a combobox: federated first, arrows and Enter choose', async () => {
    const found = [sharee(), sharee({ kind: 'remote', id: 'dave@far.example', label: 'Dave', host: 'far.example' })]
    const backend = await open({
      'ui/sharees': () => ({ ok: true, value: { state: 'found', found } }),
      'ui/check-cloud-id': () => ({ ok: true, value: checked({ cloudId: 'dave@far.example', host: 'far.example' }) }),
    })
    await pickPhoto()
    const field = screen.getByRole('combobox', { name: 'Name or cloud ID' })
    expect(document.activeElement).toBe(field)
    await type('Name or cloud ID', 'c')
    await typeReceiver('ca')
    expect(backend.requests('ui/sharees').map(({ text }) => text)).toEqual(['ca'])
    expect(proposals()).toEqual(['Dave on another cloudfar.example', 'Carol Home on this cloud'])
    expect(field.getAttribute('aria-expanded')).toBe('true')
    await key('ArrowDown')
    await key('ArrowDown')
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
    expect(active?.textContent).toContain('Carol')
    await expectAccessible()
    await key('Escape')
    expect(field.getAttribute('aria-expanded')).toBe('false')
    await key('ArrowUp')
    await key('Enter')
    expect(screen.getByRole('heading', { name: 'How?' })).toBe(document.activeElement)
    expect(screen.getByText(/far.example takes shares from other clouds/)).toBeTruthy()
    await expectAccessible()
  })

  test('recommended ones come before anything is typed', async () => {
    await open({ 'ui/recommended-sharees': () => ({ ok: true, value: [sharee({ label: 'Often' })] }) })
    await pickPhoto()
    expect(screen.getByRole('listbox', { name: 'Recommended' }).textContent).toContain('Often')
    await expectAccessible()
  })

  test('a typed cloud id is offered first, asked for in the click, and its server checked before anything is sent', async () => {
    let state: CloudIdCheck['state'] = 'unchecked'
    const backend = await open({
      'ui/check-cloud-id': () => ({ ok: true, value: checked({ state }) }),
      'ui/create-share': () => ({ ok: true, value: { share: share() } }),
    })
    await pickPhoto()
    await typeReceiver('bob@remote.example')
    expect(proposals()[0]).toBe('bob on another cloudbob@remote.example')
    state = 'federates'
    await choose('on another cloud')
    expect(backend.requestedOrigins).toEqual([['https://remote.example']])
    expect(screen.getByText('remote.example takes shares from other clouds (Nextcloud).')).toBeTruthy()
    expect(created(backend)).toEqual([])
    await type('Note', 'For you')
    await press('Share')
    expect(created(backend)).toEqual([
      {
        path: '/photo.jpg',
        itemType: 'file',
        kind: 'remote',
        with: 'bob@remote.example',
        rights: { ...everything, create: false, delete: false },
        note: 'For you',
      },
    ])
    expect(screen.getByText('It is shared.')).toBeTruthy()
    expect(copied).toEqual([])
    await expectAccessible()
  })

  test('a check that was not allowed can be made up for, and one that failed does not forbid sending', async () => {
    let check = checked({ state: 'unchecked' })
    const backend = await open({
      'ui/check-cloud-id': () => ({ ok: true, value: check }),
      'ui/create-share': () => ({ ok: true, value: { share: share() } }),
    })
    backend.grants = false
    await pickPhoto()
    await typeReceiver('bob@remote.example')
    await choose('on another cloud')
    expect(screen.getByText('remote.example was not asked')).toBeTruthy()
    await expectAccessible()
    backend.grants = true
    check = checked({ state: 'failed', failure: { code: 'remote-federation-off' }, insecure: true })
    await press('Allow and ask')
    expect(screen.getByRole('alert').textContent).toContain('You can still send it')
    expect(screen.getByText(/plain http/)).toBeTruthy()
    await expectAccessible()
    await press('Share')
    expect(created(backend)).toHaveLength(1)
  })

  test('a cloud id of the own cloud leads to the person on it', async () => {
    const backend = await open({
      'ui/check-cloud-id': () => ({ ok: true, value: checked({ state: 'own', user: 'carol' }) }),
      'ui/sharees': ({ text }) => ({
        ok: true,
        value: { state: 'found', found: [sharee({ label: `Carol for ${text}` })] },
      }),
    })
    await pickPhoto()
    await typeReceiver('carol@home.example')
    expect(screen.getByText('That is your own cloud. Choose carol from the list.')).toBeTruthy()
    expect(proposals()).toEqual(['Carol for carol@home.example on this cloud', 'carol@home.example by e-mail'])
    await choose('Carol')
    expect(screen.getByRole('button', { name: 'Share' })).toBeTruthy()
    expect(backend.requestedOrigins).toEqual([])
  })

  test('a mail address can be written to, if the server sends mail', async () => {
    const backend = await open({ 'ui/create-share': () => ({ ok: true, value: { share: link({ kind: 'mail' }) } }) })
    await pickPhoto()
    await typeReceiver('dave@example.org')
    await choose('by e-mail')
    await press('Share')
    expect(created(backend)).toMatchObject([
      { kind: 'mail', with: 'dave@example.org', sendMail: true, rights: viewing },
    ])
    expect(screen.getByText(/It is shared\. The e-mail is on its way\./)).toBeTruthy()
    await expectAccessible()
  })

  test('too little typed, nobody found and a server in trouble are said', async () => {
    const backend = await open({ 'ui/share-rules': () => ({ ok: true, value: rules({ searchFrom: 4 }) }) })
    await pickPhoto()
    await typeReceiver('abc')
    expect(screen.getByText('Type at least 4 letters.')).toBeTruthy()
    expect(backend.requests('ui/sharees')).toEqual([])
    await typeReceiver('abcd')
    expect(screen.getByText('Nobody found')).toBeTruthy()
    backend.answers['ui/sharees'] = () => ({ ok: false, failure: { code: 'home-unreachable' } })
    await typeReceiver('abcde')
    expect(screen.getByText('Your cloud does not answer')).toBeTruthy()
    await expectAccessible()
  })

  test('where federated shares are off it says so and still offers the rest', async () => {
    const kinds = { link: linkRule(), user: kindRule() }
    const backend = await open({ 'ui/share-rules': () => ({ ok: true, value: rules({ kinds }) }) })
    await pickPhoto()
    expect(screen.getByText('Your cloud does not let you share with people on other clouds.')).toBeTruthy()
    await typeReceiver('bob@remote.example')
    expect(backend.requests('ui/check-cloud-id')).toEqual([])
    expect(proposals()).toEqual([])
    await expectAccessible()
  })
})

describe('a link', () => {
  test('is made and copied in one click', async () => {
    await open({ 'ui/quick-link': () => ({ ok: true, value: { share: link(), password: 'Made-up-1' } }) })
    await pickPhoto()
    await press('Copy a link')
    expect(await Promise.all(copied)).toEqual(['https://home.example/s/AbCdEfGh'])
    expect(screen.getByText('The link is on your clipboard.')).toBeTruthy()
    expect((screen.getByLabelText('Link') as HTMLInputElement).value).toBe('https://home.example/s/AbCdEfGh')
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('Made-up-1')
    expect(await screen.findByRole('img', { name: 'QR code of the link' })).toBeTruthy()
    await expectAccessible()
    await press('Done')
    expect(screen.getByRole('heading', { name: 'Shared by me' })).toBe(document.activeElement)
    expect(document.querySelectorAll('[data-row]')).toHaveLength(1)
  })

  test('with password and last day takes two clicks', async () => {
    const backend = await open({
      'ui/create-share': () => ({ ok: true, value: { share: link({ hasPassword: true }) } }),
    })
    await pickPhoto()
    await press('Link with password and last day')
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('Suggested-9-words')
    await expectAccessible()
    await press('Create and copy link')
    const [made] = created(backend)
    expect(made).toMatchObject({ kind: 'link', password: 'Suggested-9-words', rights: viewing })
    expect(made?.expires).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(await Promise.all(copied)).toEqual(['https://home.example/s/AbCdEfGh'])
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('Suggested-9-words')
  })

  test('keeps what is typed while a password is being proposed', async () => {
    let propose = (_: { ok: true; value: string }): void => undefined
    await open({ 'ui/suggest-password': () => new Promise((resolve) => (propose = resolve)) })
    await pickPhoto()
    await press('Link with password and last day')
    await type('Label', 'Typed meanwhile')
    await type('Last day', '2027-07-07')
    propose({ ok: true, value: 'Suggested-9-words' })
    await settled()
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('Suggested-9-words')
    expect((screen.getByLabelText('Label') as HTMLInputElement).value).toBe('Typed meanwhile')
    expect((screen.getByLabelText('Last day') as HTMLInputElement).value).toBe('2027-07-07')
  })

  test('that asks for files takes two clicks, for folders only', async () => {
    const kinds = { link: linkRule({ create: ['rights', 'hideDownload', 'fileRequest', 'note'] }) }
    const backend = await open({
      'ui/share-rules': () => ({ ok: true, value: rules({ kinds }) }),
      'ui/create-share': () => ({ ok: true, value: { share: link({ fileRequest: true }) } }),
    })
    await pickPhoto()
    expect(screen.queryByRole('button', { name: /File request/ })).toBeNull()
    await press('Change')
    const row = screen.getByRole('button', { name: /^Work/ }).closest('li') as HTMLElement
    fireEvent.click(within(row).getByRole('button', { name: 'Share' }))
    await settled()
    await press('File request: others put files in')
    expect(screen.queryByLabelText('Hide the download button')).toBeNull()
    await press('Create and copy link')
    expect(created(backend)).toMatchObject([
      { kind: 'link', fileRequest: true, rights: { ...viewing, read: false, create: true } },
    ])
    await expectAccessible()
  })

  test.each([
    ['password', 'Password', 'Password needs to be at least 10 characters long'],
    ['expires', 'Last day', 'Expiration date is in the past'],
    ['label', 'Label', 'Maximum label length is 255'],
    ['note', 'Note', 'Too long'],
  ] as const)('that is refused for its %s says so there and loses nothing', async (field, label, detail) => {
    await open({ 'ui/create-share': () => ({ ok: false, failure: { code: 'home-refused', detail }, field }) })
    await pickPhoto()
    await press('Link with password and last day')
    await type('Password', 'short')
    await type('Last day', '2020-02-02')
    await type('Label', 'My label')
    await type('Note', 'My note')
    await press('Create and copy link')
    const wrong = screen.getByLabelText(label)
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(wrong)
    expect(document.getElementById(`${wrong.id}-error`)?.textContent).toContain(detail)
    const values = ['Password', 'Last day', 'Label', 'Note'].map((name) => screen.getByLabelText(name))
    expect(values.map((one) => (one as HTMLInputElement).value)).toEqual(['short', '2020-02-02', 'My label', 'My note'])
    await expect(Promise.all(copied)).rejects.toThrow('nothing to copy')
    if (field === 'password') await expectAccessible()
  })

  test.each(['path', 'kind', 'with', 'rights', 'token', 'hideDownload', 'sendMail'] as const)(
    'that is refused for its %s never hides why',
    async (field) => {
      const failure = { code: 'home-refused', detail: `about ${field}` } as const
      await open({ 'ui/create-share': () => ({ ok: false, failure, field }) })
      await pickPhoto()
      await press('Link with other options')
      await press('Create and copy link')
      expect(screen.getAllByText(new RegExp(`about ${field}`))).toHaveLength(1)
    },
  )

  test('a failure of the server as a whole is told with cause and fix, and can be tried again', async () => {
    const backend = await open({ 'ui/create-share': () => ({ ok: false, failure: { code: 'home-unreachable' } }) })
    await pickPhoto()
    await press('Link with other options')
    await press('Create and copy link')
    expect(screen.getByRole('alert').textContent).toContain('Your cloud does not answer')
    backend.answers['ui/create-share'] = () => ({ ok: true, value: { share: link(), existing: true } })
    await press('Create and copy link')
    expect(screen.getByText('The link is on your clipboard.')).toBeTruthy()
  })

  test('of which a part was refused stands, and the rest can be mended at once', async () => {
    const refused = { field: 'note', failure: { code: 'home-refused', detail: 'Note too long' } } as const
    const backend = await open({
      'ui/create-share': () => ({ ok: true, value: { share: link({ label: 'Mine' }), refused } }),
      'ui/change-share': () => ({ ok: true, value: link({ label: 'Mine', note: 'Short' }) }),
    })
    await pickPhoto()
    await press('Link with other options')
    await type('Label', 'Mine')
    await type('Note', 'Very long')
    await press('Create and copy link')
    expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('Very long')
    expect(screen.getByLabelText('Note').getAttribute('aria-invalid')).toBe('true')
    await expectAccessible()
    await type('Note', 'Short')
    await press('Save')
    expect(backend.requests('ui/change-share')).toMatchObject([{ change: { note: 'Short' } }])
    expect(screen.queryByLabelText('Note')).toBeNull()
  })
})

describe('what was chosen and typed', () => {
  test('is there when one goes back, and when the popup was closed meanwhile, but never the password', async () => {
    const backend = await open()
    await pickPhoto()
    await press('Link with other options')
    await type('Label', 'Half done')
    fireEvent.click(screen.getByLabelText('With a password'))
    await type('Password', 'Very-secret-1')
    await settled()
    expect(JSON.stringify({ ...localStorage })).not.toContain('Very-secret')
    document.body.replaceChildren()
    show(<SharesApp create={false} />, backend)
    await settled()
    expect((screen.getByLabelText('Label') as HTMLInputElement).value).toBe('Half done')
    expect((screen.getByLabelText('Password') as HTMLInputElement).value).toBe('')
    await press('Cancel')
    expect(screen.getByRole('heading', { name: 'Shared by me' })).toBeTruthy()
    expect(localStorage.getItem('share-in-the-making')).toBeNull()
  })

  test('rights can be given one by one, and none that one has not', async () => {
    const most = { ...editing, delete: false }
    const backend = await open({
      'ui/files': () => ({ ok: true, value: { path: '/', entries: [file('Work', { rights: most })] } }),
      'ui/sharees': () => ({ ok: true, value: { state: 'found', found: [sharee()] } }),
      'ui/create-share': () => ({ ok: true, value: { share: share() } }),
    })
    await press('Share')
    await typeReceiver('carol')
    await choose('Carol')
    fireEvent.click(screen.getByRole('radio', { name: 'One by one…' }))
    await settled()
    expect((screen.getByLabelText('Delete') as HTMLInputElement).disabled).toBe(true)
    fireEvent.click(screen.getByLabelText('Change'))
    await expectAccessible()
    await press('Share')
    expect(created(backend)).toMatchObject([{ rights: { ...viewing, create: true } }])
  })

  test('without the rules of the server says why and asks again', async () => {
    let down = true
    await open({
      'ui/share-rules': () =>
        down ? { ok: false, failure: { code: 'home-unreachable' } } : { ok: true, value: rules() },
    })
    await pickPhoto()
    expect(screen.getByRole('alert').textContent).toContain('Your cloud does not answer')
    await expectAccessible()
    down = false
    await press('Try again')
    expect(screen.getByRole('combobox')).toBeTruthy()
  })
})
