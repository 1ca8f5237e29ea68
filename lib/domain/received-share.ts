import { sameBase, type PublicLink } from './public-link.ts'

/** A federated share somebody sent to the account, pending or mounted. Names and owners come from strangers. */
export interface ReceivedShare {
  /** Opaque: a number on Nextcloud <= 32, a string elsewhere, 64 bit since 33. Never convert it. */
  id: string
  /** Base URL of the server it comes from, as the home stores it. */
  remote: string
  /** The remote's id of it, as the home was told; `-1` where the home mounted a link by itself. */
  remoteId?: string
  /** The item's name without the leading slash. */
  name: string
  owner: string
  accepted: boolean
  /** Sent to a group: it is nobody's and stays pending, whoever accepts it gets a share of their own. */
  toGroup?: true
  /** Of what the account has got of a group's share: the id of that. */
  groupShareId?: string
  /** Path in the account's Files, e.g. `/Photos (2)`; only once accepted. */
  mountpoint?: string
  kind?: 'folder' | 'file'
  /** The home's id of the mounted file or folder, for its `/f/ID` address. */
  fileId?: string
}

/** What is known of the share we wait for. */
export interface Expected {
  link: PublicLink
  /** The item's name as the share page told it; unknown for pasted links. */
  name?: string
  owner?: string
}

/** Whether a received share can be the one expected: same remote, same name, same owner where those are known. */
export function matches(share: ReceivedShare, expected: Expected): boolean {
  return (
    sameBase(share.remote, expected.link.base) &&
    (expected.name === undefined || share.name === expected.name) &&
    (expected.owner === undefined || share.owner === expected.owner)
  )
}

/** A folder in the home's Files app. */
export const folderUrl = (base: string, folder: string): string =>
  `${base}/index.php/apps/files/?dir=${encodeURIComponent(folder)}`

/** Path of the mountpoint in the home's Files app or of one file (`/f/ID` opens the file in its folder). */
export function openUrl(base: string, share: ReceivedShare): string {
  const mountpoint = share.mountpoint ?? '/'
  if (share.kind === 'file' && share.fileId) return `${base}/index.php/f/${encodeURIComponent(share.fileId)}`
  const folder = share.kind === 'file' ? mountpoint.slice(0, mountpoint.lastIndexOf('/')) || '/' : mountpoint
  return folderUrl(base, folder)
}
