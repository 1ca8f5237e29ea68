import { announcedIdOf } from './announcement.ts'
import type { MountJob } from './mount-job.ts'
import { sameBase } from './public-link.ts'
import { matches, type ReceivedShare } from './received-share.ts'

/** Seconds after asking at which we look for the share; after that an alarm looks every minute. */
const lookDelays = [0, 1, 3, 8, 20]
/** Looks by alarm before we give up: a remote that queues its deliveries does so for minutes, not hours. */
const slowLooks = 10
/** Looks after an asking that got no answer: it was probably never heard. */
const uncertainLooks = 3

export type Waiting = { next: 'look'; inSeconds: number } | { next: 'sleep' } | { next: 'give-up' }

/** When to look again for a share that has not arrived. */
export function whenToLook({ looks, uncertain }: Pick<MountJob, 'looks' | 'uncertain'>): Waiting {
  if (uncertain && looks > uncertainLooks) return { next: 'give-up' }
  const at = lookDelays[looks]
  if (at !== undefined) return { next: 'look', inSeconds: at - (lookDelays[looks - 1] ?? 0) }
  return looks < lookDelays.length + slowLooks ? { next: 'sleep' } : { next: 'give-up' }
}

export type Arrival = { is: 'here'; share: ReceivedShare } | { is: 'missing' } | { is: 'ambiguous' }

type Asked = Pick<MountJob, 'id' | 'route' | 'link' | 'name' | 'owner' | 'before'>

/**
 * Finds, among the pending shares, the one a job asked for: new since the job began, from the link's remote, with the
 * item's name. Nothing else ties a share that the remote sends to a link: its token is a new one. Two that fit are
 * ambiguous: anybody can send invitations, so Homeward never guesses.
 */
export function findArrival(job: Asked, pending: ReceivedShare[]): Arrival {
  const known = new Set(job.before)
  return theOnly(pending.filter((share) => !known.has(share.id) && isAskedFor(job, share)))
}

/** An announced share carries the id we gave it; of any other remote, name and owner have to do. */
export function isAskedFor(job: Asked, share: ReceivedShare): boolean {
  if (job.route !== 'announce') return matches(share, job)
  return share.remoteId === announcedIdOf(job.id) && sameBase(share.remote, job.link.base)
}

/** The single share of a list, if there is exactly one. */
export function theOnly([share, ...others]: ReceivedShare[]): Arrival {
  if (!share) return { is: 'missing' }
  return others.length === 0 ? { is: 'here', share } : { is: 'ambiguous' }
}
