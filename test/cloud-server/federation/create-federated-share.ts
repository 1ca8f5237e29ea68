/** Nextcloud: somebody asks to have a public link sent to their cloud (recorded: nextcloud-32.0.1/03-16, 04-01..12, 04-70..80). */

import type { Call, CloudState } from '../cloud-state.ts'
import { translate } from '../answers/translate.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { isUploadOnly } from '../store/shares.ts'
import { parseCloudId } from './cloud-id.ts'
import { shareFederated } from './share-federated.ts'

const action = 'publicLink2FederatedShare'

/** Needs neither login nor request token; the session of an unlocked share page stands for the password. */
export async function createFederatedShare({ cloud, request, session }: Call): Promise<Answer> {
  const shareWith = text(request, 'shareWith')
  const token = text(request, 'token')
  if (shareWith === undefined || token === undefined) return empty(500)
  if (cloud.throttle.isBlocked(action)) return empty(429)
  if (!cloud.settings.outgoingFederation)
    return json(400, { message: "This server doesn't support outgoing federated shares" })
  const recipient = parseCloudId(shareWith)
  if (!recipient) return refuse(cloud, 'Invalid Federated Cloud ID')
  const link = cloud.settings.sharingEnabled ? cloud.shares.linkByToken(token) : undefined
  if (!link) return refuse(cloud, translate(cloud, 'The requested share does not exist anymore'))
  if (isUploadOnly(link)) return refuse(cloud, cloud.product.messages.uploadOnly)
  const isOpen =
    link.password === undefined || session.unlocked.has(link.id) || link.password === text(request, 'password')
  if (!isOpen) return refuse(cloud, 'No permission to access the share')
  const { node, owner, permissions, expireDate } = link
  const result = await shareFederated(cloud, { node, owner, permissions, expireDate }, recipient)
  if (!result.ok) return json(400, { message: translate(cloud, result.message) }, throttled(cloud))
  return json(200, { remoteUrl: result.remoteUrl }, throttled(cloud))
}

function refuse(cloud: CloudState, message: string): Answer {
  cloud.throttle.fail(action)
  return json(400, { message }, throttled(cloud))
}

function throttled(cloud: CloudState): Record<string, string> {
  const delay = cloud.throttle.delay(action)
  return delay > 0 ? { 'X-Nextcloud-Bruteforce-Throttled': `${delay}ms` } : {}
}
