import type { Cloud } from '../cloud/create-cloud.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Unmounted } from '../protocol.ts'
import { openHome } from './home.ts'
import type { ShareRef } from './inbox-store.ts'
import { log } from './log.ts'
import { noted } from './mark-account.ts'
import { changeMounts, changeRow, withoutShare } from './mounted-store.ts'
import type { Ports } from './ports.ts'

/**
 * Unmounts a share, or removes what a dead one left behind. Written down before it is sent; sending it twice does no
 * harm, for the id is gone after the first. The files stay with their owner.
 */
export async function unmount(ports: Ports, ref: ShareRef): Promise<Result<Unmounted>> {
  await changeRow(ports, ref, ({ failure: _, ...row }) => ({ ...row, leaving: true }))
  const home = await openHome(ports, ref.accountId)
  const done = home.ok ? await remove(home.value.cloud, ref.shareId) : home
  const outcome = done.ok ? done.value : done.failure.code
  await log(ports, { type: 'unmount', accountId: ref.accountId, outcome })
  if (done.ok) await changeMounts(ports, ref.accountId, (mounts) => withoutShare(mounts, ref.shareId, ports.now()))
  else await changeRow(ports, ref, ({ leaving: _, ...row }) => ({ ...row, failure: done.failure }))
  return noted(ports, ref.accountId, done)
}

async function remove(cloud: Cloud, id: string): Promise<Result<Unmounted>> {
  const removed = await cloud.remoteShares.remove(id)
  if (removed.ok) return ok('unmounted')
  switch (removed.failure.code) {
    case 'share-gone': {
      // A server in trouble may say so of a share that is there.
      const found = await cloud.remoteShares.get(id)
      return found.ok && !found.value?.accepted ? ok('was-gone') : failed(failure('server-error'))
    }
    case 'home-refused': {
      // "Could not unshare": the other call deletes the row by its id alone (nextcloud/server#14797).
      const declined = await cloud.remoteShares.decline(id)
      return declined.ok ? ok('row-removed') : removed
    }
    case 'home-unreachable':
    case 'server-error': {
      const left = await cloud.remoteShares.get(id)
      // What was a group's is not gone then, only pending again (recorded nextcloud-33.0.3/16-19).
      return left.ok && !left.value?.accepted ? ok('unmounted') : removed
    }
    default:
      return removed
  }
}
