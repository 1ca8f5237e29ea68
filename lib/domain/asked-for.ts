import type { MountJob } from './mount-job.ts'
import { matches, type ReceivedShare } from './received-share.ts'

/** A link the user added within this time may still bring its share, in milliseconds. */
const memory = 24 * 3_600_000

interface Candidate extends ReceivedShare {
  /** Milliseconds since the epoch. */
  firstSeen: number
}

/**
 * The pending shares that a link the user added must have brought: same remote, same name where it is known, not seen
 * before, and the only one of that kind. Anybody can send invitations in such a moment, so two that fit prove nothing.
 * @returns the ids of the shares
 */
export function askedFor(pending: Candidate[], jobs: MountJob[], now: number): Set<string> {
  const open = jobs.filter((job) => job.state !== 'mounted' && job.asked && now - job.createdAt < memory)
  return new Set(
    open.flatMap((job) => {
      const known = new Set(job.before)
      const fitting = pending.filter(
        (share) => !known.has(share.id) && share.firstSeen >= job.createdAt && matches(share, { ...job }),
      )
      return fitting.length === 1 ? fitting.map(({ id }) => id) : []
    }),
  )
}
