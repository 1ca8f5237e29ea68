import { isTransient } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import type { Result } from '../domain/result.ts'
import { record } from './job-store.ts'
import type { Ports } from './ports.ts'
import type { Step } from './step.ts'

/** How long a transient failure at home may last before a job gives up, in milliseconds. */
const patience = 10 * 60_000

/** A transient failure is sat out by alarm while the user may still expect the job; any other ends it. */
export async function troubled(ports: Ports, job: MountJob, result: Result<unknown> & { ok: false }): Promise<Step> {
  const begunAsking = job.asked || job.state !== 'asking'
  if (begunAsking && isTransient(result.failure.code) && ports.now() - job.createdAt < patience) return 'retry'
  await record(ports, job.id, { type: 'failed', failure: result.failure })
  return 'go-on'
}
