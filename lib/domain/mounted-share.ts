import type { ReceivedShare } from './received-share.ts'

/**
 * What is wrong with a mount.
 * `unreachable`: the home cannot look at the remote now; it may come back.
 * `dead`: the owner took it back, but the home keeps a row that shows up nowhere and can be removed by its id
 * (recorded owncloud-10.15.2/591, 801-805, 810).
 * `left`: the home has no such share any more, though nobody unmounted it here (recorded nextcloud-32.0.1/11-09).
 */
export type MountTrouble = 'unreachable' | 'dead' | 'left'

/** A share in the account's Files, or one that was and left something behind. */
export interface MountedShare extends ReceivedShare {
  trouble?: MountTrouble
}

/**
 * A mount as its home describes it. A home that never got through to the remote knows neither media type nor kind
 * (recorded owncloud-10.15.2/883); one that once did answers from its cache, so a dead remote may go unnoticed here.
 */
export function asMounted({ ...share }: ReceivedShare): MountedShare {
  return share.kind ? share : { ...share, trouble: 'unreachable' }
}

/** What to compare with: `/Photos` for a mount at `/Photos`. Shares accepted long ago may lack a mountpoint. */
export const mountpointOf = ({ mountpoint, name }: ReceivedShare): string => mountpoint ?? `/${name}`
