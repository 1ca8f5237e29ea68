/** The OCS share API for one's own shares (recorded: nextcloud-32.0.1/02-4*, nextcloud-33.0.3/14-2*, 14-3*; owncloud-10.15.2/240-248, 953, 954). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { localItem, receivedBy } from '../dav/local-shares.ts'
import { tellReceiver } from '../federation/tell.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import { isFolder } from '../store/files.ts'
import { hasAddress, isFederated } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { attributesOf } from './create.ts'
import { checkAttributes } from './mail.ts'
import { lacksPassword, readExpireDate, readPassword } from './options.ts'
import { changedPermissions } from './permissions.ts'

export function listShares(call: Call): OcsReply {
  const { cloud, request } = call
  const user = userOf(call)
  const is = (name: string) => text(request, name) === 'true'
  if (!cloud.settings.sharingEnabled)
    return cloud.product.family === 'nextcloud' ? failure(404, translate(cloud, 'Share API is disabled')) : ok([])
  const path = text(request, 'path')
  const node = path === undefined ? undefined : localItem(cloud, user.id, path)?.node
  if (path !== undefined && !node) return failure(404, translate(cloud, cloud.product.messages.pathUnknown))
  if (is('shared_with_me')) return ok(receivedBy(cloud, user).map((share) => listedFields(call, share)))
  if (is('subfiles') && (!node || !isFolder(node))) return failure(400, translate(cloud, 'Not a directory'))
  const types = text(request, 'share_types')?.split(',')
  const isMine = (share: Share) => share.by === user.id || (is('reshares') && share.owner === user.id)
  const isThere = (share: Share) => !node || (is('subfiles') ? share.node.parent === node : share.node === node)
  const shown = cloud.shares
    .live()
    .filter((share) => isMine(share) && isThere(share) && (!types || types.includes(String(share.type))))
  return ok(shown.map((share) => listedFields(call, share)))
}

/** A list of one, on every product (recorded: nextcloud-32.0.1/02-43, owncloud-10.15.2/242). */
export function showShare(call: Call): OcsReply {
  const share = ownShare(call)
  return share ? ok([listedFields(call, share)]) : unknownShare(call)
}

/** Only a share just made claims that mail went out, or where it stands at another server (recorded: nextcloud-32.0.1/02-01 and 02-06-hidedownload-via-put, nextcloud-33.0.3/14-20-list-path). */
function listedFields({ cloud }: Call, share: Share) {
  return {
    ...cloud.product.shareFields(cloud, share),
    mail_send: 0,
    ...(isFederated(share.type) ? { file_target: '' } : {}),
  }
}

const parameters = [
  'permissions',
  'password',
  'publicUpload',
  'expireDate',
  'note',
  'label',
  'hideDownload',
  'attributes',
  'sendMail',
  'token',
]
const owncloudParameters = ['permissions', 'password', 'publicUpload', 'expireDate', 'name']

/** All of it or nothing (recorded: nextcloud-33.0.3/14-30-put-mixed-one-bad, 14-30-after-mixed). */
export function updateShare(call: Call): OcsReply {
  const { cloud, request } = call
  const share = ownShare(call)
  if (!share) return unknownShare(call)
  const isNextcloud = cloud.product.family === 'nextcloud'
  const isOpen = hasAddress(share.type)
  const given = (name: string): string | undefined => text(request, name)
  const known = isNextcloud ? parameters : owncloudParameters
  // ownCloud asks this of links only (recorded: owncloud-10.15.2/954-put-user-nothing).
  if ((isNextcloud || isOpen) && known.every((name) => given(name) === undefined))
    return failure(400, 'Wrong or no update parameter given')
  const wrongAttributes = checkAttributes(call)
  if (wrongAttributes) return wrongAttributes
  const permissions = changedPermissions(call, share.type, share.node)
  if (permissions.error) return permissions.error
  if ((given('label') ?? '').length > 255) return failure(400, 'Maximum label length is 255')
  const wrongToken = isOpen && isNextcloud ? checkToken(call) : undefined
  if (wrongToken) return wrongToken
  const password = isOpen && given('password') !== undefined ? readPassword(call) : { value: share.password }
  if (password.error) return password.error
  const expireDate =
    given('expireDate') === undefined ? { value: share.expireDate } : readExpireDate(call, share.type, true)
  if (expireDate.error) return expireDate.error
  const wasAsked = given('password') !== undefined || given('permissions') !== undefined
  if (wasAsked && !password.value && lacksPassword(cloud, share.type, permissions.value ?? share.permissions)) {
    // Recorded: nextcloud-33.0.3/14-50-put-password-off-enforced: what had none before is left alone.
    if (!isNextcloud || share.password !== undefined)
      return failure(
        400,
        translate(cloud, cloud.product.messages.updateFailed ?? cloud.product.messages.passwordMissing),
      )
  }
  share.permissions = permissions.value ?? share.permissions
  share.password = password.value
  share.expireDate = expireDate.value
  if (isOpen) share.label = given(isNextcloud ? 'label' : 'name') ?? share.label
  if (isNextcloud) changeNextcloud(call, share)
  return ok(listedFields(call, share))
}

/** Federated shares keep neither note nor attributes, though the answer pretends (recorded: nextcloud-33.0.3/14-31-put-remote). */
function changeNextcloud(call: Call, share: Share): void {
  const given = (name: string): string | undefined => text(call.request, name)
  const isRemote = isFederated(share.type)
  if (!isRemote) share.note = given('note') ?? share.note
  if (!isRemote && given('attributes') !== undefined) share.attributes = attributesOf(call)
  if (!hasAddress(share.type)) return
  share.hideDownload = given('hideDownload') === undefined ? share.hideDownload : given('hideDownload') === 'true'
  share.token = given('token') ?? share.token
}

/** Recorded: nextcloud-33.0.3/14-30-put-token-off, 14-56-put-token-*; a token that is taken is taken again. */
function checkToken({ cloud, request }: Call): OcsReply | undefined {
  const token = text(request, 'token')
  if (token === undefined) return undefined
  if (!cloud.settings.customTokens)
    return failure(403, 'Custom share link tokens have been disabled by the administrator')
  if (/^[a-z0-9-]+$/i.test(token)) return undefined
  return failure(400, 'Tokens must contain at least 1 character and may only contain letters, numbers, or a hyphen')
}

export async function deleteShare(call: Call): Promise<OcsReply> {
  const { cloud } = call
  const share = ownShare(call) ?? receivedBy(cloud, userOf(call)).find(({ id }) => String(id) === call.part['id'])
  if (!share) return unknownShare(call)
  cloud.shares.remove(share)
  if (isFederated(share.type)) await tellReceiver(cloud, share)
  return ok()
}

function ownShare(call: Call): Share | undefined {
  const share = call.cloud.shares.byId(call.part['id'] ?? '')
  const { id } = userOf(call)
  return share && (share.owner === id || share.by === id) ? share : undefined
}

function unknownShare({ cloud }: Call): OcsReply {
  return failure(404, translate(cloud, cloud.product.messages.shareUnknown))
}
