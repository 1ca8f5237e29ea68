/** The OCS share API for one's own shares (recorded: nextcloud-32.0.1/02-4*, owncloud-10.15.2/240-248). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { tellReceiver } from '../federation/tell.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import { shareType } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { readExpireDate, readPassword } from './link-options.ts'

export function listShares(call: Call): OcsReply {
  const { cloud, request } = call
  const user = userOf(call)
  if (text(request, 'shared_with_me') === 'true') return ok([])
  const path = text(request, 'path')
  const node = path === undefined ? undefined : cloud.files.find(user.id, path)
  if (path !== undefined && !node) return failure(404, translate(cloud, cloud.product.messages.pathUnknown))
  const types = text(request, 'share_types')?.split(',')
  const shown = cloud.shares
    .live()
    .filter(
      (share) =>
        share.owner === user.id && (!node || share.node === node) && (!types || types.includes(String(share.type))),
    )
  return ok(shown.map((share) => listedFields(call, share)))
}

/** A list of one, on every product (recorded: nextcloud-32.0.1/02-43, owncloud-10.15.2/242). */
export function showShare(call: Call): OcsReply {
  const share = ownShare(call)
  return share ? ok([listedFields(call, share)]) : unknownShare(call)
}

/** Only a share just made claims that mail went out (recorded: nextcloud-32.0.1/02-01 and 02-06-hidedownload-via-put). */
function listedFields({ cloud }: Call, share: Share) {
  return { ...cloud.product.shareFields(cloud, share), mail_send: 0 }
}

export function updateShare(call: Call): OcsReply {
  const { cloud, request } = call
  const share = ownShare(call)
  if (!share) return unknownShare(call)
  const password = readPassword(call)
  if (password.error) return password.error
  const expireDate = readExpireDate(call)
  if (expireDate.error) return expireDate.error
  if (text(request, 'password') !== undefined) share.password = password.value
  if (text(request, 'expireDate') !== undefined) share.expireDate = expireDate.value
  const permissions = Number(text(request, 'permissions') ?? Number.NaN)
  if (share.type === shareType.link && Number.isInteger(permissions))
    share.permissions = cloud.product.links.permissions(permissions, share.node.bytes !== undefined)
  share.hideDownload =
    text(request, 'hideDownload') === undefined ? share.hideDownload : text(request, 'hideDownload') === 'true'
  share.label = text(request, 'label') ?? text(request, 'name') ?? share.label
  share.note = text(request, 'note') ?? share.note
  return ok(listedFields(call, share))
}

export async function deleteShare(call: Call): Promise<OcsReply> {
  const share = ownShare(call)
  if (!share) return unknownShare(call)
  call.cloud.shares.remove(share)
  if (share.type === shareType.remote) await tellReceiver(call.cloud, share)
  return ok()
}

function ownShare(call: Call): Share | undefined {
  const share = call.cloud.shares.byId(call.part['id'] ?? '')
  return share?.owner === userOf(call).id ? share : undefined
}

function unknownShare({ cloud }: Call): OcsReply {
  return failure(404, translate(cloud, cloud.product.messages.shareUnknown))
}
