import type { MountedShareView, View } from '../../lib/protocol.ts'
import type { ProductName } from '../cloud-server/index.ts'
import { connectAlice, startPair, type Pair } from './clouds.ts'
import { viewOfWorld } from './view-of-world.ts'
import { World, type Worker } from './world.ts'

/** alice with an account, and bob who shares with her. */
export interface Stage extends Pair {
  world: World
  worker: Worker
  accountId: string
  view(): View
  /** Mounted shares by name. */
  mounted(): Record<string, MountedShareView>
  /** bob sends a folder with a file; it is pending at alice's. */
  send(name: string): Promise<void>
  /** Reads the pending shares and accepts the one of that name. */
  accept(name: string): Promise<string>
}

export async function stage(homeProduct: ProductName, remoteProduct: ProductName): Promise<Stage> {
  const pair = await startPair(homeProduct, remoteProduct)
  const { home, remote } = pair
  const world = new World()
  const worker = world.startWorker()
  const accountId = await connectAlice(worker, home)
  const view = () => viewOfWorld(world)
  return {
    ...pair,
    world,
    worker,
    accountId,
    view,
    mounted: () => Object.fromEntries(view().mounted.map((share) => [share.name, share])),
    async send(name) {
      remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
      const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
      if (!sent.ok) throw new Error(sent.message)
    },
    async accept(name) {
      await worker.ui['ui/refresh']({})
      const found = view().pending.find((share) => share.name === name)
      if (!found) throw new Error(`no pending share "${name}"`)
      const accepted = await worker.ui['ui/accept']({ accountId, shareId: found.id })
      if (!accepted.ok) throw new Error(accepted.failure.code)
      return found.id
    },
  }
}
