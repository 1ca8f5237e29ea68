import { failure } from '../domain/failure.ts'
import { longestPath } from '../domain/public-link.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { textOf, type XmlNode } from './xml.ts'

/**
 * Reads a list of received shares, `<data><element/>…</data>` or `<data/>`. One broken row does not hide the others;
 * when all are broken the answer is not what it seems (`answer-unreadable`).
 */
export function readShares(data: XmlNode): Result<ReceivedShare[]> {
  const shares = data.children.flatMap((row) => (row.name === 'element' ? (readShare(row) ?? []) : []))
  return shares.length === 0 && data.children.length > 0
    ? failed(failure('answer-unreadable', 'no row is a received share'))
    : ok(shares)
}

/**
 * Reads one received share; null when it lacks what makes it one. `share_token`, `password` and everything else not
 * named here is dropped at once: the token opens the remote's files to whoever has it.
 * The mountpoint of a pending share is the placeholder `{{TemporaryMountPointName#/name}}`, so it is left out.
 */
export function readShare(row: XmlNode): ReceivedShare | null {
  const id = textOf(row, 'id')
  const address = textOf(row, 'remote') ?? ''
  const remote = address.length <= longestPath ? address.replace(/\/+$/, '') : ''
  const name = textOf(row, 'name')?.replace(/^\//, '')
  // An id of dots would climb out of its place in the address.
  if (!id || /^\.{1,2}$/.test(id) || !remote || !name) return null
  const accepted = isAccepted(textOf(row, 'accepted'))
  const group = groupOf(row)
  const mountpoint = textOf(row, 'mountpoint')
  const kind = kindOf(row)
  const fileId = textOf(row, 'file_id')
  const remoteId = textOf(row, 'remote_id')
  return {
    id,
    remote,
    ...(remoteId ? { remoteId } : {}),
    name,
    owner: textOf(row, 'owner') ?? '',
    accepted,
    ...group,
    ...(accepted && mountpoint ? { mountpoint } : {}),
    ...(kind ? { kind } : {}),
    ...(fileId && fileId !== '0' ? { fileId } : {}),
  }
}

/** `0`, `1` or empty, as the product and its database have it. */
const isAccepted = (text: string | undefined): boolean => text === '1' || text === 'true'

/**
 * Recorded: nextcloud-33.0.3/16-05, 16-08. A share that is no member's own has no parent, or on Nextcloud <= 32 the
 * parent -1.
 */
function groupOf(row: XmlNode): Pick<ReceivedShare, 'toGroup' | 'groupShareId'> {
  if (textOf(row, 'share_type') !== '1') return {}
  const parent = textOf(row, 'parent')
  return parent && parent !== '-1' ? { groupShareId: parent } : { toGroup: true }
}

/**
 * The media type before `type`: an ownCloud that cannot reach the remote calls a folder a file, with an empty media
 * type (recorded owncloud-10.15.2/883). Pending shares have neither.
 */
function kindOf(row: XmlNode): ReceivedShare['kind'] {
  const mediaType = textOf(row, 'mimetype')
  const type = textOf(row, 'type')
  if (mediaType === 'httpd/unix-directory' || type === 'dir') return 'folder'
  return mediaType || (type === 'file' && mediaType === undefined) ? 'file' : undefined
}
