/** The share object of the OCS share API (recorded: nextcloud-32.0.1/02-01, 04-90; nextcloud-21.0.5/02-01; owncloud-10.15.2/213, 215, 501). */

import { createHash } from 'node:crypto'
import type { CloudState } from '../cloud-state.ts'
import { can, hasAddress, isFederated, shareType } from '../store/shares.ts'
import type { Share, ShareType } from '../store/shares.ts'
import { isFolder, pathOf, sizeOf } from '../store/files.ts'
import { folderMimetype, mimetypeOf } from '../store/mimetype.ts'
import type { Values } from './product.ts'

/** Fields every product knows; each arranges them in its own order and adds its own. */
export function shareFacts(cloud: CloudState, share: Share) {
  const { node } = share
  const folder = isFolder(node)
  const owner = cloud.users.byId(share.owner)?.displayName ?? share.owner
  return {
    id: String(share.id),
    share_type: share.type,
    uid_owner: share.by,
    displayname_owner: cloud.users.byId(share.by)?.displayName ?? share.by,
    permissions: share.permissions,
    stime: share.createdAt,
    parent: null,
    expiration: share.expireDate ? `${share.expireDate} 00:00:00` : null,
    token: hasAddress(share.type) || isFederated(share.type) ? share.token : null,
    uid_file_owner: share.owner,
    displayname_file_owner: owner,
    path: pathOf(node),
    item_type: folder ? 'folder' : 'file',
    mimetype: folder ? folderMimetype : mimetypeOf(node.name),
    storage_id: `home::${share.owner}`,
    storage: 4,
    item_source: node.id,
    file_source: node.id,
    file_parent: node.parent?.id ?? node.id,
    file_target: hasNoTarget(cloud, share.type) ? '' : `/${node.name}`,
  }
}

/** Recorded: nextcloud-33.0.3/14-10-*, owncloud-10.15.2/951-remote. */
const hasNoTarget = (cloud: CloudState, type: ShareType): boolean =>
  type === shareType.mail || (type === shareType.remote && cloud.product.family === 'owncloud')

export function nextcloudShareFields(cloud: CloudState, share: Share, isModern: boolean): Values {
  const {
    path,
    item_type,
    mimetype,
    storage_id,
    storage,
    item_source,
    file_source,
    file_parent,
    file_target,
    ...head
  } = shareFacts(cloud, share)
  const folder = item_type === 'folder'
  const modern = {
    item_permissions: folder ? can.everything : can.everything - can.create,
    'is-mount-root': false,
    'mount-type': '',
  }
  const sizes = { item_size: sizeOf(share.node), item_mtime: share.node.mtime }
  return {
    ...head,
    can_edit: true,
    can_delete: true,
    note: share.note,
    label: share.label,
    path,
    item_type,
    ...(isModern ? modern : {}),
    mimetype,
    has_preview: mimetype.startsWith('text/') || mimetype.startsWith('image/'),
    storage_id,
    storage,
    item_source,
    file_source,
    file_parent,
    file_target,
    ...(isModern ? sizes : {}),
    ...receiverFields(cloud, share, isModern),
    mail_send: isSilent(share.type) ? 0 : 1,
    hide_download: share.hideDownload ? 1 : 0,
    attributes: share.attributes,
  }
}

/** Recorded: nextcloud-33.0.3/14-10-*; nextcloud/spreed tests/integration/features/bootstrap/SharingContext.php. */
const isSilent = (type: ShareType): boolean => isFederated(type) || type === shareType.mail || type === shareType.room

/**
 * Recorded: nextcloud-33.0.3/14-10-*, 16-*. Not recorded, so from the sources: teams (nextcloud/server
 * apps/files_sharing/lib/Controller/ShareAPIController.php, `formatShare`), conversations (nextcloud/spreed
 * lib/Share/Helper/ShareAPIController.php, `formatShare`).
 */
function receiverFields(cloud: CloudState, share: Share, isModern: boolean): Values {
  const { type, shareWith = '' } = share
  const user = cloud.users.byId(shareWith)
  if (type === shareType.link) return linkFields(cloud, share)
  if (isFederated(type)) return remoteFields(cloud, share, isModern)
  if (type === shareType.mail) return mailFields(share)
  if (type === shareType.user)
    return {
      share_with: shareWith,
      share_with_displayname: user?.displayName ?? shareWith,
      share_with_displayname_unique: user?.email ?? shareWith,
    }
  if (type === shareType.team)
    return { share_with_displayname: cloud.teams[shareWith] ?? shareWith, share_with_avatar: '', share_with: shareWith }
  const link = type === shareType.room ? { share_with_link: `${cloud.base}/index.php/call/${shareWith}` } : {}
  return { share_with: shareWith, share_with_displayname: cloud.rooms[shareWith] ?? shareWith, ...link }
}

function mailFields({ shareWith = '', password }: Share): Values {
  return {
    share_with: shareWith,
    password: password === undefined ? null : passwordHash(password),
    password_expiration_time: null,
    send_password_by_talk: false,
    share_with_displayname: shareWith,
  }
}

function linkFields(cloud: CloudState, share: Share): Values {
  const hash = share.password === undefined ? null : passwordHash(share.password)
  return {
    share_with: hash,
    share_with_displayname: '(Shared link)',
    password: hash,
    send_password_by_talk: false,
    url: `${cloud.base}/s/${share.token}`,
  }
}

function remoteFields({ settings }: CloudState, share: Share, isModern: boolean): Values {
  const { type, shareWith = '' } = share
  const isNamed = !isModern || type === shareType.remoteGroup
  const names = { share_with: shareWith, share_with_displayname: isNamed ? shareWith : '' }
  return isModern && settings.federationApp ? { is_trusted_server: false, ...names } : names
}

/** Nextcloud really lists the hash of a link's password, to its owner. */
function passwordHash(password: string): string {
  return `3|$argon2id$v=19$m=65536,t=4,p=1$${createHash('sha256').update(password).digest('base64')}`
}
