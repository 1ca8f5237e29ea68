import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { Cloud } from '../cloud-server/index.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from './clouds.ts'
import { Visitor } from './visitor.ts'
import { World } from './world.ts'

const text = async (cloud: Cloud, path: string) => new TextDecoder().decode(await cloud.readFile('alice', path))

describe.each([
  ['nextcloud-32', 'nextcloud-32'],
  ['nextcloud-30', 'nextcloud-32'],
  ['nextcloud-32', 'nextcloud-30'],
  ['owncloud-10', 'nextcloud-32'],
] as const)('mounting into %s from %s', (homeProduct, remoteProduct) => {
  let pair: Pair
  let world: World
  let visitor: Visitor

  beforeAll(async () => void (pair = await startPair(homeProduct, remoteProduct)))
  afterAll(() => pair.clouds.stop())
  beforeEach(async () => {
    world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    visitor = new Visitor(world, worker)
    pair.home.faults.clear()
    pair.remote.faults.clear()
  })

  it('mounts a folder and reads it back through home', async () => {
    const job = await visitor.click(bobsFolder(pair.remote, 'Photos'))
    expect(job).toMatchObject({ state: 'mounted', already: false })
    expect(job.openUrl).toContain('dir=%2FPhotos')
    expect(await text(pair.home, '/Photos/hello.txt')).toBe('hello from Photos')
  })

  it('mounts a protected folder after a wrong password', async () => {
    const page = bobsFolder(pair.remote, 'Secret', { password: 'Correct-horse-9' })
    expect(await visitor.click(page)).toMatchObject({ state: 'needs-password', failure: { code: 'password-needed' } })
    expect(await visitor.click(page, 'wrong')).toMatchObject({
      state: 'needs-password',
      failure: { code: 'password-wrong' },
    })
    expect(await visitor.click(page, 'Correct-horse-9')).toMatchObject({ state: 'mounted' })
    expect(await text(pair.home, '/Secret/hello.txt')).toBe('hello from Secret')
    expect(JSON.stringify(world.stored)).not.toContain('Correct-horse-9')
  })

  it('says that a link is in the cloud already, and mounts nothing twice', async () => {
    const page = bobsFolder(pair.remote, 'Twice')
    await visitor.click(page)
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted', already: true })
    world.stored['jobs'] = []
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted', already: true })
    expect(pair.home.remoteShares('alice').filter(({ name }) => name === '/Twice')).toHaveLength(1)
  })

  it('joins a second click while the first is under way', async () => {
    const page = bobsFolder(pair.remote, 'Double')
    const [one, two] = await Promise.all([visitor.click(page), visitor.click(page)])
    expect([one.state, two.state]).toEqual(['mounted', 'mounted'])
    expect(two.id).toBe(one.id)
    expect(pair.home.remoteShares('alice').filter(({ name }) => name.startsWith('/Double'))).toHaveLength(1)
  })

  it('joins a click in a second tab', async () => {
    const page = bobsFolder(pair.remote, 'Tabs')
    const clicks = [visitor.click(page), visitor.click(page, undefined, 'document 2')]
    const [one, two] = await Promise.all(clicks)
    expect([one?.state, two?.state, two?.id]).toEqual(['mounted', 'mounted', one?.id])
    expect(pair.home.remoteShares('alice').filter(({ name }) => name.startsWith('/Tabs'))).toHaveLength(1)
  })

  it('leaves a pending share of the same name from elsewhere alone', async () => {
    pair.remote.writeFile('carol', '/Decoy/x.txt', 'decoy')
    const sent = await pair.remote.sendFederatedShare({
      owner: 'carol',
      path: '/Decoy',
      shareWith: pair.home.cloudId('alice'),
    })
    expect(sent.ok).toBe(true)
    const decoy = pair.home.remoteShares('alice').find(({ name }) => name === '/Decoy')
    expect(await visitor.click(bobsFolder(pair.remote, 'Decoy'))).toMatchObject({ state: 'mounted' })
    expect(await text(pair.home, '/Decoy/hello.txt')).toBe('hello from Decoy')
    expect(pair.home.remoteShares('alice').find(({ id }) => id === decoy?.id)).toMatchObject({ accepted: false })
  })

  it('accepts what was pending already when the same link is added', async () => {
    const page = bobsFolder(pair.remote, 'Waiting')
    await pair.remote.sendFederatedShare({ owner: 'bob', path: '/Waiting', shareWith: pair.home.cloudId('alice') })
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted' })
    expect(pair.home.remoteShares('alice').filter(({ name }) => name === '/Waiting')).toHaveLength(1)
  })

  it('finds a share that home accepted by itself', async () => {
    if (homeProduct !== 'nextcloud-32') return
    pair.home.settings.trustedServers = [pair.remote.base]
    const job = await visitor.click(bobsFolder(pair.remote, 'Trusted'))
    pair.home.settings.trustedServers = []
    expect(job).toMatchObject({ state: 'mounted', already: false })
  })

  it.each([
    ['link-gone', (page: { token: string }) => pair.remote.deletePublicLink(page.token)],
    ['remote-federation-off', () => (pair.remote.settings.outgoingFederation = false)],
    ['home-federation-off', () => (pair.home.settings.incomingFederation = false)],
    ['home-maintenance', () => (pair.home.settings.maintenance = true)],
    ['home-rejected-login', () => pair.home.faults.add({ path: /remote_shares/, status: 401, times: 1 })],
    [
      'remote-throttled',
      () => pair.remote.faults.add({ path: /createFederatedShare/, status: 429, body: '<html></html>' }),
    ],
  ])('ends in %s', async (code, arrange) => {
    const page = bobsFolder(pair.remote, `Fails ${code}`)
    arrange(page)
    const job = await visitor.click(page)
    Object.assign(pair.home.settings, { incomingFederation: true, maintenance: false })
    pair.remote.settings.outgoingFederation = true
    expect(job).toMatchObject({ state: 'failed', failure: { code } })
  })

  it('names an upload-only link', async () => {
    const page = bobsFolder(pair.remote, 'Drop', { permissions: 4 })
    const job = await visitor.click(page)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'link-upload-only' } })
  })

  it('ends in home-unreachable when home is down, and works when it is back', async () => {
    const page = bobsFolder(pair.remote, 'Down')
    await pair.home.stop()
    const job = await visitor.click(page)
    await pair.home.start()
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'home-unreachable' } })
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted' })
  })

  it('survives lost answers at every request of home', async () => {
    for (const [index, path] of ['pending', 'pending/', 'remote_shares/\\d+'].entries()) {
      const name = `Lost ${index}`
      const page = bobsFolder(pair.remote, name)
      pair.home.faults.add({ path: new RegExp(`remote_shares/?.*${path}`), drop: true, before: false })
      let job = await visitor.click(page)
      // Before anything was sent a lost answer is simply a failure, and another click starts anew.
      if (job.state === 'failed') job = await visitor.click(page)
      expect(job).toMatchObject({ state: 'mounted' })
      expect(pair.home.remoteShares('alice').filter((row) => row.name.startsWith(`/${name}`))).toMatchObject([
        { accepted: true, mountpoint: `/${name}` },
      ])
    }
  })
})

