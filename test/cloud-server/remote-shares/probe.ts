/** Asking the remote what a received share is right now. */

import type { CloudState } from '../cloud-state.ts'
import { propfind } from '../dav/client.ts'
import { can } from '../store/shares.ts'
import type { MountFacts, ReceivedShare } from '../store/received.ts'

export type Probe =
  | { state: 'there'; facts: MountFacts }
  | { state: 'unreachable' }
  | { state: 'refused'; status: number }

/** Contacts the remote every time, as servers do; what it says is kept for the times it is down. */
export async function probe(cloud: CloudState, row: ReceivedShare): Promise<Probe> {
  const found = await propfind(row, '/', 0)
  if (found.status >= 500 || found.status === 0) return { state: 'unreachable' }
  const [root] = found.entries
  if (found.status !== 207 || !root) return { state: 'refused', status: found.status }
  const { alwaysGranted, readsShareList } = cloud.product.federation
  const whole = root.kind === 'dir' ? can.everything : can.everything - can.create
  const granted = typeof root.granted === 'number' || readsShareList ? bits(root.granted, whole) : whole
  row.lastSeen = { mimetype: root.mimetype, mtime: root.mtime, permissions: granted | alwaysGranted, type: root.kind }
  return { state: 'there', facts: row.lastSeen }
}

/** ownCloud states a mask, Nextcloud a list of words; nothing stated means everything. */
function bits(granted: number | string[] | undefined, whole: number): number {
  if (granted === undefined) return whole
  if (typeof granted === 'number') return granted
  return (
    (granted.includes('read') ? can.read : 0) |
    (granted.includes('share') ? can.share : 0) |
    (granted.includes('write') ? whole & 14 : 0)
  )
}

/** Recorded: owncloud-10.15.2/880-884 — a remote that never answered leaves these. */
export const neverSeen: MountFacts = { mimetype: '', mtime: 0, permissions: 27, type: 'file' }
