import { failure } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { openHome } from './home.ts'
import { record } from './job-store.ts'
import { recordMounted } from './record-mounted.ts'
import type { Ports } from './ports.ts'

/**
 * Ends a job that a laptop slept over, or that nobody gave its password. Nothing is sent any more, but if its
 * acceptance may have been heard, home is asked once what became of it. A share that did arrive waits in the inbox.
 */
export async function endOverdue(ports: Ports, job: MountJob): Promise<MountJob> {
  const home = job.acceptSent ? await openHome(ports, job.accountId) : undefined
  if (home?.ok && job.shareId) {
    const found = await home.value.cloud.remoteShares.get(job.shareId)
    if (found.ok && found.value?.accepted) return recordMounted(ports, job, home.value.account.base, found.value, false)
  }
  return record(ports, job.id, { type: 'failed', failure: failure('job-interrupted') })
}
