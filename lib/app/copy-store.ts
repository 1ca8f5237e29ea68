import { copyEnded, type CopyJob } from '../domain/copy-job.ts'
import { alarmFor } from './alarms.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

/** A running copy is looked at again by alarm after this long, whatever became of the worker, in milliseconds. */
export const copyPause = 30_000

export const readCopy = async (ports: Ports, id: string): Promise<CopyJob | undefined> =>
  (await ports.stores.copies.read()).find((job) => job.id === id)

/** Stores a new copy, unless the same one is under way: then that one is it. */
export async function addCopy(ports: Ports, job: CopyJob): Promise<CopyJob> {
  let chosen = job
  await ports.stores.copies.update((copies) => {
    const running = copies.find(
      (other) => !copyEnded(other) && other.accountId === job.accountId && other.shareId === job.shareId,
    )
    chosen = running ?? job
    // Another try takes the place of the one that failed.
    return running ? copies : [...copies.filter((old) => !(old.state === 'failed' && old.from === job.from)), job]
  })
  await ports.alarms.set(alarmFor('copy', chosen.id), ports.now() + copyPause)
  if (chosen === job) await logCopy(ports, job)
  return chosen
}

/** Persists what is about to be done, or what came of it. */
export async function changeCopy(ports: Ports, id: string, changes: Partial<CopyJob>): Promise<void> {
  let before: CopyJob | undefined
  let after: CopyJob | undefined
  await ports.stores.copies.update((copies) =>
    copies.map((job) => {
      if (job.id !== id) return job
      before = job
      after = { ...job, ...changes, updatedAt: ports.now() }
      return after
    }),
  )
  // Forgotten meanwhile, with its account.
  if (!before || !after) return
  const alarm = alarmFor('copy', id)
  await (copyEnded(after) ? ports.alarms.clear(alarm) : ports.alarms.set(alarm, ports.now() + copyPause))
  if (after.state !== before.state) await logCopy(ports, after)
}

async function logCopy(ports: Ports, { accountId, state, failure }: CopyJob): Promise<void> {
  await log(ports, { type: 'copy', accountId, state, ...(failure ? { code: failure.code } : {}) })
}
