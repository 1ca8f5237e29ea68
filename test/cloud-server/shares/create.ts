/** `POST …/shares` (recorded: nextcloud-32.0.1/02-*, 04-80-c, 04-9*; owncloud-10.15.2/21*-23*, 50*-52*, 840, 860). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { parseCloudId } from '../federation/cloud-id.ts'
import { shareFederated } from '../federation/share-federated.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import { isFolder, pathOf } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { can, shareType } from '../store/shares.ts'
import { readExpireDate, readPassword } from './link-options.ts'

export async function createShare(call: Call): Promise<OcsReply> {
  const { cloud, request } = call
  const { messages, family } = cloud.product
  const path = text(request, 'path')
  if (path === undefined) return failure(404, messages.pathMissing)
  const node = cloud.files.find(userOf(call).id, path)
  if (!node) return failure(404, translate(cloud, messages.pathUnknown))
  if (!node.parent) return failure(403, messages.rootShared)
  const type = text(request, 'shareType')
  if (type === String(shareType.link)) return createLink(call, node)
  if (type === String(shareType.remote)) return createFederated(call, node)
  // A word instead of a number reads as 0, a share with a user (recorded: nextcloud-32.0.1/02-31).
  if (type === String(shareType.user) && text(request, 'shareWith') === node.owner)
    return failure(403, "Can't share with yourself")
  if (type === String(shareType.user) || (type !== undefined && Number.isNaN(Number(type))))
    return failure(404, messages.recipientInvalid)
  if (type === '9' && family === 'nextcloud') return backendRefuses(node, '9')
  return failure(400, translate(cloud, messages.shareTypeUnknown))
}

function createLink(call: Call, node: FileNode): OcsReply {
  const { cloud, request } = call
  if (!cloud.settings.sharingEnabled) return failure(404, 'Public link sharing is disabled by the administrator')
  const asked = text(request, 'publicUpload') === 'true' ? 15 : numberOf(text(request, 'permissions'))
  const isNextcloud = cloud.product.family === 'nextcloud'
  if (isNextcloud && asked !== undefined && (asked < 1 || asked > can.everything)) {
    return failure(cloud.product.links.badPermissionsStatus, cloud.product.messages.permissionsInvalid)
  }
  if (asked === can.create && !isFolder(node))
    return failure(404, 'Public upload is only possible for publicly shared folders')
  const password = readPassword(call)
  if (password.error) return password.error
  const expireDate = readExpireDate(call)
  if (expireDate.error) return expireDate.error
  const share = cloud.shares.add({
    type: shareType.link,
    node,
    owner: node.owner,
    permissions: cloud.product.links.permissions(asked, !isFolder(node)),
    password: password.value,
    expireDate: expireDate.value,
    label: text(request, 'label') ?? text(request, 'name') ?? '',
    note: text(request, 'note') ?? '',
    attributes: text(request, 'attributes') ?? null,
  })
  return ok(cloud.product.shareFields(cloud, share))
}

async function createFederated(call: Call, node: FileNode): Promise<OcsReply> {
  const { cloud, request } = call
  const { messages, family } = cloud.product
  if (!cloud.settings.outgoingFederation) return backendRefuses(node, '6')
  const shareWith = text(request, 'shareWith') ?? ''
  // ownCloud looks for a nameless user somewhere instead of complaining (recorded: owncloud-10.15.2/522, 524).
  const recipient = parseCloudId(shareWith) ?? (family === 'owncloud' ? { user: '', remote: shareWith } : undefined)
  if (!recipient) return failure(403, messages.cloudIdInvalid)
  if (family === 'owncloud') recipient.remote = recipient.remote.toLowerCase()
  const whole = isFolder(node) ? can.everything : can.read | can.update | can.share
  const permissions = numberOf(text(request, 'permissions')) ?? whole
  const expireDate = readExpireDate(call)
  if (expireDate.error) return expireDate.error
  const result = await shareFederated(
    cloud,
    { node, owner: node.owner, permissions, expireDate: expireDate.value },
    recipient,
  )
  if (result.ok) return ok(cloud.product.shareFields(cloud, result.share))
  return failure(403, messages.federatedShareFailed ?? translate(cloud, result.message))
}

function backendRefuses(node: FileNode, type: string): OcsReply {
  return failure(
    403,
    `Sharing /${node.owner}/files${pathOf(node)} failed because the back end does not allow shares from type ${type}`,
  )
}

function numberOf(value: string | undefined): number | undefined {
  const number = Number(value)
  return value === undefined || value === '' || !Number.isInteger(number) ? undefined : number
}
