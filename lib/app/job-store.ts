import { advance, hasEnded, latestJob, type JobEvent, type JobState, type MountJob } from '../domain/mount-job.ts'
import { alarmFor } from './alarms.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

/** A running job is looked at again by alarm after this long, whatever became of the worker, in milliseconds. */
const safetyNet = 60_000
/** Ended jobs are kept: a mounted one answers "already in your cloud" at the price of one request. */
const jobsKept = 200

export async function readJob(ports: Ports, id: string): Promise<MountJob | undefined> {
  return (await ports.stores.jobs.read()).find((job) => job.id === id)
}

/**
 * Stores a new job, unless one for the same link and account is under way: then that one is the job. Decided inside the
 * update, for two clicks may come in the same moment.
 */
export async function addJob(ports: Ports, job: MountJob): Promise<MountJob> {
  let chosen = job
  await ports.stores.jobs.update((jobs) => {
    const latest = latestJob(jobs, job.link, job.accountId)
    if (!latest || hasEnded(latest)) return [...forgetOld(jobs), job]
    chosen = latest
    return jobs
  })
  await ports.alarms.set(alarmFor('job', chosen.id), ports.now() + safetyNet)
  return chosen
}

/**
 * Persists the job after an event, before anything is done about it.
 * @param when leaves the job as it is unless this holds; decided inside the update
 */
export async function record(
  ports: Ports,
  id: string,
  event: JobEvent,
  when: (job: MountJob) => boolean = () => true,
): Promise<MountJob> {
  let after: MountJob | undefined
  let before: JobState | undefined
  await ports.stores.jobs.update((jobs) =>
    jobs.map((job) => {
      if (job.id !== id) return job
      before = job.state
      after = when(job) ? advance(job, event, ports.now()) : job
      return after
    }),
  )
  if (!after) throw new Error(`mount job ${id} is gone`)
  await keepSafe(ports, after)
  if (after.state !== before) void logJob(ports, after)
  return after
}

/**
 * Sees to it that a running job is looked at again. The alarm of `addJob` covers a young one; setting it anew at each
 * step would cost a mount as much as a request.
 */
export async function keepSafe(ports: Ports, job: MountJob): Promise<void> {
  const alarm = alarmFor('job', job.id)
  if (hasEnded(job)) await ports.alarms.clear(alarm)
  else if (ports.now() - job.createdAt > safetyNet / 2) await ports.alarms.set(alarm, ports.now() + safetyNet)
}

async function logJob(ports: Ports, { id: jobId, accountId, link, route, state, failure }: MountJob): Promise<void> {
  const code = failure && (state === 'failed' || state === 'needs-password') ? { code: failure.code } : {}
  await log(ports, { type: 'job', jobId, accountId, remote: link.base, route, state, ...code })
}

function forgetOld(jobs: MountJob[]): MountJob[] {
  return jobs.filter((job, index) => !hasEnded(job) || jobs.length - index < jobsKept)
}
