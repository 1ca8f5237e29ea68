// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import { failure } from '../../lib/domain/failure.ts'
import type { JobView } from '../../lib/protocol.ts'
import { account, FakeBackend, job } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, screen, settled, show, within } from './show.tsx'

function popup(...jobs: JobView[]): FakeBackend {
  const backend = new FakeBackend({ accounts: [account()], jobs })
  backend.answers['ui/add-link'] = () => ({ ok: true, value: job() })
  show(<PopupApp />, backend)
  return backend
}

const box = (): HTMLInputElement => screen.getByLabelText('Paste a share link')
const paste = async (text: string): Promise<void> => {
  fireEvent.input(box(), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Add' }))
  await settled()
}
const errorOf = (field: HTMLElement): string | null | undefined =>
  document.getElementById(field.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent
const link = 'https://remote.example/index.php/s/abc'

describe('the paste box', () => {
  test('hands a share link on as it is and empties itself', async () => {
    const backend = popup()
    await paste(`  ${link}?dir=/ `)
    expect(backend.requests('ui/add-link')).toEqual([{ address: `${link}?dir=/` }])
    expect(backend.requestedOrigins).toEqual([])
    expect(box().value).toBe('')
  })

  test.each([
    '',
    'hello',
    'https://remote.example/',
    'javascript:alert(1)//s/abc',
    'https://remote.example/apps/x/s/abc',
  ])('refuses %j near the field and asks nobody', async (text) => {
    const backend = popup()
    await paste(text)
    expect(backend.requests('ui/add-link')).toEqual([])
    expect(box().getAttribute('aria-invalid')).toBe('true')
    expect(errorOf(box())).toMatch(/Paste the link you were given|This is not a share link/)
    expect(document.activeElement).toBe(box())
    await expectAccessible()
    fireEvent.input(box(), { target: { value: 'h' } })
    expect(box().getAttribute('aria-invalid')).toBeNull()
  })

  test('shows why a link could not be added', async () => {
    const backend = popup()
    backend.answers['ui/add-link'] = () => ({ ok: false, failure: failure('own-share') })
    await paste(link)
    expect(screen.getByText('This share comes from your own cloud')).toBeTruthy()
    expect(box().value).toBe(link)
    await expectAccessible()
  })

  test('asks for a permission only when it is missing, in a click, and then goes on', async () => {
    const backend = popup()
    backend.answers['ui/add-link'] = () => ({ ok: false, failure: failure('home-permission-missing') })
    await paste(link)
    expect(backend.requestedOrigins).toEqual([])
    await expectAccessible()

    backend.grants = false
    fireEvent.click(screen.getByRole('button', { name: 'Allow and add' }))
    expect(backend.requestedOrigins).toEqual([['https://remote.example']])
    await settled()
    expect(screen.getByText(/^Not allowed/)).toBeTruthy()
    expect(backend.requests('ui/add-link')).toHaveLength(1)

    backend.grants = true
    backend.answers['ui/add-link'] = () => ({ ok: true, value: job() })
    fireEvent.click(screen.getByRole('button', { name: 'Allow and add' }))
    await settled()
    expect(backend.requests('ui/add-link')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Allow and add' })).toBeNull()
  })

  test('lets the user choose between several accounts', async () => {
    const backend = popup()
    change(backend, { accounts: [account(), account({ id: 'a2', host: 'work.example', isDefault: false })] })
    const choice: HTMLSelectElement = screen.getByLabelText('Add to')
    expect(choice.value).toBe('a1')
    await expectAccessible()
    fireEvent.change(choice, { target: { value: 'a2' } })
    await paste(link)
    expect(backend.requests('ui/add-link')).toEqual([{ address: link, accountId: 'a2' }])
  })
})

describe('a job', () => {
  test.each([
    ['asking', 'Asking the other server…'],
    ['waiting', 'Waiting for the share to arrive in your cloud…'],
    ['accepting', 'Accepting it in your cloud…'],
  ] as const)('that is %s says so', async (state, words) => {
    popup(job({ state, name: 'Plans' }))
    const card = screen.getByText('Plans').closest('li') as HTMLElement
    expect(within(card).getByRole('status').textContent).toBe(words)
    expect(card.textContent).toContain('remote.example')
    await expectAccessible()
  })

  test.each([
    [false, 'Added to your cloud'],
    [true, 'Already in your cloud'],
  ])('that is mounted (already: %j) opens the share', async (already, words) => {
    const openUrl = 'https://home.example/index.php/apps/files/?dir=%2FPlans'
    const backend = popup(job({ state: 'mounted', already, openUrl }))
    expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: 'Open in my cloud' }).getAttribute('href')).toBe(openUrl)
    await expectAccessible()
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(backend.requests('ui/dismiss-job')).toEqual([{ jobId: 'j1' }])
    change(backend, { jobs: [] })
    expect(document.activeElement).toBe(screen.getByRole('tabpanel'))
  })

  test('never links to anything but http(s)', () => {
    popup(job({ state: 'mounted', openUrl: 'javascript:alert(1)' }))
    expect(screen.getByText('Open in my cloud').hasAttribute('href')).toBe(false)
  })

  test('that needs a password asks for it, and again when it was wrong', async () => {
    const backend = popup(job({ state: 'needs-password', failure: failure('password-needed') }))
    backend.answers['ui/job-password'] = () => ({ ok: true, value: job() })
    const field: HTMLInputElement = screen.getByLabelText('Share password')
    expect(field.type).toBe('password')
    await expectAccessible()
    const card = field.closest('li') as HTMLElement
    fireEvent.click(within(card).getByRole('button', { name: 'Add' }))
    expect(backend.requests('ui/job-password')).toEqual([])
    fireEvent.input(field, { target: { value: 'secret' } })
    fireEvent.click(within(card).getByRole('button', { name: 'Add' }))
    await settled()
    expect(backend.requests('ui/job-password')).toEqual([{ jobId: 'j1', password: 'secret' }])
    expect(field.value).toBe('')

    change(backend, { jobs: [job({ state: 'needs-password', failure: failure('password-wrong') })] })
    await settled()
    expect(screen.getByLabelText('Share password').getAttribute('aria-invalid')).toBe('true')
    expect(errorOf(screen.getByLabelText('Share password'))).toBe('This password was not accepted')
    await expectAccessible()
  })

  test('that failed says what, why and what to do, with the server quoted, and goes away on demand', async () => {
    const backend = popup(
      job({ state: 'failed', failure: failure('remote-cannot-reach-home', 'could not find ada@home.example') }),
    )
    const card = screen.getByRole('list', { name: 'Added links' })
    expect(card.textContent).toContain('The other server could not deliver the share to your cloud')
    expect(card.textContent).toContain('self-signed certificate')
    expect(card.textContent).toContain('Ask your administrator')
    expect(screen.getByText('could not find ada@home.example').tagName).toBe('BLOCKQUOTE')
    await expectAccessible()
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(backend.requests('ui/dismiss-job')).toEqual([{ jobId: 'j1' }])
  })

  test('that lacks a permission can be allowed and begun anew', async () => {
    const backend = popup(job({ state: 'failed', failure: failure('home-permission-missing') }))
    backend.answers['ui/add-link'] = () => ({ ok: true, value: job({ id: 'j2' }) })
    fireEvent.click(screen.getByRole('button', { name: 'Allow and add' }))
    await settled()
    expect(backend.requestedOrigins).toEqual([['https://remote.example']])
    expect(backend.requests('ui/add-link')).toEqual([{ address: link, accountId: 'a1' }])
    expect(backend.requests('ui/dismiss-job')).toEqual([{ jobId: 'j1' }])
  })
})
