import type { Cloud } from '../cloud/create-cloud.ts'
import { failure } from '../domain/failure.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'

export interface Acceptance {
  cloud: Cloud
  shareId: string
  /**
   * Why the share may be accepted already: an earlier attempt, or what is known of it is `old`. `overdue`: an attempt so
   * early that nobody expects it any more; then it is only found out what came of that one.
   */
  doubt: 'none' | 'old' | 'sent' | 'overdue'
  sleep(milliseconds: number): Promise<void>
}

/**
 * Pauses between looks at a share whose acceptance may have been sent, in milliseconds. A server goes on with a request
 * whose sender is gone, and one that contacts slow remotes first may take seconds to write the acceptance down.
 */
const doubtPauses = { none: [], old: [0], sent: [0, 2_000, 5_000, 8_000], overdue: [0] }

/** What was seen longer ago than this may have been answered elsewhere meanwhile, in milliseconds. */
export const staleAfter = 60_000

export const doubtAbout = (mayHaveBeenSent: boolean, seenAt: number, now: number): Acceptance['doubt'] =>
  mayHaveBeenSent ? 'sent' : now - seenAt > staleAfter ? 'old' : 'none'

/**
 * Accepts one pending share and returns it as mounted. Accepting twice renames the mount to "name (2)" on every
 * server (recorded nextcloud-32.0.1/04-15, owncloud-10.15.2/541), so after any doubt it is looked up first.
 * Failures: `accept-gone` when the share is no longer there, `job-interrupted` when overdue, else what the server or the
 * network says.
 */
export async function acceptShare({ cloud, shareId, doubt, sleep }: Acceptance): Promise<Result<ReceivedShare>> {
  for (const pause of doubtPauses[doubt]) {
    if (pause > 0) await sleep(pause)
    const found = await lookUp(cloud, shareId)
    if (!found.ok || found.value.accepted) return found
  }
  if (doubt === 'overdue') return failed(failure('job-interrupted'))
  const accepted = await cloud.remoteShares.accept(shareId)
  const now = await lookUp(cloud, shareId)
  if (!now.ok) return accepted.ok ? now : accepted
  if (now.value.accepted) return now
  // Said to be accepted, or to be gone, and it still waits: a server in trouble.
  const isContradicted = accepted.ok || accepted.failure.code === 'accept-gone'
  return isContradicted ? failed(failure('server-error')) : accepted
}

/** Of a group's share what the account has got of it, if it has: the share itself never changes (nextcloud-33.0.3/16-07). */
async function lookUp({ remoteShares }: Cloud, id: string): Promise<Result<ReceivedShare>> {
  const found = await remoteShares.get(id)
  if (!found.ok) return found
  if (!found.value) return failed(failure('accept-gone'))
  if (!found.value.toGroup) return ok(found.value)
  const mounted = await remoteShares.mounted()
  return mounted.ok ? ok(mounted.value.find(({ groupShareId }) => groupShareId === id) ?? found.value) : mounted
}
