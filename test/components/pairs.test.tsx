// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import { account, FakeBackend, job } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, options, press, screen, settled, show } from './show.tsx'

const homeAddress = { base: 'https://home.example', host: 'home.example', product: 'nextcloud' } as const
const link = 'https://remote.example/index.php/s/abc'

async function paste(text: string): Promise<void> {
  fireEvent.input(screen.getByLabelText('Paste a share link'), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await settled()
}

describe('without signing in', () => {
  test('only the address is kept, and no permission is asked for', async () => {
    const backend = options()
    backend.answers['ui/use-address'] = () => ({ ok: true, value: undefined })
    await press('Use without signing in')
    await expectAccessible()
    fireEvent.input(screen.getByLabelText('Server address'), { target: { value: 'home.example' } })
    await press('Use this address')
    expect(backend.requests('ui/use-address')).toEqual([{ address: 'home.example', insecureConfirmed: false }])
    expect(backend.requestedOrigins).toEqual([])
    change(backend, { homeAddress })
    expect(screen.getByText(/shares are added by home.example itself/)).toBeTruthy()
    await expectAccessible()
    await press('Forget this address')
    expect(backend.requests('ui/use-address')[1]).toEqual({ address: null, insecureConfirmed: false })
  })

  test('the popup opens the home’s own dialog for a pasted link', async () => {
    const backend = new FakeBackend({ homeAddress })
    backend.answers['ui/open-dialog'] = () => ({ ok: true, value: undefined })
    show(<PopupApp />, backend)
    await paste(link)
    expect(backend.requests('ui/open-dialog')).toEqual([{ address: link }])
    expect(screen.getByText(/Your cloud asks you in a new tab/)).toBeTruthy()
    await expectAccessible()
  })
})

describe('a link that cannot simply be added', () => {
  test('to a private network can be tried all the same', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    backend.answers['ui/add-link'] = ({ anyway }) =>
      anyway ? { ok: true, value: job() } : { ok: false, failure: failure('remote-private-address') }
    show(<PopupApp />, backend)
    await paste(link)
    await expectAccessible()
    await press('Try anyway')
    expect(backend.requests('ui/add-link')[1]).toEqual({ address: link, anyway: true })
    expect(screen.queryByText('Your cloud can hardly reach the other server')).toBeNull()
  })

  test('of the own cloud can be opened', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    backend.answers['ui/add-link'] = () => ({ ok: false, failure: failure('own-share') })
    show(<PopupApp />, backend)
    await paste(link)
    expect(screen.getByRole('link', { name: 'Open the link' }).getAttribute('href')).toBe(link)
  })

  test('leads to the help', async () => {
    const why = failure('pair-needs-open-link')
    const backend = new FakeBackend({ accounts: [account()], jobs: [job({ state: 'failed', failure: why })] })
    show(<PopupApp />, backend)
    await press('More about this')
    expect(backend.opened).toEqual(['help about pair-needs-open-link'])
  })
})

describe('notes of a job', () => {
  test('the user is awaited in a tab of the home', async () => {
    const backend = new FakeBackend({ accounts: [account()], jobs: [job({ note: 'sign-in-at-home' })] })
    show(<PopupApp />, backend)
    expect(screen.getByText(/Log in to your cloud in the tab/).closest('[role=status]')).toBeTruthy()
    await expectAccessible()
  })

  test('the owner does not know', async () => {
    const mounted = job({ state: 'mounted', note: 'owner-not-told', openUrl: 'https://home.example/f/1' })
    show(<PopupApp />, new FakeBackend({ accounts: [account()], jobs: [mounted] }))
    expect(screen.getByText(/does not see you in their list of shares/)).toBeTruthy()
  })
})

test('an account whose server calls itself something else carries a warning', async () => {
  options({ accounts: [account({ callsItself: 'other.example' })] })
  expect(screen.getByText(/calls itself other.example/)).toBeTruthy()
  await expectAccessible()
})

describe('a link of a server that does not get along with the home', () => {
  const dialog = 'https://home.example/invitations'
  const refuse = (backend: FakeBackend) =>
    void (backend.answers['ui/add-link'] = () => ({ ok: false, failure: failure('pair-unsupported') }))
  const ocisLink = 'https://remote.example/files/link/public/abc'

  test('in the shape of oCIS, goes to the background like any other', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    refuse(backend)
    backend.answers['ui/invitation'] = () => ({ is: 'impossible' })
    show(<PopupApp />, backend)
    await paste(ocisLink)
    await settled()
    expect(backend.requests('ui/add-link')).toEqual([{ address: ocisLink }])
    expect(screen.getByText('These two servers cannot share with each other')).toBeTruthy()
    expect(screen.queryByText('Accept an invitation')).toBeNull()
    await expectAccessible()
  })

  test('is offered the way by an invitation when both servers know it', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    refuse(backend)
    backend.answers['ui/invitation'] = () => ({ is: 'possible', dialog })
    show(<PopupApp />, backend)
    await paste(ocisLink)
    await settled()
    expect(backend.requests('ui/invitation')).toEqual([{ base: 'https://remote.example' }])
    expect(screen.getByText(/Ask the person who shared it for an invitation/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Accept an invitation' }).getAttribute('href')).toBe(dialog)
    await expectAccessible()
  })

  test('asks for the permission in the click that needs it', async () => {
    const backend = new FakeBackend({ accounts: [account()] })
    refuse(backend)
    let allowed = false
    backend.answers['ui/invitation'] = () => ({ is: allowed ? 'impossible' : 'not-allowed-to-ask' })
    show(<PopupApp />, backend)
    await paste(ocisLink)
    await settled()
    expect(screen.getByText(/Whether remote.example knows them too/)).toBeTruthy()
    await expectAccessible()
    allowed = true
    await press('Allow and ask')
    expect(backend.requestedOrigins).toEqual([['https://remote.example']])
    expect(screen.getByText('The other server does not offer invitations.')).toBeTruthy()
  })
})

describe('a cloud of a kind that cannot be connected', () => {
  test('is told so truthfully, and its address can be kept', async () => {
    const backend = options()
    backend.answers['ui/connect'] = () => ({ ok: false, failure: failure('product-unsupported', '10.11.0') })
    backend.answers['ui/use-address'] = () => ({ ok: true, value: undefined })
    fireEvent.input(screen.getByLabelText('Server address'), { target: { value: 'ocis.example' } })
    await press('Connect')
    expect(screen.getByText('Homeward cannot sign in to this kind of cloud')).toBeTruthy()
    await expectAccessible()
    await press('Keep the address only')
    expect(backend.requests('ui/use-address')).toEqual([{ address: 'ocis.example', insecureConfirmed: false }])
    change(backend, { homeAddress: { base: 'https://ocis.example', host: 'ocis.example', product: 'ocis' } })
    expect(screen.getByText(/Homeward knows your cloud ocis.example/)).toBeTruthy()
    await expectAccessible()
  })
})
