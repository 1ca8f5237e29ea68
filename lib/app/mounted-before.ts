import type { MountJob } from '../domain/mount-job.ts'
import { openUrl } from '../domain/received-share.ts'
import { openHome } from './home.ts'
import type { Ports } from './ports.ts'

/**
 * A link this account mounted earlier, if its mount is still there: one request instead of asking the remote again.
 * Undefined when the mount is gone or home does not tell; then the job starts anew and finds out.
 * @param seenIn where the user looks: the popup lists no ended jobs of pages
 */
export async function findMountedBefore(
  ports: Ports,
  job: MountJob,
  seenIn: 'page' | 'popup',
): Promise<MountJob | undefined> {
  const home = await openHome(ports, job.accountId)
  if (!home.ok || !job.shareId) return undefined
  const found = await home.value.cloud.remoteShares.get(job.shareId)
  if (!found.ok || !found.value?.accepted) return undefined
  const origin = seenIn === 'page' ? job.origin : seenIn
  const again: MountJob = { ...job, origin, already: true, openUrl: openUrl(home.value.account.base, found.value) }
  await ports.stores.jobs.update((jobs) => jobs.map((other) => (other.id === job.id ? again : other)))
  return again
}
