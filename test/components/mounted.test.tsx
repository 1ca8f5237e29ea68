// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import type { Result } from '../../lib/domain/result.ts'
import type { Unmounted, View } from '../../lib/protocol.ts'
import { account, FakeBackend, mounted } from './fake-backend.ts'
import { change, expectAccessible, fireEvent, press, screen, settled, show, waitFor, within } from './show.tsx'

/** The popup with its Mounted tab open. */
async function open(view: Partial<View>, answers: FakeBackend['answers'] = {}): Promise<FakeBackend> {
  const backend = new FakeBackend({
    accounts: [account()],
    mountedChecks: [{ accountId: 'a1', checkedAt: Date.now() - 120_000, slow: false }],
    ...view,
  })
  backend.answers = answers
  show(<PopupApp />, backend)
  fireEvent.click(screen.getByRole('tab', { name: 'Mounted' }))
  await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).not.toBeNull())
  return backend
}

const rows = () => within(screen.getByRole('list', { name: 'Mounted shares' })).getAllByRole('listitem')
const said = () => screen.getAllByRole('status').map((one) => one.textContent)

describe('a mounted share', () => {
  test('says what, where, from whom, from which server in full, and opens', async () => {
    await open({ mounted: [mounted({ mountpoint: '/Shares/Holiday photos (2)', insecure: true })] })
    const [row] = rows()
    expect(within(row as HTMLElement).getByRole('heading').textContent).toBe('Holiday photos (2)')
    for (const text of [
      '/Shares/Holiday photos (2)',
      'Grace Hopper',
      'remote.example:8443/cloud',
      'Not encrypted (http)',
    ]) {
      expect(row?.textContent).toContain(text)
    }
    expect(screen.getByRole('link', { name: 'Open in my cloud' }).getAttribute('href')).toBe(mounted().openUrl)
    await expectAccessible()
  })

  test('is painted from the last time while the servers are asked, once', async () => {
    const never = () => new Promise<void>(() => undefined)
    const backend = await open({ mounted: [mounted()] }, { 'ui/refresh-mounted': never })
    expect(rows()).toHaveLength(1)
    await waitFor(() => expect(backend.requests('ui/refresh-mounted')).toHaveLength(1))
    await settled()
    expect(backend.requests('ui/refresh-mounted')).toHaveLength(1)
    expect(screen.getByText('Checking…')).toBeTruthy()
    await expectAccessible()
  })

  test('of one of several accounts stands under its account', async () => {
    const accounts = [account(), account({ id: 'a2', displayName: 'Work', host: 'work.example', isDefault: false })]
    await open({ accounts, mounted: [mounted(), mounted({ accountId: 'a2', mountpoint: '/Minutes' })] })
    const list = screen.getByRole('list', { name: 'Mounted shares Work work.example' })
    expect(within(list).getByRole('heading', { level: 4 }).textContent).toBe('Minutes')
    await expectAccessible()
  })
})

describe('unmounting', () => {
  test('asks first, says what stays, and can be cancelled with the focus back in the row', async () => {
    const backend = await open({ mounted: [mounted()] })
    await press('Unmount')
    const question = screen.getByRole('group', { name: 'Take this out of your cloud?' })
    expect(document.activeElement).toBe(question)
    expect(question.textContent).toContain('The files stay with Grace Hopper')
    await expectAccessible()
    fireEvent.keyDown(question, { key: 'Escape' })
    await settled()
    expect(rows()[0]?.contains(document.activeElement)).toBe(true)
    expect(backend.requests('ui/unmount')).toEqual([])
  })

  test('shows progress, speaks, and moves the focus on', async () => {
    const backend = await open({ mounted: [mounted(), mounted({ id: '8', mountpoint: '/Minutes' })] })
    let answer = (_: Result<Unmounted>): void => undefined
    backend.answers['ui/unmount'] = () => new Promise((resolve) => (answer = resolve))
    const [first] = rows()
    fireEvent.click(within(first as HTMLElement).getByRole('button', { name: 'Unmount' }))
    await settled()
    const yes = within(screen.getByRole('group')).getByRole('button', { name: 'Unmount' })
    yes.focus()
    fireEvent.click(yes)
    change(backend, { mounted: [mounted({ leaving: true }), mounted({ id: '8', mountpoint: '/Minutes' })] })
    await settled()
    expect(rows()[0]?.textContent).toContain('Unmounting…')
    await expectAccessible()
    answer({ ok: true, value: 'unmounted' })
    change(backend, { mounted: [mounted({ id: '8', mountpoint: '/Minutes' })] })
    await settled()
    expect(backend.requests('ui/unmount')).toEqual([{ accountId: 'a1', shareId: '7' }])
    expect(said()).toContain('Holiday photos is no longer in your cloud')
    expect(rows()[0]?.contains(document.activeElement)).toBe(true)
  })

  test('that had to be done the other way says so', async () => {
    const backend = await open({ mounted: [mounted()] })
    backend.answers['ui/unmount'] = () => {
      backend.change({ mounted: [] })
      return { ok: true, value: 'row-removed' }
    }
    await press('Unmount')
    await press('Unmount')
    expect(screen.getByText('Removed the other way')).toBeTruthy()
    expect(screen.getByText('No shares are mounted.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Mounted shares' }))
    await expectAccessible()
    await press('Dismiss')
    expect(screen.queryByText('Removed the other way')).toBeNull()
  })

  test('that failed says why', async () => {
    await open({ mounted: [mounted({ failure: { code: 'home-refused', detail: 'Could not unshare' } })] })
    expect(screen.getByText('Your cloud refused this')).toBeTruthy()
    expect(screen.getByText('Could not unshare').tagName).toBe('BLOCKQUOTE')
    await expectAccessible()
  })
})

