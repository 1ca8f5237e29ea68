/** `/apps/files_sharing/api/v1/remote_shares` (recorded: nextcloud-32.0.1/04-0* to 04-6*, 11-*; nextcloud-33.0.3/16-*; owncloud-10.15.2/400-414, 50*, 54*-59*, 80*, 88*). */

import type { Call, CloudState } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { tellOwner } from '../federation/tell.ts'
import type { Values } from '../products/product.ts'
import type { ReceivedShare } from '../store/received.ts'
import { userOf } from '../routes/route.ts'
import { mount } from './mountpoint.ts'
import { neverSeen, probe } from './probe.ts'

export function listPending(call: Call): OcsReply {
  const { received, product } = call.cloud
  const { id, groups } = userOf(call)
  const pending = [...received.unanswered(id, groups), ...received.of(id)].filter((row) => !row.accepted)
  return ok(pending.map((row) => product.receivedShareFields(row, 'list')))
}

/** Mounted shares, each asked for at its remote. One that is gone there is not listed. */
export async function listMounted(call: Call): Promise<OcsReply> {
  const rows = call.cloud.received.mounted(userOf(call).id)
  const shown = await Promise.all(rows.map((row) => fieldsOf(call.cloud, row, 'list')))
  return ok(shown.filter((fields) => fields !== 'gone'))
}

/** ownCloud only. Of the template names just the braces are removed: "{{…#/Fed1}}-1" becomes "/Fed1}}-1" (recorded: owncloud-10.15.2/590). */
export async function listAll(call: Call): Promise<OcsReply> {
  const mounted = (await listMounted(call)).data as Values[]
  const pending = listPending(call).data as Values[]
  const named = pending.map((fields) => ({ ...fields, mountpoint: withoutTemplate(String(fields['mountpoint'])) }))
  return ok([...mounted, ...named])
}

function withoutTemplate(mountpoint: string): string {
  return mountpoint.replace('{{TemporaryMountPointName#', '').replace(/\}\}$/, '')
}

export async function showOne(call: Call): Promise<OcsReply> {
  const row = rowOf(call)
  if (!row) return failure(404, 'share does not exist')
  if (!row.accepted) return ok(call.cloud.product.receivedShareFields(row, 'single'))
  const fields = await fieldsOf(call.cloud, row, 'single')
  if (fields !== 'gone') return ok(fields)
  return call.cloud.product.federation.keepsZombies ? davFailure(401) : failure(996, 'Internal Server Error\n')
}

export async function accept(call: Call): Promise<OcsReply> {
  const { cloud } = call
  const row = rowOf(call)
  if (!row) return failure(404, cloud.product.messages.receivedUnknown)
  if (row.toGroup) {
    const own = ownRow(call, row)
    if (!own.accepted) mount(cloud, own)
    return ok()
  }
  mount(cloud, row)
  await tellOwner(cloud, row, 'accept')
  if (cloud.product.family === 'nextcloud') return ok()
  // ownCloud looks at the mount straight away; by then the row is accepted, usable or not (recorded: owncloud-10.15.2/801).
  const seen = await probe(cloud, row)
  return seen.state === 'refused' && seen.status === 401
    ? davFailure(401)
    : ok([{ state: 0, file_target: row.mountpoint }])
}

/** Works on accepted shares too (recorded: owncloud-10.15.2/539b), but not on ownCloud's zombies (592, 594). */
export async function decline(call: Call): Promise<OcsReply> {
  const { cloud } = call
  const row = rowOf(call)
  const isZombie =
    row !== undefined &&
    row.accepted &&
    cloud.product.federation.keepsZombies &&
    (await probe(cloud, row)).state === 'refused'
  if (!row || isZombie) return failure(404, cloud.product.messages.receivedUnknown)
  await unmount(cloud, row.toGroup ? ownRow(call, row) : row)
  return ok()
}

/** ownCloud also removes pending shares this way (recorded: owncloud-10.15.2/574). */
export async function remove(call: Call): Promise<OcsReply> {
  const row = rowOf(call)
  if (!row) return failure(404, 'Share does not exist')
  if (row.toGroup) return failure(403, 'Could not unshare')
  await unmount(call.cloud, row)
  return ok()
}

/** A member's row of a group's share stays, pending again, and nobody is told (recorded: nextcloud-33.0.3/16-1*). */
export async function unmount(cloud: CloudState, row: ReceivedShare): Promise<void> {
  if (row.parent !== undefined) {
    row.accepted = false
    return
  }
  cloud.received.remove(row)
  await tellOwner(cloud, row, 'decline')
}

function rowOf(call: Call): ReceivedShare | undefined {
  const { received } = call.cloud
  const { id: user, groups } = userOf(call)
  const id = call.part['id'] ?? ''
  return received.byId(user, id) ?? received.toGroups(groups).find((row) => String(row.id) === id)
}

/** The user's own row of a group's share, made when they answer it for the first time. */
function ownRow(call: Call, group: ReceivedShare): ReceivedShare {
  const { received, files } = call.cloud
  const { id: user } = userOf(call)
  const { remote, remoteId, shareToken, password, name, owner, id: parent } = group
  const share = { remote, remoteId, shareToken, password, name, owner, user, parent, fileId: files.nextId() }
  return received.ofMember(user, group) ?? received.add(share)
}

/** What a reader gets to see; a refused share is forgotten by Nextcloud and stays as a zombie on ownCloud. */
async function fieldsOf(cloud: CloudState, row: ReceivedShare, view: 'list' | 'single'): Promise<Values | 'gone'> {
  const seen = await probe(cloud, row)
  if (seen.state === 'refused') {
    if (!cloud.product.federation.keepsZombies) cloud.received.remove(row)
    return 'gone'
  }
  const { mimetype, mtime, permissions, type } = seen.state === 'there' ? seen.facts : (row.lastSeen ?? neverSeen)
  return { ...cloud.product.receivedShareFields(row, view), mimetype, mtime, permissions, type, file_id: row.fileId }
}

function davFailure(status: 401): OcsReply {
  return failure(500, `Sabre\\HTTP\\ClientHttpException: ${{ 401: 'Unauthorized' }[status]}`)
}
