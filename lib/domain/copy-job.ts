import type { Failure } from './failure.ts'

export type CopyState = 'preparing' | 'copying' | 'done' | 'failed'

/** One copy of a mounted share into the account's own files. Persisted before each act. */
export interface CopyJob {
  id: string
  accountId: string
  shareId: string
  /** The mount's path in Files, and its name for people. */
  from: string
  name: string
  /** The folder the user picked. */
  folder: string
  state: CopyState
  kind?: 'folder' | 'file'
  /** Where the copy goes; its last part was free when it was chosen. */
  to?: string
  /** Bytes of the source, where the home knows them. */
  size?: number
  /** The home may have been told to copy: look before telling it again. */
  sent?: boolean
  /** Looks at the copy since its answer was lost, how many of them in a row showed the same, and what that was. */
  looks: number
  still: number
  seen?: number
  /** Names that turned out to be taken after all. */
  clashes: number
  openUrl?: string
  failure?: Failure
  /** Milliseconds since the epoch. */
  createdAt: number
  updatedAt: number
}

export const copyEnded = ({ state }: CopyJob): boolean => state === 'done' || state === 'failed'

/** What a look at the destination shows; null when nothing is there. Bytes are absent when the home does not know. */
export type Sighting = { size?: number } | null

/** Half a minute apart. A home may note a copy down only when its last byte is there, so absence takes long to count. */
const emptyLooks = 30
const stillLooks = 10

export type Verdict = 'complete' | 'look-again' | 'nothing' | 'incomplete'

/**
 * What became of a copy whose answer never came. The home goes on without us, and the destination may exist from the
 * first file on: so being there proves nothing, having all bytes does. Where the source's size is unknown, a copy that
 * has stopped growing is taken for all there was.
 */
export function judgeCopy(job: Pick<CopyJob, 'size' | 'looks' | 'still'>, sighting: Sighting): Verdict {
  if (sighting === null) return job.looks >= emptyLooks ? 'nothing' : 'look-again'
  if (job.size !== undefined && sighting.size === job.size) return 'complete'
  if (job.still < stillLooks) return 'look-again'
  return job.size === undefined ? 'complete' : 'incomplete'
}

/** The job after one more look. */
export function looked(job: CopyJob, sighting: Sighting): Pick<CopyJob, 'looks' | 'still' | 'seen'> {
  const same = sighting !== null && job.looks > 0 && sighting.size === job.seen
  return {
    looks: job.looks + 1,
    still: same ? job.still + 1 : 0,
    ...(sighting?.size === undefined ? {} : { seen: sighting.size }),
  }
}
