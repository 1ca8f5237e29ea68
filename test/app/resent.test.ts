import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFederatedShareRequest } from '../../lib/domain/mount-request.ts'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { MountAnswer } from '../../lib/protocol.ts'
import type { Fault } from '../cloud-server/index.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from './clouds.ts'
import { senderOf, World, type Worker } from './world.ts'

let pair: Pair

beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
afterAll(() => pair.clouds.stop())

/**
 * The page asks, the connection breaks, and the browser sends the request again by itself, as Chromium does on a
 * connection it has used before: all that the page gets to know is the second answer.
 */
async function askTwice(world: World, worker: Worker, name: string): Promise<() => Promise<MountJob>> {
  const page = bobsFolder(pair.remote, name)
  const sender = senderOf(page.base, page.token)
  const step = await worker.page['page/mount']({ page }, sender)
  if (step.do !== 'ask') throw new Error(step.do)
  const { url, body } = createFederatedShareRequest(page, step.shareWith)
  await loopbackFetch(url, { method: 'POST', body })
  const second = await loopbackFetch(url, { method: 'POST', body })
  const answer: MountAnswer = { status: second.status, body: await second.text() }
  expect(answer.body).toContain('already shared')
  return async () => {
    await worker.page['page/asked']({ jobId: step.jobId, answer, withPassword: false }, sender)
    return (world.stored['jobs'] as MountJob[]).at(-1) as MountJob
  }
}

describe('“already shared”, said to a request that the browser sent again', () => {
  const troubles: [string, Fault][] = [
    ['out of reach', { path: /remote_shares/, drop: true, times: Infinity }],
    ['in maintenance', { path: /remote_shares/, status: 503, times: Infinity }],
  ]

  it.each(troubles)('is not believed while the home is %s: it is asked later', async (name, fault) => {
    const world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    const report = await askTwice(world, worker, name)
    pair.home.faults.add(fault)
    expect(await report()).toMatchObject({ state: 'asking', asked: true })
    pair.home.faults.clear()
    await world.wait(world.startWorker(), 61_000)
    expect(world.stored['jobs']).toMatchObject([{ state: 'mounted', mountpoint: `/${name}` }])
    const rows = pair.home.remoteShares('alice').filter((row) => row.name === `/${name}`)
    expect(rows).toMatchObject([{ accepted: true, mountpoint: `/${name}` }])
  })

  it('ends the job when the home stays away', async () => {
    const world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    const report = await askTwice(world, worker, 'Away')
    pair.home.faults.add({ path: /remote_shares/, drop: true, times: Infinity })
    await report()
    for (let minutes = 0; minutes < 12; minutes++) await world.wait(worker, 61_000)
    expect(world.stored['jobs']).toMatchObject([{ state: 'failed', failure: { code: 'home-unreachable' } }])
    expect([...world.alarms.keys()].filter((name) => name.startsWith('job:'))).toEqual([])
    pair.home.faults.clear()
  })
})
