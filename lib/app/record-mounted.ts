import type { JobEvent, MountJob } from '../domain/mount-job.ts'
import { openUrl, type ReceivedShare } from '../domain/received-share.ts'
import { record } from './job-store.ts'
import { rememberMounted } from './mounted-store.ts'
import type { Ports } from './ports.ts'

/** Ends a job with the share it found in the account's Files. */
export async function recordMounted(
  ports: Ports,
  job: MountJob,
  base: string,
  share: ReceivedShare,
  already: boolean,
): Promise<MountJob> {
  const ownerNotTold = job.route === 'announce' && !already
  const ended = await record(
    ports,
    job.id,
    mountedBy(base, share, { already, ...(ownerNotTold ? { ownerNotTold } : {}) }),
  )
  // The user is told first. Should the worker die in between, the next look at the list brings the share.
  void rememberMounted(ports, job.accountId, share).catch(() => undefined)
  return ended
}

/** The event that ends a job with a share in the account's Files. */
export const mountedBy = (
  base: string,
  share: ReceivedShare,
  how: { already: boolean; ownerNotTold?: boolean },
): JobEvent => ({
  type: 'mounted',
  shareId: share.id,
  mountpoint: share.mountpoint ?? `/${share.name}`,
  openUrl: openUrl(base, share),
  ...how,
})
