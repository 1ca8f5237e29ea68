import { copyEnded, type CopyJob } from '../domain/copy-job.ts'
import { alarmFor } from './alarms.ts'
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
  return chosen
}

/** Persists what is about to be done, or what came of it. */
export async function changeCopy(ports: Ports, id: string, changes: Partial<CopyJob>): Promise<void> {
  await ports.stores.copies.update((copies) =>
    copies.map((job) => (job.id === id ? { ...job, ...changes, updatedAt: ports.now() } : job)),
  )
  const alarm = alarmFor('copy', id)
  const ended = changes.state === 'done' || changes.state === 'failed'
  await (ended ? ports.alarms.clear(alarm) : ports.alarms.set(alarm, ports.now() + copyPause))
}
