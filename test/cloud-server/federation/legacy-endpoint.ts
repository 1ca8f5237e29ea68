/** The protocol before OCM: `/ocs/v{1,2}.php/cloud/shares` (recorded: owncloud-10.15.2/610-619, 831). */

import type { Call } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { text } from '../http/incoming.ts'
import { normaliseRemote } from './cloud-id.ts'
import { forget, isMountableName, receive, takeBack } from './receive.ts'

const required = ['remote', 'token', 'name', 'owner', 'remoteId', 'shareWith']

export function receiveLegacyShare({ cloud, request }: Call): OcsReply {
  const isNextcloud = cloud.product.family === 'nextcloud'
  if (!cloud.settings.incomingFederation)
    return isNextcloud ? failure(503, 'Server does not support federated cloud sharing') : failure(501, '')
  const missing = required.filter((name) => !text(request, name))
  if (missing.length > 0)
    return failure(
      400,
      isNextcloud
        ? 'server can not add remote share, missing parameter'
        : `Required parameters are missing: ${missing.join(',')}`,
    )
  const [remote = '', token = '', name = '', owner = '', remoteId = '', shareWith = ''] = required.map((key) =>
    text(request, key),
  )
  if (!isMountableName(name)) return failure(400, 'The mountpoint name contains invalid characters.')
  const recipient = cloud.users.byId(shareWith)
  if (!recipient) return failure(400, 'User does not exist')
  receive(cloud, { recipient, remote: normaliseRemote(remote), remoteId, token, name, owner })
  return ok()
}

/** The receiver accepts or declines, or the owner unshares: `/cloud/shares/{id}/{notice}`. */
export function receiveLegacyNotice({ cloud, request, part }: Call): OcsReply {
  const { id = '', notice = '' } = part
  const token = text(request, 'token') ?? ''
  if (notice === 'decline') takeBack(cloud, id, token)
  if (notice === 'unshare') forget(cloud, id, token)
  return ok()
}
