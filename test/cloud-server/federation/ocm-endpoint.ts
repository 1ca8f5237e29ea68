/** Open Cloud Mesh: `POST …/shares` and `POST …/notifications` (recorded: nextcloud-32.0.1/08-30, owncloud-10.15.2/620-626, 835; that a group is called so: nextcloud/server apps/cloud_federation_api/lib/Controller/RequestHandlerController.php). */

import type { Call } from '../cloud-state.ts'
import { json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { parseCloudId } from './cloud-id.ts'
import { forget, isMountableName, receive, takeBack } from './receive.ts'

export function receiveOcmShare(call: Call): Answer {
  const { cloud, request } = call
  const isNextcloud = cloud.product.family === 'nextcloud'
  if (!cloud.settings.incomingFederation)
    return isNextcloud ? json(503, { message: 'Cloud sharing is disabled' }) : json(501, { message: '' })
  const wanted = ['shareWith', 'name', 'providerId', 'owner', 'shareType', 'resourceType']
  const missing = wanted.filter((name) => text(request, name) === undefined)
  if (missing.length > 0)
    return json(400, {
      message: isNextcloud ? 'Missing arguments' : `Required parameters are missing: ${missing.join(',')}`,
    })
  const [shareWith = '', name = '', providerId = '', owner = '', type = ''] = wanted.map((key) => text(request, key))
  const { protocolName, secret } = protocolOf(request.fields['protocol'])
  if (protocolName !== 'webdav') return json(501, { message: `Protocol ${protocolName} is not supported` })
  const toGroup = type === 'group' && isNextcloud && cloud.settings.groupFederation
  if (type !== 'user' && !toGroup) return json(501, { message: `ShareType ${type} is not supported` })
  const recipientId = parseCloudId(shareWith)?.user ?? shareWith
  const group = cloud.users.groups().includes(recipientId) ? { id: recipientId, displayName: recipientId } : undefined
  const recipient = toGroup ? group : cloud.users.byId(recipientId)
  if (!recipient)
    return json(400, {
      message: isNextcloud
        ? `${toGroup ? 'Group' : 'User'} "${recipientId}" does not exists at ${cloud.base}`
        : `User ${recipientId} does not exist`,
    })
  if (!isMountableName(name)) return json(400, { message: 'The mountpoint name contains invalid characters.' })
  const from = parseCloudId(owner)
  if (!from) return json(400, { message: 'Invalid owner' })
  receive(cloud, {
    recipient,
    toGroup,
    remote: from.remote,
    remoteId: providerId,
    token: secret,
    name,
    owner: from.user,
  })
  return json(201, isNextcloud ? { recipientDisplayName: recipient.displayName, recipientUserId: recipient.id } : [])
}

function protocolOf(protocol: unknown): { protocolName: string; secret: string } {
  const { name, options } = (protocol ?? {}) as { name?: unknown; options?: { sharedSecret?: unknown } }
  return { protocolName: String(name ?? ''), secret: String(options?.sharedSecret ?? '') }
}

export function receiveOcmNotice(call: Call): Answer {
  const { cloud, request } = call
  const type = text(request, 'notificationType') ?? ''
  const id = text(request, 'providerId') ?? ''
  const secret = String((request.fields['notification'] as { sharedSecret?: unknown } | undefined)?.sharedSecret ?? '')
  const act = { SHARE_ACCEPTED: accepted, SHARE_DECLINED: takeBack, SHARE_UNSHARED: forget }[type]
  if (!act) return json(501, { message: `Notification of type ${type} is not supported` })
  return act(cloud, id, secret) ? json(201, []) : json(400, { message: 'Share not found' })
}

/** Nothing changes on the owner's side, but the sender must know the secret. */
function accepted(cloud: Call['cloud'], id: string, secret: string): boolean {
  return cloud.shares.byId(id)?.token === secret
}
