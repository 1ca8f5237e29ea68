// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import type { Result } from '../../lib/domain/result.ts'
import type { PendingShareView } from '../../lib/protocol.ts'
import { account, FakeBackend, pending } from './fake-backend.ts'
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

  test('accepts one after the other, each failure in its row', async () => {
    const backend = inbox(...many(4))
    const answers: ((result: Result<{ openUrl: string }>) => void)[] = []
    backend.answers['ui/accept'] = () => new Promise((resolve) => answers.push(resolve))
    await press('Choose several')
    fireEvent.click(box('All'))
    fireEvent.click(box('Share 3'))
    expect(screen.getByText('3 of 4 chosen')).toBeTruthy()
    await expectAccessible()
    await press('Accept 3')
    expect(backend.requests('ui/accept')).toHaveLength(1)
    expect(said()).toContain('Accepting 1 of 3…')
    await expectAccessible()
    answers[0]?.({ ok: true, value: { openUrl } })
    await settled()
    expect(said()).toContain('Accepting 2 of 3…')
    answers[1]?.({ ok: false, failure: { code: 'home-unreachable' } })
    await settled()
    answers[2]?.({ ok: true, value: { openUrl } })
    await settled()
    expect(said()).toContain('2 of 3 accepted')
    expect(rows()[1]?.textContent).toContain('Your cloud does not answer')
    expect(screen.getAllByRole('link', { name: 'Open in my cloud' })).toHaveLength(2)
    expect(backend.requests('ui/accept').map(({ shareId }) => shareId)).toEqual(['0', '1', '2'])
    await expectAccessible()
  })

  test('can be stopped: the rest stays as it is', async () => {
    const backend = inbox(...many(3))
    let answer = (_: Result<{ openUrl: string }>): void => undefined
    backend.answers['ui/accept'] = () => new Promise((resolve) => (answer = resolve))
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Accept 3')
    await press('Stop')
    answer({ ok: true, value: { openUrl } })
    await settled()
    expect(said()).toContain('1 of 3 accepted')
    expect(backend.requests('ui/accept')).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: 'Accept' })).toHaveLength(2)
  })

  test('declines them, each with its undo', async () => {
    const backend = inbox(...many(2))
    backend.answers['ui/decline'] = ({ shareId }) =>
      backend.change({
        pending: backend.view.pending.map((share) =>
          share.id === shareId ? { ...share, answer: 'declining' } : share,
        ),
      })
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Decline 2')
    expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(2)
    expect(said()).toContain('2 of 2 declined. Each can be undone for a few seconds.')
    await expectAccessible()
  })

  test('takes only what a search shows', async () => {
    const backend = inbox(...many(12))
    backend.answers['ui/accept'] = () => ({ ok: true, value: { openUrl } })
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'share 1' } })
    await press('Choose several')
    fireEvent.click(box('All'))
    await press('Accept 3')
    expect(backend.requests('ui/accept').map(({ shareId }) => shareId)).toEqual(['1', '10', '11'])
  })
})
