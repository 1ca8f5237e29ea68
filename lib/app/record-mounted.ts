import type { MountJob } from '../domain/mount-job.ts'
import { openUrl, type ReceivedShare } from '../domain/received-share.ts'
import { record } from './job-store.ts'
import type { Ports } from './ports.ts'

/** Ends a job with the share it found in the account's Files. */
export async function recordMounted(
  ports: Ports,
  job: MountJob,
  base: string,
  share: ReceivedShare,
  already: boolean,
): Promise<void> {
  const mountpoint = share.mountpoint ?? `/${share.name}`
  await record(ports, job.id, {
    type: 'mounted',
    shareId: share.id,
    mountpoint,
    openUrl: openUrl(base, share),
    already,
  })
}
