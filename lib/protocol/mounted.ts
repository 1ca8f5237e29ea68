/** Messages about mounted shares and copies of them. Types only. */
import type { CopyState } from '../domain/copy-job.ts'
import type { Failure } from '../domain/failure.ts'
import type { MountTrouble } from '../domain/mounted-share.ts'
import type { Result } from '../domain/result.ts'

export interface MountedShareView {
  accountId: string
  id: string
  name: string
  /** Path in the account's Files. */
  mountpoint: string
  owner: string
  /** Full host (with port and folder) of the remote. */
  remote: string
  insecure: boolean
  openUrl: string
  trouble?: MountTrouble
  /** It is being unmounted. */
  leaving?: boolean
  failure?: Failure
}

/** How one account's mounted shares were last read. */
export interface MountedCheck {
  accountId: string
  /** Milliseconds since the epoch; 0 for never. */
  checkedAt: number
  /** Some remotes keep the home waiting, so the shares were looked at one by one. */
  slow: boolean
  failure?: Failure
}

/** A copy of a mounted share into the account's own files. */
export interface CopyView {
  id: string
  accountId: string
  shareId: string
  name: string
  /** The folder it goes into, and once it is chosen the whole path. */
  folder: string
  to?: string
  state: CopyState
  /** No answer came: the home may still be at it, Homeward looks now and then. */
  unsure: boolean
  openUrl?: string
  failure?: Failure
}

/**
 * How a mount went: unmounted as usual; gone already; or its entry was removed because the home could not unmount it,
 * and the owner's server may not know.
 */
export type Unmounted = 'unmounted' | 'was-gone' | 'row-removed'

export interface MountedCalls {
  /** Resolves when all accounts were looked at; what is known of each is stored as it comes. */
  'ui/refresh-mounted': { request: Record<never, never>; response: void }
  'ui/unmount': { request: { accountId: string; shareId: string }; response: Result<Unmounted> }
  'ui/keep-copy': { request: { accountId: string; shareId: string; folder: string }; response: Result<CopyView> }
  'ui/dismiss-copy': { request: { copyId: string }; response: void }
}
