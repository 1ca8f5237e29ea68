import { advance, hasEnded, type JobEvent, type MountJob } from '../domain/mount-job.ts'
import { alarmFor } from './alarms.ts'
import type { Ports } from './ports.ts'

/** A running job is looked at again by alarm after this long, whatever became of the worker, in milliseconds. */
const safetyNet = 60_000
/** Ended jobs are kept: a mounted one answers "already in your cloud" at the price of one request. */
const jobsKept = 200

export async function readJob(ports: Ports, id: string): Promise<MountJob | undefined> {
  return (await ports.stores.jobs.read()).find((job) => job.id === id)
}

export async function addJob(ports: Ports, job: MountJob): Promise<MountJob> {
  await ports.alarms.set(alarmFor('job', job.id), ports.now() + safetyNet)
  await ports.stores.jobs.update((jobs) => [...forgetOld(jobs), job])
  return job
}

/** Persists the job after an event, before anything is done about it. */
export async function record(ports: Ports, id: string, event: JobEvent): Promise<MountJob> {
  let changed: MountJob | undefined
  await ports.stores.jobs.update((jobs) =>
    jobs.map((job) => (job.id === id ? (changed = advance(job, event, ports.now())) : job)),
  )
  if (!changed) throw new Error(`mount job ${id} is gone`)
  const alarm = alarmFor('job', id)
  await (hasEnded(changed) ? ports.alarms.clear(alarm) : ports.alarms.set(alarm, ports.now() + safetyNet))
  return changed
}

function forgetOld(jobs: MountJob[]): MountJob[] {
  return jobs.filter((job, index) => !hasEnded(job) || jobs.length - index < jobsKept)
}
