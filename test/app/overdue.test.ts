import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from './clouds.ts'
import { senderOf, World, type Worker } from './world.ts'

const hour = 60 * 60_000
const accept = /remote_shares\/pending\/\d+$/

let pair: Pair
let world: World
let worker: Worker

beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
afterAll(() => pair.clouds.stop())
beforeEach(async () => {
  pair.home.faults.clear()
  world = new World()
  worker = world.startWorker()
  await connectAlice(worker, pair.home)
  await new Promise((resolve) => setTimeout(resolve, 40))
})

const jobs = (): MountJob[] => world.stored['jobs'] as MountJob[]
const rows = (name: string) => pair.home.remoteShares('alice').filter((row) => row.name === `/${name}`)
const sent = (): number => pair.home.log.filter(({ method, path }) => method === 'POST' && accept.test(path)).length

/** A job whose share waits at home, in the state a sleeping machine left it in. */
async function asleep(name: string, state: Partial<MountJob>): Promise<string> {
  const page = bobsFolder(pair.remote, name)
  await pair.remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: pair.home.cloudId('alice') })
  const step = await worker.page['page/mount']({ page }, senderOf(page.base, page.token))
  if (step.do !== 'ask') throw new Error('not asked')
  const shareId = String(rows(name)[0]?.id)
  world.stored['jobs'] = jobs().map((job) => ({ ...job, shareId, ...state }))
  pair.home.clearLog()
  return shareId
}

/** The laptop was closed, and a new worker takes up what is left. */
async function sleepAndWake(milliseconds: number): Promise<void> {
  world.clock += milliseconds
  await world.startWorker().app.wake()
}

describe('a laptop that slept', () => {
  it.each([
    ['asking', { state: 'asking', asked: true }],
    ['waiting', { state: 'waiting', asked: true }],
    ['accepting', { state: 'accepting', asked: true }],
    ['accepting, perhaps sent', { state: 'accepting', asked: true, acceptSent: true }],
    ['needs-password', { state: 'needs-password' }],
  ] as const)('for more than a day ends a job that was %s, and accepts nothing', async (name, state) => {
    await asleep(`Day ${name}`, state)
    await sleepAndWake(25 * hour)
    expect(jobs()).toMatchObject([{ state: 'failed', failure: { code: 'job-interrupted' } }])
    expect([sent(), rows(`Day ${name}`).length, rows(`Day ${name}`)[0]?.accepted]).toEqual([0, 1, false])
  })

  it('for a day finds out that its acceptance had been heard', async () => {
    const shareId = await asleep('Heard', { state: 'accepting', asked: true, acceptSent: true })
    await worker.ui['ui/refresh']({})
    await worker.ui['ui/accept']({ accountId: jobs()[0]?.accountId ?? '', shareId })
    pair.home.clearLog()
    await sleepAndWake(25 * hour)
    expect(jobs()).toMatchObject([{ state: 'mounted', mountpoint: '/Heard' }])
    expect(sent()).toBe(0)
  })

  it('for a day and wakes without a network still ends its job', async () => {
    await asleep('Offline', { state: 'accepting', asked: true, acceptSent: true })
    pair.home.faults.add({ path: /remote_shares/, drop: true, times: Infinity })
    await sleepAndWake(25 * hour)
    expect(jobs()).toMatchObject([{ state: 'failed', failure: { code: 'job-interrupted' } }])
  })

  it('for some hours looks before it accepts: meanwhile the user did it elsewhere', async () => {
    const shareId = await asleep('Elsewhere', { state: 'accepting', asked: true })
    await worker.ui['ui/refresh']({})
    await worker.ui['ui/accept']({ accountId: jobs()[0]?.accountId ?? '', shareId })
    pair.home.clearLog()
    await sleepAndWake(5 * hour)
    expect(jobs()).toMatchObject([{ state: 'mounted', mountpoint: '/Elsewhere' }])
    expect([sent(), rows('Elsewhere')[0]?.mountpoint]).toEqual([0, '/Elsewhere'])
  })

  it('for some hours and finds the share still pending goes on with it', async () => {
    await asleep('Goes on', { state: 'accepting', asked: true })
    await sleepAndWake(5 * hour)
    expect(jobs()).toMatchObject([{ state: 'mounted', mountpoint: '/Goes on' }])
    expect(sent()).toBe(1)
  })
})

it('an inbox painted hours ago is no ground to accept from: the share is looked up first', async () => {
  bobsFolder(pair.remote, 'Old list')
  await pair.remote.sendFederatedShare({ owner: 'bob', path: '/Old list', shareWith: pair.home.cloudId('alice') })
  await worker.ui['ui/refresh']({})
  const [accountId = ''] = Object.keys(world.stored['inbox'] as object)
  const shareId = String(rows('Old list')[0]?.id)
  const other = new World()
  const elsewhere = other.startWorker()
  const otherId = await connectAlice(elsewhere, pair.home)
  await elsewhere.ui['ui/refresh']({})
  await elsewhere.ui['ui/accept']({ accountId: otherId, shareId })
  world.clock += 3 * hour
  expect(await worker.ui['ui/accept']({ accountId, shareId })).toMatchObject({ ok: true })
  expect(rows('Old list')).toMatchObject([{ accepted: true, mountpoint: '/Old list' }])
})
