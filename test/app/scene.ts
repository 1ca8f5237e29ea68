import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { Cloud, ProductName, RemoteShareRow } from '../cloud-server/index.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from './clouds.ts'
import { Visitor } from './visitor.ts'
import { World, type Worker } from './world.ts'

export interface Scene extends Pair {
  world: World
  worker: Worker
  visitor: Visitor
}

/** A pair of clouds, and for each test a fresh browser in which alice is connected and logged in. */
export function scene(homeProduct: ProductName, remoteProduct: ProductName): Scene {
  const it = {} as Scene
  beforeAll(async () => void Object.assign(it, await startPair(homeProduct, remoteProduct)))
  afterAll(() => it.clouds.stop())
  beforeEach(async () => {
    it.home.faults.clear()
    it.remote.faults.clear()
    Object.assign(it.home.settings, { incomingFederation: true, language: 'en', ocm: {} })
    Object.assign(it.remote.settings, { maintenance: false, language: 'en', ocm: {} })
    it.remote.clearLog()
    it.world = new World()
    it.worker = it.world.startWorker()
    await connectAlice(it.worker, it.home)
    it.world.homeTabs.cookie = it.home.logInCookie('alice')
    it.visitor = new Visitor(it.world, it.worker)
  })
  return it
}

/** Runs a pasted link's job to where it rests. */
export async function paste({ worker, world }: Scene, page: SharePage): Promise<MountJob> {
  const added = await worker.ui['ui/add-link']({ address: `${page.base}/s/${page.token}` })
  if (!added.ok) throw new Error(added.failure.code)
  return settle(world, worker, added.value.id)
}

export async function settle(world: World, worker: Worker, id: string): Promise<MountJob> {
  for (let tries = 0; tries < 200; tries++) {
    await worker.app.run(id)
    const job = (world.stored['jobs'] as MountJob[]).find((known) => known.id === id)
    if (job && ['mounted', 'failed', 'needs-password'].includes(job.state)) return job
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error('the job does not end')
}

/** bob's folder as ownCloud's page tells of it; its password prompt tells nothing. */
export function owncloudPage(remote: Cloud, name: string, password?: string): SharePage {
  const page: SharePage = { ...bobsFolder(remote, name, password ? { password } : {}), product: 'owncloud' }
  return password ? page : { ...page, name, owner: 'bob', isProtected: false }
}

export const readHome = async (home: Cloud, path: string): Promise<string> =>
  new TextDecoder().decode(await home.readFile('alice', path))

export const mountsOf = (home: Cloud, name: string): RemoteShareRow[] =>
  home.remoteShares('alice').filter((row) => row.name === `/${name}`)
