import { isTransient } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import type { Result } from '../domain/result.ts'
import { record } from './job-store.ts'
import { heedThrottling } from './keep-quiet.ts'
import type { Ports } from './ports.ts'
import type { Step } from './step.ts'

/** How long a transient failure at home may last before a job gives up, in milliseconds. */
const patience = 10 * 60_000

/**
 * A transient failure is sat out by alarm while the user may still expect the job; any other ends it. So does a home
 * that wants to be left alone: it does for longer, and the polls that respect it find what arrives meanwhile.
 */
export async function troubled(ports: Ports, job: MountJob, result: Result<unknown> & { ok: false }): Promise<Step> {
  const begunAsking = job.asked || job.state !== 'asking'
  const { code } = result.failure
  const passes = isTransient(code) && code !== 'home-throttled'
  if (begunAsking && passes && ports.now() - job.createdAt < patience) return 'retry'
  await heedThrottling(ports, job.accountId, result.failure)
  await record(ports, job.id, { type: 'failed', failure: result.failure })
  return 'go-on'
}
