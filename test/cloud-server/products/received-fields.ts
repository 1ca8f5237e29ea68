/** A received share as OCS lists it (recorded: nextcloud-32.0.1/04-11, 04-14, 04-17, 04-18; nextcloud-21.0.5/04-11; owncloud-10.15.2/502, 503). */

import { createHash } from 'node:crypto'
import type { ReceivedShare } from '../store/received.ts'
import type { Values } from './product.ts'

const typeOf = ({ toGroup, parent }: ReceivedShare): number => (toGroup || parent !== undefined ? 1 : 0)

/** Numbers are numbers on Nextcloud. Only the single view shows all columns of the row. */
export function nextcloudReceivedFields(row: ReceivedShare, view: 'list' | 'single', listsType: boolean): Values {
  const { remote, name, owner, user, mountpoint } = row
  const of = { share_type: typeOf(row), parent: row.parent ?? -1 }
  const columns = {
    remote,
    remote_id: row.remoteId,
    share_token: row.shareToken,
    name,
    owner,
    user,
    mountpoint,
    accepted: row.accepted ? 1 : 0,
  }
  if (view === 'list') return { id: row.id, ...(listsType ? of : {}), ...columns }
  const hash = createHash('md5').update(mountpoint).digest('hex')
  return { id: row.id, ...columns, ...of, password: row.password, mountpoint_hash: hash }
}

/**
 * The same fields in every view, in another order, and none of them missing: what is known of accepted ones only is
 * null (recorded: nextcloud-33.0.3/04-11, 04-14).
 */
export function nextcloud33ReceivedFields(row: ReceivedShare): Values {
  const { id, ...columns } = nextcloudReceivedFields(row, 'list', false)
  return {
    id,
    parent: row.parent ?? null,
    share_type: typeOf(row),
    ...columns,
    file_id: null,
    mimetype: null,
    permissions: null,
    mtime: null,
    type: null,
  }
}

/** Columns come as strings on ownCloud. */
export function owncloudReceivedFields(row: ReceivedShare): Values {
  const { remote, name, owner, user, mountpoint } = row
  return {
    id: String(row.id),
    remote,
    remote_id: row.remoteId,
    share_token: row.shareToken,
    name,
    owner,
    user,
    mountpoint,
    accepted: row.accepted ? '1' : '0',
  }
}
