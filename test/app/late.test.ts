import { describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { Cloud } from '../cloud-server/index.ts'
import { bobsFolder } from './clouds.ts'
import { mountsOf, readHome, scene } from './scene.ts'

const it_ = scene('nextcloud-32', 'nextcloud-32')

const jobs = () => it_.world.stored['jobs'] as MountJob[]
const job = () => jobs().at(-1)
const titles = () => [...it_.world.notifications.values()].map(({ title }) => title)
const accountId = () => (it_.world.stored['accounts'] as { id: string }[])[0]?.id ?? ''

/** The user added bob's link, and Homeward has given up waiting for its share. */
async function gaveUp(name: string): Promise<void> {
  const page = { ...bobsFolder(it_.remote, name), owner: 'bob' }
  it_.remote.faults.add({ path: /createFederatedShare/, status: 200, body: '{"remoteUrl":"x"}', times: 1 })
  const ended = await it_.visitor.click(page)
  expect(ended).toMatchObject({ state: 'failed', failure: { code: 'arrival-timeout' } })
}

const sends = async (owner: string, path: string, remote: Cloud = it_.remote): Promise<void> => {
  remote.writeFile(owner, `${path}/hello.txt`, `hello from ${owner}`)
  await remote.sendFederatedShare({ owner, path, shareWith: it_.home.cloudId('alice') })
}

async function poll(): Promise<void> {
  await it_.worker.app.refresh(accountId())
  // What was found is accepted while nobody waits for it.
  for (let tries = 0; tries < 50; tries++) await new Promise((resolve) => setTimeout(resolve, 4))
}

describe('a share that comes after Homeward has given up waiting', () => {
  it('is accepted by itself, and told of', async () => {
    await gaveUp('Late')
    await sends('bob', '/Late')
    await poll()
    expect(job()).toMatchObject({ state: 'mounted', already: false })
    expect(job()).not.toHaveProperty('failure')
    expect(await readHome(it_.home, '/Late/hello.txt')).toBe('hello from bob')
    expect(titles()).toEqual(['Added to your cloud: Late'])
  })

  it('is accepted once, though two polls see it and the worker dies in between', async () => {
    await gaveUp('Once')
    await sends('bob', '/Once')
    await Promise.all([poll(), poll()])
    await it_.world.startWorker().app.wake()
    expect(mountsOf(it_.home, 'Once')).toHaveLength(1)
    expect(mountsOf(it_.home, 'Once')[0]).toMatchObject({ accepted: true, mountpoint: '/Once' })
  })

  it('is accepted after the silence of a home that had enough, which is left alone until then', async () => {
    const page = { ...bobsFolder(it_.remote, 'Throttled'), owner: 'bob' }
    const list = /remote_shares\/pending$/
    let lists = 0
    const { fetch } = it_.worker.app.ports
    // The first list is answered; from then on the home has had enough.
    it_.worker.app.ports.fetch = (...request) => {
      if (String(request[0]).endsWith('/pending') && ++lists === 2) {
        it_.home.faults.add({ path: list, status: 429, body: '', times: Infinity })
      }
      return fetch(...request)
    }
    expect(await it_.visitor.click(page)).toMatchObject({ state: 'failed', failure: { code: 'home-throttled' } })
    await poll()
    it_.home.clearLog()
    for (let minutes = 0; minutes < 29; minutes++) await it_.world.wait(it_.worker, 60_000)
    expect(it_.home.log).toEqual([])
    it_.home.faults.clear()
    await it_.world.wait(it_.worker, 5 * 60_000)
    await poll()
    expect(job()).toMatchObject({ state: 'mounted' })
    expect(mountsOf(it_.home, 'Throttled')).toMatchObject([{ accepted: true, mountpoint: '/Throttled' }])
  })

  it('waits in the inbox when it is somebody else’s, or one of two', async () => {
    await gaveUp('Bait')
    await sends('carol', '/Bait')
    await poll()
    expect(job()).toMatchObject({ state: 'failed' })
    await gaveUp('Twins')
    await sends('bob', '/Twins')
    it_.remote.writeFile('bob', '/again/Twins/x.txt', 'x')
    await it_.remote.sendFederatedShare({ owner: 'bob', path: '/again/Twins', shareWith: it_.home.cloudId('alice') })
    await poll()
    expect(job()).toMatchObject({ state: 'failed' })
    expect([...mountsOf(it_.home, 'Bait'), ...mountsOf(it_.home, 'Twins')].map(({ accepted }) => accepted)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('waits in the inbox when the user wants that, with the word that it was asked for', async () => {
    await it_.worker.ui['ui/choose-settings']({ acceptAsked: false })
    await gaveUp('Manual')
    await sends('bob', '/Manual')
    await poll()
    expect(job()).toMatchObject({ state: 'failed' })
    expect(titles()).toContain('Shared with you: Manual')
  })

  it('is left alone once the user has answered it', async () => {
    await gaveUp('Unwanted')
    await sends('bob', '/Unwanted')
    await it_.worker.ui['ui/choose-settings']({ acceptAsked: false })
    await poll()
    const shareId = String(mountsOf(it_.home, 'Unwanted')[0]?.id)
    const { app, ui } = it_.worker
    // The clock of this world jumps over the time to undo it, so the decline is sent at once.
    await ui['ui/choose-settings']({ acceptAsked: true })
    await ui['ui/decline']({ accountId: accountId(), shareId })
    await app.refresh(accountId())
    await poll()
    expect(job()).toMatchObject({ state: 'failed' })
    expect(mountsOf(it_.home, 'Unwanted').filter(({ accepted }) => accepted)).toEqual([])
  })
})
