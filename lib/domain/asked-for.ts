import { isAskedFor } from './arrival.ts'
import type { FailureCode } from './failure.ts'
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
      const fitting = pending.filter((share) => isNewSince(job, share) && matches(share, job))
      return fitting.length === 1 ? fitting.map(({ id }) => id) : []
    }),
  )
}

/** The ends of a job that was heard, or may have been, and whose share just was not seen in time. */
const gaveUpWaiting: FailureCode[] = ['arrival-timeout', 'job-interrupted', 'home-throttled']

export interface LateArrival {
  jobId: string
  shareId: string
}

/**
 * The same for shares that came after their job had given up, sure enough to be accepted while nobody looks. The name
 * must be known: without it every share of that remote would fit for a whole day. And the share must fit one link
 * only, for two links of the same name leave open which of them it is.
 */
export function lateArrivals(pending: Candidate[], jobs: MountJob[], now: number): LateArrival[] {
  const waiting = jobs.filter(
    ({ state, failure, asked, name, createdAt }) =>
      state === 'failed' &&
      failure !== undefined &&
      gaveUpWaiting.includes(failure.code) &&
      asked &&
      name !== undefined &&
      now - createdAt < memory,
  )
  const fits = (job: MountJob, share: Candidate): boolean => isNewSince(job, share) && isAskedFor(job, share)
  // A link that was tried again has several jobs: the newest stands for it.
  const newest = waiting.filter((job, index) => !waiting.slice(index + 1).some((later) => isSameLink(job, later)))
  return newest.flatMap((job) => {
    const [share, ...others] = pending.filter((candidate) => fits(job, candidate))
    const isSure =
      share !== undefined && others.length === 0 && newest.every((rival) => rival === job || !fits(rival, share))
    return isSure ? [{ jobId: job.id, shareId: share.id }] : []
  })
}

const isNewSince = ({ before = [], createdAt }: MountJob, { id, firstSeen }: Candidate): boolean =>
  !before.includes(id) && firstSeen >= createdAt

const isSameLink = (one: MountJob, other: MountJob): boolean =>
  one.link.base === other.link.base && one.link.token === other.link.token
