// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import type { PendingShareView, View } from '../../lib/protocol.ts'
import { account, FakeBackend, mounted, pending } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, press, screen, settled, show, within } from './show.tsx'

const openUrl = 'https://home.example/index.php/apps/files/'
const many = (count: number): PendingShareView[] =>
  Array.from({ length: count }, (_, n) => pending({ id: `${n}`, name: `Share ${n}` }))

function inbox(...shares: PendingShareView[]): FakeBackend {
  const backend = new FakeBackend({ accounts: [account()], pending: shares })
  show(<PopupApp />, backend)
  return backend
}

const rows = () => within(screen.getByRole('list', { name: 'Pending shares' })).getAllByRole('listitem')
const said = () => screen.getAllByRole('status').map((one) => one.textContent)

/** Long enough for the clock to go on. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('searching', () => {
  test('is offered from ten shares on, and finds by name, owner and server', async () => {
    const backend = inbox(...many(9))
    expect(screen.queryByRole('searchbox')).toBeNull()
    change(backend, { pending: [...many(9), pending({ id: 'x', name: 'Minutes', remote: 'other.example' })] })
    const box = screen.getByRole('searchbox', { name: 'Search' })
    fireEvent.input(box, { target: { value: 'OTHER grace' } })
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Minutes')])
    expect(said()).toContain('1 found')
    await expectAccessible()
    fireEvent.input(box, { target: { value: 'zzz' } })
    expect(screen.queryByRole('list', { name: 'Pending shares' })).toBeNull()
    expect(screen.getByText('Nothing fits your search.')).toBeTruthy()
    await expectAccessible()
  })
})

describe('a pending share', () => {
  test('that came since the popup was last opened is marked, once', async () => {
    const old = pending({ firstSeen: Date.now() - 60_000 })
    const first = show(<PopupApp />, new FakeBackend({ accounts: [account()], pending: [old] }))
    expect(screen.queryByText('New')).toBeNull()
    first.unmount()
    await moment()
    const fresh = pending({ id: '8', name: 'Minutes', firstSeen: Date.now() })
    await moment()
    const view = { accounts: [account()], pending: [fresh, old] }
    const second = show(<PopupApp />, new FakeBackend(view))
    expect(rows().map((row) => within(row).queryByText('New') !== null)).toEqual([true, false])
    await expectAccessible()
    second.unmount()
    await moment()
    show(<PopupApp />, new FakeBackend(view))
    expect(screen.queryByText('New')).toBeNull()
  })

  test('the user asked for, and one whose server is out of reach, say so', async () => {
    inbox(pending({ asked: true, outOfReach: 'private' }), pending({ id: '8', outOfReach: 'loopback' }))
    expect(rows()[0]?.textContent).toContain('You asked for this')
    expect(rows()[0]?.textContent).toContain('in a private network')
    expect(rows()[1]?.textContent).toContain('only works on that machine')
    await expectAccessible()
  })
})

describe('answering several', () => {
  const box = (name: string) => screen.getByRole('checkbox', { name })

  test('is offered for two or more, and can be cancelled', async () => {
    const backend = inbox(...many(1))
    expect(screen.queryByRole('button', { name: 'Choose several' })).toBeNull()
    change(backend, { pending: many(2) })
    await press('Choose several')
    expect(document.activeElement).toBe(box('All'))
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull()
    await expectAccessible()
    await press('Cancel')
    expect(screen.getAllByRole('button', { name: 'Accept' })).toHaveLength(2)
  })

  /** The background, as far as this popup sees it. */
  const progress = (backend: FakeBackend, left: PendingShareView[], total: number, mountedIds: string[] = []): void => {
    const answered = left.filter(({ answer }) => answer)
    const [first] = answered
    change(backend, {
      pending: left,
      mounted: mountedIds.map((id) => mounted({ id, name: `Share ${id}`, openUrl })),
      several: first?.answer ? { answer: first.answer, left: answered.length, total } : undefined,
    } as Partial<View>)
  }
  const accepting = (share: PendingShareView): PendingShareView => ({ ...share, answer: 'accepting' })

  test('accepts in the background, each failure in its row', async () => {
    const shares = many(4)
    const [one, two, three, four] = shares as [PendingShareView, PendingShareView, PendingShareView, PendingShareView]
    const backend = inbox(...shares)
    await press('Choose several')
    fireEvent.click(box('All'))
    fireEvent.click(box('Share 3'))
    expect(screen.getByText('3 of 4 chosen')).toBeTruthy()
    await expectAccessible()
    await press('Accept 3')
    const refs = ['0', '1', '2'].map((shareId) => ({ accountId: 'a1', shareId }))
    expect(backend.requests('ui/answer-several')).toEqual([{ refs, answer: 'accept' }])
    expect(backend.requests('ui/accept')).toEqual([])
    expect(said()).toContain('Accepting 1 of 3…')
    progress(backend, [...[one, two, three].map(accepting), four], 3)
    expect(said()).toContain('Accepting 1 of 3…')
    expect(within(rows()[3] as HTMLElement).getByRole('button', { name: 'Accept' })).toBeTruthy()
    await expectAccessible()
    progress(backend, [...[two, three].map(accepting), four], 3, ['0'])
    expect(said()).toContain('Accepting 2 of 3…')
    expect(rows().map((row) => row.textContent?.includes('Added'))).toEqual([true, false, false, false])
    progress(backend, [{ ...two, failure: { code: 'home-unreachable' } }, four], 3, ['0', '2'])
    expect(said()).toContain('2 of 3 accepted')
    expect(rows()[1]?.textContent).toContain('Your cloud does not answer')
    expect(screen.getAllByRole('link', { name: 'Open in my cloud' })).toHaveLength(2)
    await expectAccessible()
  })

  test('shows a popup that is opened meanwhile how far it has come, and can be stopped there', async () => {
    const shares = many(3)
    const several = { answer: 'accepting', left: 2, total: 12 } as const
    const pendingShares = shares.map((share, index) => (index < 2 ? accepting(share) : share))
    const backend = new FakeBackend({ accounts: [account()], pending: pendingShares, several })
    show(<PopupApp />, backend)
    expect(said()).toContain('Accepting 11 of 12…')
    expect(screen.queryByRole('button', { name: 'Choose several' })).toBeNull()
    await expectAccessible()
    await press('Stop')
    expect(backend.requests('ui/stop-several')).toHaveLength(1)
    progress(backend, shares, 12)
    expect(screen.getAllByRole('button', { name: 'Accept' })).toHaveLength(3)
    expect(screen.getByRole('button', { name: 'Choose several' })).toBeTruthy()
  })

  test('can be stopped: the rest stays as it is', async () => {
    const shares = many(3)
    const backend = inbox(...shares)
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Accept 3')
    progress(backend, shares.map(accepting), 3)
    await press('Stop')
    progress(backend, shares.slice(1), 3, ['0'])
    expect(said()).toContain('1 of 3 accepted')
    expect(screen.getAllByRole('button', { name: 'Accept' })).toHaveLength(2)
  })

  test('declines them, each with its undo', async () => {
    const shares = many(2)
    const backend = inbox(...shares)
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Decline 2')
    progress(
      backend,
      shares.map((share) => ({ ...share, answer: 'declining' })),
      2,
    )
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2)
    expect(said()).toContain('Declining 1 of 2…')
    expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy()
    await expectAccessible()
    progress(backend, [], 2)
    expect(said()).toContain('2 of 2 declined')
  })

  test('that nobody has written down says so in each row', async () => {
    const backend = inbox(...many(2))
    backend.answers['ui/answer-several'] = () => Promise.reject(new Error('the worker died'))
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Accept 2')
    await settled()
    expect(rows().map((row) => row.textContent?.includes('This was interrupted'))).toEqual([true, true])
    expect(screen.getByRole('button', { name: 'Choose several' })).toBeTruthy()
  })

  test('takes only what a search shows', async () => {
    const backend = inbox(...many(12))
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'share 1' } })
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Accept 3')
    expect(backend.requests('ui/answer-several')[0]?.refs.map(({ shareId }) => shareId)).toEqual(['1', '10', '11'])
  })
})
