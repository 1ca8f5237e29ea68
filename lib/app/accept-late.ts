import { lateArrivals } from '../domain/asked-for.ts'
import { hasEnded } from '../domain/mount-job.ts'
import { tellAdded } from './answer-notification.ts'
import type { RunJob } from './add-share.ts'
import { emptyInbox } from './inbox-store.ts'
import { record } from './job-store.ts'
import type { Ports } from './ports.ts'
import { settingsOf } from './settings.ts'

/**
 * A share that comes after its job has given up waiting is what the user asked for all the same: the job goes on with
 * it. Shares the user has answered, or tried to, are left to the user.
 */
export async function acceptLate(ports: Ports, run: RunJob, accountId: string): Promise<void> {
  const { acceptAsked, notifications } = await settingsOf(ports)
  if (!acceptAsked) return
  const [jobs, inbox] = await Promise.all([ports.stores.jobs.read(), ports.stores.inbox.read()])
  const own = jobs.filter((job) => job.accountId === accountId)
  const claimed = new Set(own.filter((job) => !hasEnded(job)).map(({ shareId }) => shareId))
  const { shares } = inbox[accountId] ?? emptyInbox
  const free = shares.filter(({ id, answer, failure }) => !answer && !failure && !claimed.has(id))
  for (const { jobId, shareId } of lateArrivals(free, own, ports.now())) {
    const taken = await record(ports, jobId, { type: 'came-late', shareId }, ({ state }) => state === 'failed')
    if (taken.shareId !== shareId) continue
    // Whoever looks for new shares does not wait for it: it is written down.
    void run(jobId)
      .then((job) => (job.state === 'mounted' && notifications ? tellAdded(ports, job) : undefined))
      .catch(() => undefined)
  }
}
