// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import type { PageView } from '../../lib/protocol.ts'
import { account, FakeBackend, job } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, press, screen, settled, show, within } from './show.tsx'

const link = { base: 'https://remote.example', token: 'abc' }
const photos: PageView = { link, name: 'Photos', needsPassword: false }

/** The popup, opened on a share page. */
async function popup(page: PageView | null, view: ConstructorParameters<typeof FakeBackend>[0] = {}) {
  const backend = new FakeBackend({ accounts: [account()], ...view })
  backend.tab = { id: 7, url: 'https://remote.example/index.php/s/abc?path=/' }
  backend.answers['ui/page'] = () => page
  backend.answers['ui/add-page'] = () => ({ ok: true, value: { do: 'show', job: job() } })
  show(<PopupApp />, backend)
  await settled()
  return backend
}

const wishes = (backend: FakeBackend) => backend.requests('ui/add-page')

describe('the popup on a share page', () => {
  test('offers what the page shows, first of all, and adds it in one click', async () => {
    const backend = await popup(photos)
    const offer = screen.getByRole('form', { name: 'Photos' })
    expect(screen.getByRole('tabpanel').firstElementChild).toBe(offer)
    expect(offer.textContent).toContain('remote.example')
    await expectAccessible()
    await press('Add to my cloud')
    expect(wishes(backend)).toEqual([{ tabId: 7, link }])
    change(backend, { jobs: [job({ name: 'Photos', state: 'waiting' })] })
    expect(screen.queryByRole('button', { name: 'Add to my cloud' })).toBeNull()
    const list = screen.getByRole('list', { name: 'The share on this page' })
    expect(within(list).getByRole('status').textContent).toBe('Waiting for the share to arrive in your cloud…')
    expect(screen.queryByRole('list', { name: 'Added links' })).toBeNull()
    await expectAccessible()
  })

  test('offers a page it has not recognised yet by its address', async () => {
    const backend = await popup(null)
    expect(screen.getByRole('form', { name: 'The share on this page' })).toBeTruthy()
    await press('Add to my cloud')
    expect(wishes(backend)).toEqual([{ tabId: 7, link }])
    await expectAccessible()
  })

  test('asks for the password of a protected link', async () => {
    const backend = await popup({ link, needsPassword: true })
    await press('Add to my cloud')
    expect(wishes(backend)).toEqual([])
    const field: HTMLInputElement = screen.getByLabelText('Share password')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.activeElement).toBe(field)
    await expectAccessible()
    fireEvent.input(field, { target: { value: 'Correct-horse-9' } })
    await press('Add to my cloud')
    expect(wishes(backend)).toEqual([{ tabId: 7, link, password: 'Correct-horse-9' }])
    expect(field.value).toBe('')
  })

  test('says why a page can never be added', async () => {
    await popup({ link, needsPassword: false, failure: failure('pair-unsupported') })
    expect(screen.queryByRole('button', { name: 'Add to my cloud' })).toBeNull()
    expect(screen.getByRole('form').textContent).toContain('These two servers cannot share with each other')
    await expectAccessible()
  })

  test('warns, and tries in spite of the warning', async () => {
    const backend = await popup(photos)
    backend.answers['ui/add-page'] = () => ({ ok: false, failure: failure('remote-private-address') })
    await press('Add to my cloud')
    await expectAccessible()
    await press('Try anyway')
    expect(wishes(backend)[1]).toEqual({ tabId: 7, link, anyway: true })
  })

  test('lets the user choose between several accounts', async () => {
    const work = account({ id: 'a2', host: 'work.example', isDefault: false })
    const backend = await popup(photos, { accounts: [account(), work] })
    const form = screen.getByRole('form', { name: 'Photos' })
    fireEvent.change(within(form).getByLabelText('Add to'), { target: { value: 'a2' } })
    await press('Add to my cloud')
    expect(wishes(backend)).toEqual([{ tabId: 7, link, accountId: 'a2' }])
    await expectAccessible()
  })

  test('offers again what has failed, and shows the failure', async () => {
    const failed = job({ state: 'failed', failure: failure('arrival-timeout') })
    await popup(photos, { jobs: [failed, job({ id: 'j2', link: { ...link, token: 'other' } })] })
    expect(screen.getByRole('button', { name: 'Add to my cloud' })).toBeTruthy()
    expect(within(screen.getByRole('list', { name: 'Added links' })).getAllByRole('listitem')).toHaveLength(2)
  })

  test('without an account hands it to the dialog of the user’s cloud', async () => {
    const homeAddress = { base: 'https://home.example', host: 'home.example', product: 'nextcloud' } as const
    const backend = await popup(photos, { accounts: [], homeAddress })
    backend.answers['ui/add-page'] = () => ({ ok: true, value: { do: 'opened', host: 'home.example' } })
    await press('Add to my cloud')
    expect(screen.getByText(/^Your cloud asks you in a new tab/)).toBeTruthy()
    await expectAccessible()
  })

  test('names of strangers stay text', async () => {
    await popup({ ...photos, name: '<b>\u202egnp.exe</b>' })
    expect(screen.getByRole('form').querySelector('b')).toBeNull()
  })
})

test('on any other page there is no offer', async () => {
  const backend = new FakeBackend({ accounts: [account()] })
  backend.tab = { id: 7, url: 'https://example.org/news' }
  backend.answers['ui/page'] = () => null
  show(<PopupApp />, backend)
  await settled()
  expect(screen.queryByRole('button', { name: 'Add to my cloud' })).toBeNull()
})
