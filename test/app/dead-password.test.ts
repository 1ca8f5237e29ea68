import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Account, AccountState } from '../../lib/domain/account.ts'
import type { Fault } from '../cloud-server/index.ts'
import { bobsFolder } from './clouds.ts'
import { stage, type Stage } from './mounts.ts'
import { Visitor } from './visitor.ts'
import { senderOf } from './world.ts'

/** What an app password is sent with. Asking whether the device is to be wiped goes without, once. */
const signedIn = /remote_shares|\/dav|webdav|cloud\/user/
const rejected: Fault = { path: signedIn, status: 401, times: Infinity, body: '' }

describe.each(['nextcloud-32', 'owncloud-10'] as const)('a password that died on %s', (product) => {
  let s: Stage
  beforeEach(async () => {
    s = await stage(product, 'nextcloud-32')
    for (const name of ['Mounted', 'Pending', 'Other']) await s.send(name)
    await s.accept('Mounted')
  })
  afterEach(() => s.clouds.stop())

  const idOf = (name: string): string => s.view().pending.find((share) => share.name === name)?.id ?? ''
  const ref = (name: string) => ({ accountId: s.accountId, shareId: s.mounted()[name]?.id ?? idOf(name) })
  const state = () => (s.world.stored['accounts'] as Account[])[0]?.state
  const tries = () => s.home.log.filter(({ path, status }) => signedIn.test(path) && status === 401).length
  const die = (on: Partial<Fault> = {}) => void s.home.faults.add({ ...rejected, ...on })

  /** Tries until now, and with all that a day of alarms, a new worker and a curious user bring. */
  async function triesInAll(): Promise<[AccountState | undefined, number, number]> {
    const before = tries()
    for (let hours = 0; hours < 30; hours += 3) await s.world.wait(s.worker, 3 * 3_600_000)
    await s.world.startWorker().app.wake()
    await s.worker.ui['ui/refresh']({})
    await s.worker.ui['ui/refresh-mounted']({})
    return [state(), before, tries()]
  }
  const once = ['signed-out', 1, 1]

  test('before a mount is tried once', async () => {
    die()
    const job = await new Visitor(s.world, s.worker).click(bobsFolder(s.remote, 'Clicked'))
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'home-rejected-login' } })
    expect(await triesInAll()).toEqual(once)
  })

  test.each([
    ['while its share is awaited', { method: 'GET', path: /pending$/, skip: 1 }],
    ['when its share is accepted', { method: 'POST', path: /pending\/\d+$/ }],
  ])('in the midst of a mount is tried once: %s', async (_, on) => {
    const { skip, ...fault } = { skip: 0, ...on }
    // The list before the asking is still answered.
    if (skip > 0) s.home.faults.add({ path: fault.path, method: 'GET', delayMs: 0, times: skip })
    die(fault)
    const job = await new Visitor(s.world, s.worker).click(bobsFolder(s.remote, 'Midst'))
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'home-rejected-login' } })
    expect(await triesInAll()).toEqual(once)
  })

  test.each([
    ['an acceptance', () => s.worker.ui['ui/accept'](ref('Pending'))],
    ['an unmounting', () => s.worker.ui['ui/unmount'](ref('Mounted'))],
    ['the list of mounted shares', () => s.worker.ui['ui/refresh-mounted']({})],
    ['a folder', () => s.worker.ui['ui/files']({ accountId: s.accountId, path: '/' })],
    ['a poll', () => s.worker.ui['ui/refresh']({})],
  ])('is tried once for %s', async (_, act) => {
    die()
    await act()
    expect(await triesInAll()).toEqual(once)
  })

  test('is tried once for a decline', async () => {
    await s.worker.ui['ui/decline'](ref('Pending'))
    die()
    await s.world.wait(s.worker, 10_000)
    await s.worker.app.sendAnswers()
    expect(await triesInAll()).toEqual(once)
  })

  test.each([
    ['looking', 'PROPFIND'],
    ['copying', 'COPY'],
  ])('is tried once for a copy that is %s', async (_, method) => {
    die({ method })
    const begun = await s.worker.ui['ui/keep-copy']({ ...ref('Mounted'), folder: '/' })
    if (begun.ok) await s.worker.app.runCopy(begun.value.id)
    expect(s.view().copies).toMatchObject([{ state: 'failed', failure: { code: 'home-rejected-login' } }])
    expect(await triesInAll()).toEqual(once)
  })

  test('which the user has replaced says nothing about the new one', async () => {
    die()
    const visitor = new Visitor(s.world, s.worker)
    const page = bobsFolder(s.remote, 'Replaced')
    const job = await visitor.click(page)
    s.home.faults.clear()
    s.world.stored['accounts'] = (s.world.stored['accounts'] as Account[]).map((one) => ({ ...one, state: 'ready' }))
    // A page that was open all the while asks how its job is.
    await s.worker.page['page/job']({ jobId: job.id, seen: 'asking' }, senderOf(page.base, page.token))
    expect(state()).toBe('ready')
  })
})