describe('trouble', () => {
  test.each([
    ['dead', 'Taken back by its owner', 'Remove the dead entry'],
    ['left', 'No longer in your cloud', 'Remove from this list'],
  ] as const)('%s is said, and removed without a question', async (trouble, title, button) => {
    const backend = await open({ mounted: [mounted({ trouble })] })
    expect(screen.getByText(title)).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Open in my cloud' })).toBeNull()
    await expectAccessible()
    backend.answers['ui/unmount'] = () => ({ ok: true, value: 'unmounted' })
    await press(button)
    expect(backend.requests('ui/unmount')).toEqual([{ accountId: 'a1', shareId: '7' }])
  })

  test('unreachable is said, and everything else stays possible', async () => {
    await open({ mounted: [mounted({ trouble: 'unreachable' })] })
    expect(screen.getByText('Cannot be reached right now')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Unmount' })).toBeTruthy()
    await expectAccessible()
  })

  test('of one account leaves what is known of all', async () => {
    const accounts = [account(), account({ id: 'a2', host: 'work.example', isDefault: false })]
    const mountedChecks = [
      { accountId: 'a1', checkedAt: 0, slow: false, failure: { code: 'home-unreachable' } as const },
      { accountId: 'a2', checkedAt: Date.now(), slow: true },
    ]
    await open({ accounts, mountedChecks, mounted: [mounted(), mounted({ accountId: 'a2' })] })
    expect(screen.getByText('Your cloud does not answer')).toBeTruthy()
    expect(screen.getByText(/Some servers keep your cloud waiting/)).toBeTruthy()
    expect(screen.getAllByText('Holiday photos')).toHaveLength(2)
    await expectAccessible()
  })
})

describe('the list', () => {
  test('empty says so, and before the first time that nothing is known', async () => {
    const backend = await open({})
    expect(screen.getByText('No shares are mounted.')).toBeTruthy()
    await expectAccessible()
    change(backend, { mountedChecks: [] })
    expect(screen.getByText('Homeward has not seen your mounted shares yet.')).toBeTruthy()
  })

  test('without an account leads to the options', async () => {
    const backend = new FakeBackend()
    show(<PopupApp />, backend)
    fireEvent.click(screen.getByRole('tab', { name: 'Mounted' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Connect my cloud' })).not.toBeNull())
    await expectAccessible()
  })

  test('can be searched from ten on', async () => {
    const many = Array.from({ length: 10 }, (_, n) => mounted({ id: `${n}`, mountpoint: `/Share ${n}` }))
    const backend = await open({ mounted: many.slice(1) })
    expect(screen.queryByRole('searchbox')).toBeNull()
    change(backend, { mounted: [...many, mounted({ id: 'x', name: 'Übung', mountpoint: '/Übung' })] })
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'ubung hopper' } })
    expect(rows()).toHaveLength(1)
    expect(said()).toContain('1 found')
    await expectAccessible()
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search' }), { target: { value: 'nothing like it' } })
    expect(screen.getByText('Nothing fits your search.')).toBeTruthy()
    await expectAccessible()
  })
})
