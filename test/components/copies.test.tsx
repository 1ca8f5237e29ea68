// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { PopupApp } from '../../components/PopupApp.tsx'
import type { FilesView, View } from '../../lib/protocol.ts'
import { account, copy, FakeBackend, mounted } from './fake-backend.ts'
import { file, viewing } from './outgoing-fixtures.ts'
import { change, expectAccessible, fireEvent, press, screen, settled, show, waitFor, within } from './show.tsx'

const folders: Record<string, FilesView> = {
  '/': {
    path: '/',
    entries: [
      file('Archive'),
      file('Kept'),
      file('Received', { received: true }),
      file('Read only', { rights: viewing }),
      file('Work'),
      file('a.txt'),
    ],
    free: 12_300_000_000,
  },
  '/Archive': { path: '/Archive', entries: [file('2026', { path: '/Archive/2026' })] },
  '/Archive/2026': { path: '/Archive/2026', entries: [] },
}

async function open(view: Partial<View> = {}): Promise<FakeBackend> {
  const mountedChecks = [{ accountId: 'a1', checkedAt: Date.now(), slow: false }]
  const backend = new FakeBackend({ accounts: [account()], mounted: [mounted()], mountedChecks, ...view })
  backend.answers['ui/files'] = ({ path }) => {
    const folder = folders[path]
    return folder ? { ok: true, value: folder } : { ok: false, failure: { code: 'file-gone' } }
  }
  show(<PopupApp />, backend)
  fireEvent.click(screen.getByRole('tab', { name: 'Mounted' }))
  await waitFor(() => expect(screen.queryByRole('heading', { level: 2 })).not.toBeNull())
  return backend
}

const picker = () => screen.getByRole('group', { name: 'Keep a copy in which folder?' })
const said = () => screen.getAllByRole('status').map((one) => one.textContent)

describe('picking a folder', () => {
  test('begins at the top, says what a copy is and how much space is left', async () => {
    await open()
    await press('Keep a copy')
    expect(document.activeElement).toBe(picker())
    expect(picker().textContent).toContain('it stays when the owner takes the share back')
    expect(picker().textContent).toContain('12.3 GB free')
    expect(said()).toContain('Folders inside: 3')
    await expectAccessible()
  })

  test('goes in and out by keyboard, and copies into the folder that is shown', async () => {
    const backend = await open()
    backend.answers['ui/keep-copy'] = () => {
      backend.change({ copies: [copy({ folder: '/Archive', state: 'preparing' })] })
      return { ok: true, value: copy() }
    }
    await press('Keep a copy')
    const list = within(screen.getByRole('list', { name: 'Folders inside' }))
    const [first, second] = list.getAllByRole('button')
    expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1])
    first?.focus()
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(second)
    fireEvent.keyDown(second as HTMLElement, { key: 'End' })
    expect(document.activeElement?.textContent).toBe('Work')

    await press('Archive')
    expect(document.activeElement).toBe(picker())
    await press('2026')
    expect(screen.getByText('No folders inside.')).toBeTruthy()
    await expectAccessible()
    await press('Archive')
    expect(screen.getByText('Archive').closest('[aria-current]')).not.toBeNull()
    await press('Copy here')
    expect(backend.requests('ui/keep-copy')).toEqual([{ accountId: 'a1', shareId: '7', folder: '/Archive' }])
    expect(screen.queryByRole('group')).toBeNull()
    expect(said()).toContain('Copying Holiday photos')
    expect(said()).toContain('Making sure there is enough space…')
    await expectAccessible()
  })

  test('a folder that cannot be opened leaves the last one, and says why', async () => {
    const backend = await open()
    await press('Keep a copy')
    backend.answers['ui/files'] = () => ({ ok: false, failure: { code: 'file-gone' } })
    await press('Kept')
    expect(screen.getByRole('alert').textContent).toContain('This file or folder is gone')
    expect(screen.getByRole('button', { name: 'Work' })).toBeTruthy()
    await expectAccessible()
  })

  test('is left with Escape, the focus back in the row', async () => {
    const backend = await open()
    await press('Keep a copy')
    fireEvent.keyDown(picker(), { key: 'Escape' })
    await settled()
    expect(screen.queryByRole('group')).toBeNull()
    expect(document.activeElement?.closest('[data-row]')).not.toBeNull()
    expect(backend.requests('ui/keep-copy')).toEqual([])
  })
})

describe('a copy', () => {
  const card = () => within(screen.getByRole('list', { name: 'Copies' })).getByRole('listitem')

  test.each([
    ['preparing', { state: 'preparing' }, 'Making sure there is enough space…'],
    ['copying', { state: 'copying', to: '/Kept/Holiday photos (2)' }, 'Your cloud is copying. You can close this.'],
    ['in doubt', { state: 'copying', unsure: true }, 'No answer yet.'],
  ] as const)('that is %s says so', async (_, more, words) => {
    await open({ copies: [copy(more)] })
    expect(card().textContent).toContain(words)
    await expectAccessible()
  })

  test('that is done opens, stays when the share is gone, and can be dismissed', async () => {
    const backend = await open({ copies: [copy()] })
    const done = copy({ state: 'done', to: '/Kept/Holiday photos', openUrl: 'https://home.example/f' })
    change(backend, { mounted: [], copies: [done] })
    expect(card().textContent).toContain('/Kept/Holiday photos')
    expect(screen.getByRole('link', { name: 'Open the copy' }).getAttribute('href')).toBe('https://home.example/f')
    expect(said()).toContain('The copy is in your cloud')
    await expectAccessible()
    await press('Dismiss')
    expect(backend.requests('ui/dismiss-copy')).toEqual([{ copyId: 'c1' }])
  })

  test('that failed says why and can be tried again', async () => {
    const backend = await open({ copies: [copy({ state: 'failed', folder: '/', failure: { code: 'storage-full' } })] })
    expect(card().textContent).toContain('Copy to My files')
    expect(card().textContent).toContain('There is not enough space for a copy')
    await expectAccessible()
    await press('Try again')
    expect(backend.requests('ui/keep-copy')).toEqual([{ accountId: 'a1', shareId: '7', folder: '/' }])
  })
})
