/** `POST …/shares` (recorded: nextcloud-32.0.1/02-*, 04-80-c, 04-9*, nextcloud-33.0.3/14-1*, 14-5*; owncloud-10.15.2/21*-23*, 50*-52*, 840, 860, 95*, 96*). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { localItem } from '../dav/local-shares.ts'
import { parseCloudId } from '../federation/cloud-id.ts'
import { shareFederated } from '../federation/share-federated.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import type { FileNode } from '../store/files.ts'
import { can, hasAddress, isFederated, shareType } from '../store/shares.ts'
import type { ShareType } from '../store/shares.ts'
import { checkAttributes, mailTo } from './mail.ts'
import { lacksPassword, readExpireDate, readPassword } from './options.ts'
import { readPermissions } from './permissions.ts'
import { backendRefuses, findReceiver } from './receivers.ts'

export async function createShare(call: Call): Promise<OcsReply> {
  const { cloud, request } = call
  const { messages } = cloud.product
  if (isOverLimit(call)) return { ...failure(429, ''), isEmpty: true }
  if (!cloud.settings.sharingEnabled) return failure(404, translate(cloud, 'Share API is disabled'))
  const path = text(request, 'path')
  if (path === undefined) return failure(404, translate(cloud, messages.pathMissing))
  const item = localItem(cloud, userOf(call).id, path)
  if (!item) return failure(404, translate(cloud, messages.pathUnknown))
  const type = typeOf(call)
  if (type === undefined) return failure(400, translate(cloud, messages.shareTypeUnknown))
  const { node } = item
  // ownCloud knows type 7 as a federated group, which it then does not find (recorded: owncloud-10.15.2/951-team).
  if (type === shareType.team && cloud.product.family === 'owncloud')
    return failure(
      403,
      translate(
        cloud,
        `Sharing ${node.name} failed, could not find @${text(request, 'shareWith')}, maybe the server is currently unreachable.`,
      ),
    )
  const permissions = readPermissions(call, type, node)
  if (permissions.error) return permissions.error
  const wrongAttributes = checkAttributes(call)
  if (wrongAttributes) return wrongAttributes
  if (hasAddress(type) && !cloud.settings.publicLinks)
    return failure(404, translate(cloud, 'Public link sharing is disabled by the administrator'))
  const receiver = findReceiver(call, type, node)
  if (receiver.error) return receiver.error
  if ((text(request, 'label') ?? '').length > 255) return failure(400, 'Maximum label length is 255')
  if (!node.parent) return failure(403, translate(cloud, messages.rootShared))
  if ((item.permissions & can.share) === 0)
    return failure(404, translate(cloud, `You are not allowed to share ${node.name}`))
  if ((permissions.value ?? 0) & ~(item.permissions | can.share))
    return failure(404, translate(cloud, `Cannot increase permissions of ${path}`))
  if (receiver.existing) return ok(cloud.product.shareFields(cloud, receiver.existing))
  return isFederated(type)
    ? createFederated(call, type, node)
    : createLocal(call, type, node, permissions.value ?? can.read, receiver.shareWith)
}

/** A word instead of a number reads as 0, a share with a user (recorded: nextcloud-32.0.1/02-31). */
function typeOf({ cloud, request }: Call): ShareType | undefined {
  const given = text(request, 'shareType')
  if (given === undefined) return undefined
  const number = Number.isNaN(Number(given)) ? 0 : Number(given)
  const isNextcloud = cloud.product.family === 'nextcloud'
  const known: number[] = isNextcloud ? Object.values(shareType) : [0, 1, 3, 6, 7]
  return known.includes(number) ? (number as ShareType) : undefined
}

function createLocal(
  call: Call,
  type: ShareType,
  node: FileNode,
  permissions: number,
  shareWith: string | undefined,
): OcsReply {
  const { cloud, request } = call
  const isOpen = hasAddress(type)
  const isNextcloud = cloud.product.family === 'nextcloud'
  const expireDate = readExpireDate(call, type)
  if (expireDate.error) return expireDate.error
  const password = isOpen ? readPassword(call) : {}
  if (password.error) return password.error
  if (!password.value && lacksPassword(cloud, type, permissions))
    return failure(403, translate(cloud, cloud.product.messages.passwordMissing))
  const share = cloud.shares.add({
    type,
    node,
    owner: node.owner,
    by: userOf(call).id,
    permissions,
    shareWith,
    password: password.value,
    expireDate: expireDate.value,
    label: (isOpen ? (isNextcloud ? text(request, 'label') : text(request, 'name')) : undefined) ?? '',
    note: (isNextcloud ? text(request, 'note') : undefined) ?? '',
    attributes: isNextcloud ? attributesOf(call) : null,
  })
  if (type === shareType.mail && text(request, 'sendMail') !== 'false') mailTo(cloud, share)
  return ok(cloud.product.shareFields(cloud, share))
}

/** As it is stored: Nextcloud keeps `scope`, `key` and `value`, whatever else came (recorded: nextcloud-33.0.3/14-10-no-download-enabled). */
export function attributesOf({ request }: Call): string | null {
  const given = text(request, 'attributes')
  if (given === undefined) return null
  const list = JSON.parse(given) as { scope: string; key: string; value?: unknown }[]
  return list.length === 0 ? null : JSON.stringify(list.map(({ scope, key, value = null }) => ({ scope, key, value })))
}

async function createFederated(call: Call, type: ShareType, node: FileNode): Promise<OcsReply> {
  const { cloud, request } = call
  const { messages, family } = cloud.product
  if (!cloud.settings.outgoingFederation) return backendRefuses(node, String(type))
  const shareWith = text(request, 'shareWith') ?? ''
  // ownCloud looks for a nameless user somewhere instead of complaining (recorded: owncloud-10.15.2/522, 524).
  const recipient = parseCloudId(shareWith) ?? (family === 'owncloud' ? { user: '', remote: shareWith } : undefined)
  if (!recipient) return failure(403, messages.cloudIdInvalid)
  if (family === 'owncloud') recipient.remote = recipient.remote.toLowerCase()
  const permissions = readPermissions(call, type, node).value ?? can.read
  const expireDate = readExpireDate(call, type)
  if (expireDate.error) return expireDate.error
  const result = await shareFederated(
    cloud,
    { type, node, owner: node.owner, by: userOf(call).id, permissions, expireDate: expireDate.value },
    recipient,
  )
  if (result.ok) return ok(cloud.product.shareFields(cloud, result.share))
  return failure(403, messages.federatedShareFailed ?? translate(cloud, result.message))
}

/** Recorded: nextcloud-32.0.1/02-99. */
function isOverLimit(call: Call): boolean {
  const { cloud } = call
  const { id } = userOf(call)
  const recent = (cloud.creations.get(id) ?? []).filter((at) => at > Date.now() - 600_000)
  cloud.creations.set(id, [...recent, Date.now()])
  return recent.length >= cloud.settings.shareLimit
}
