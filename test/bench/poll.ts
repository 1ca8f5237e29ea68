import type { Page } from '@playwright/test'
import { createCloud } from '../../lib/cloud/create-cloud.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import { startClouds, type Cloud } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { count, ratios, series, type Series } from './statistics.ts'
import { openWorkerSession } from './worker-session.ts'

const runs = 9
const path = '/ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending'

/** What one poll costs server, network and background worker, by how many shares are pending. */
export async function benchPoll(): Promise<Series[]> {
  const clouds = await startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users: { alice: { password: 'alice-password' } } },
  ])
  const home = clouds.cloud('nc-home')
  const homeward = await Homeward.launch()
  await homeward.connect(home)
  const session = await openWorkerSession(homeward.context)
  const page = await homeward.openOptions()
  const results: Series[] = []
  let pending = 0
  for (const target of [0, 10, 100, 1000]) {
    while (pending < target) await receive(home, pending++)
    const [busy, taken, bare]: [number[], number[], number[]] = [[], [], []]
    let bytes = 0
    for (let run = 0; run <= runs; run++) {
      home.clearLog()
      let time = 0
      const work = await session.profile(async () => (time = await poll(page)))
      if (home.log.length !== 1) throw new Error(`one poll made ${home.log.length} requests`)
      const asked = performance.now()
      bytes = await answerBytes(home)
      const answered = performance.now()
      if (run === 0) continue
      bare.push(answered - asked)
      busy.push(work.busy)
      taken.push(time)
    }
    results.push(
      count(`poll: requests, ${target} pending`, '', 1, '1'),
      count(`poll: bytes of the answer, ${target} pending`, 'B', bytes),
      series(`poll: worker busy, ${target} pending`, 'ms', busy),
      series(`poll: from start to stored, ${target} pending`, 'ms', taken),
      series(`poll: from start to stored / its request bare, ${target} pending`, 'x', ratios(taken, bare)),
    )
  }
  results.push(series('background: heap, 1000 pending', 'kB', [(await session.heap()) / 1000]))
  await homeward.close()
  await clouds.stop()
  return results
}

/** An invitation from somebody, as their server would deliver it. */
async function receive(home: Cloud, index: number): Promise<void> {
  const cloud = createCloud({ fetch: loopbackFetch, base: home.base })
  const told = await cloud.announce('nextcloud', {
    link: { base: 'http://nobody.localhost:9', token: `token${index}` },
    name: `Shared folder number ${index}`,
    owner: `owner-${index}`,
    userId: 'alice',
    cloudId: home.cloudId('alice'),
    remoteId: `remote-id-${index}`,
  })
  if (!told.ok) throw new Error(`the invitation was refused: ${told.failure.code}`)
}

/** As the popup does when it opens. */
const poll = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<void> } } }
    const started = performance.now()
    await chrome.runtime.sendMessage({ call: 'ui/refresh', request: {} })
    return performance.now() - started
  })

/** The same request bare, from Node. */
async function answerBytes(home: Cloud): Promise<number> {
  const authorization = `Basic ${Buffer.from('alice:alice-password').toString('base64')}`
  const answer = await loopbackFetch(home.base + path, { headers: { authorization, 'OCS-APIRequest': 'true' } })
  return (await answer.arrayBuffer()).byteLength
}