describe('a pasted link', () => {
  it.each(['nextcloud-32', 'nextcloud-30', 'owncloud-10'] as const)('is mounted into %s', async (homeProduct) => {
    const pair = await startPair(homeProduct, 'nextcloud-32')
    const world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    const { base, token } = bobsFolder(pair.remote, 'Pasted')
    const address = `${base}/s/${token}`
    // A home that asks by itself needs no permission for the remote.
    if (homeProduct === 'nextcloud-32') world.forbidden = [base]
    const added = await worker.ui['ui/add-link']({ address })
    if (!added.ok) throw new Error(added.failure.code)
    expect(await worker.app.run(added.value.id)).toMatchObject({ state: 'mounted' })
    expect(await text(pair.home, '/Pasted/hello.txt')).toBe('hello from Pasted')
    expect(await worker.ui['ui/add-link']({ address: 'https://example.org/' })).toMatchObject({
      failure: { code: 'not-a-link' },
    })
    await pair.clouds.stop()
  })

  it('asks for a password that home’s answer only hints at', async () => {
    const pair = await startPair('nextcloud-32', 'nextcloud-32')
    const world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    const { base, token } = bobsFolder(pair.remote, 'Pasted secret', { password: 'Correct-horse-9' })
    const job = await worker.ui['ui/add-link']({ address: `${base}/index.php/s/${token}` })
    const jobId = job.ok ? job.value.id : ''
    expect(await worker.app.run(jobId)).toMatchObject({ state: 'needs-password', failure: { code: 'remote-refused' } })
    await worker.ui['ui/job-password']({ jobId, password: 'wrong' })
    expect(await worker.app.run(jobId)).toMatchObject({ state: 'needs-password', failure: { code: 'password-wrong' } })
    await worker.ui['ui/job-password']({ jobId, password: 'Correct-horse-9' })
    expect(await worker.app.run(jobId)).toMatchObject({ state: 'mounted' })
    expect(JSON.stringify(world.stored)).not.toContain('Correct-horse-9')
    await pair.clouds.stop()
  })
})

describe('a worker that is killed', () => {
  let pair: Pair
  beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
  afterAll(() => pair.clouds.stop())

  async function mountKilling(name: string, at: number, when: 'before' | 'after') {
    const world = new World()
    const worker = world.startWorker()
    await connectAlice(worker, pair.home)
    // What connecting began in the background must not shift the count.
    await new Promise((resolve) => setTimeout(resolve, 40))
    const visitor = new Visitor(world, worker)
    const begun = world.steps
    world.kill = { at: begun + at, when }
    const job = await visitor.click(bobsFolder(pair.remote, name))
    return { job, world, visitor, steps: world.steps - begun }
  }

  it('ends in exactly one mount, wherever it dies', async () => {
    const { steps } = await mountKilling('Undisturbed', Infinity, 'before')
    expect(steps).toBeGreaterThan(20)
    let killed = 0
    for (let at = 1; at <= steps; at++) {
      for (const when of ['before', 'after'] as const) {
        const name = `Killed ${when} ${at}`
        const { job, visitor, world } = await mountKilling(name, at, when)
        killed += visitor.deaths
        expect(job, name).toMatchObject({ state: 'mounted' })
        expect(
          pair.home.remoteShares('alice').filter((row) => row.name.startsWith(`/${name}`)),
          name,
        ).toMatchObject([{ accepted: true, mountpoint: `/${name}` }])
        expect((world.stored['jobs'] as MountJob[]).length, name).toBe(1)
      }
    }
    expect(killed).toBeGreaterThan(40)
  }, 120_000)
})
