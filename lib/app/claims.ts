import { isRunning } from '../domain/mount-job.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Ports } from './ports.ts'

/**
 * The pending shares of an account that nobody is answering already: neither another job nor the user in the inbox.
 * Two that accept the same share would rename its mount.
 */
export async function unclaimed(
  ports: Ports,
  { accountId, id }: { accountId: string; id: string },
  pending: ReceivedShare[],
): Promise<ReceivedShare[]> {
  const jobs = (await ports.stores.jobs.read()).filter(
    (other) => other.accountId === accountId && other.id !== id && isRunning(other),
  )
  const answered = ((await ports.stores.inbox.read())[accountId]?.shares ?? []).filter(({ answer }) => answer)
  const claimed = new Set([...jobs.map(({ shareId }) => shareId), ...answered.map((share) => share.id)])
  return pending.filter((share) => !claimed.has(share.id))
}
