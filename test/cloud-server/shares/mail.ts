/** Mails about shares, which are kept instead of sent, and the further properties that say who gets them. */

import type { Call, CloudState } from '../cloud-state.ts'
import { failure, ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { text } from '../http/incoming.ts'
import { userOf } from '../routes/route.ts'
import { hasAddress } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'

interface Attribute {
  scope?: unknown
  key?: unknown
  value?: unknown
}

/** Recorded: nextcloud-33.0.3/14-11-err-attributes. */
export function checkAttributes({ request, cloud }: Call): OcsReply | undefined {
  const given = text(request, 'attributes')
  if (given === undefined || cloud.product.family === 'owncloud') return undefined
  return Array.isArray(parse(given)) ? undefined : failure(400, `Invalid share attributes provided: "${given}"`)
}

export function mailTo(cloud: CloudState, share: Share): void {
  const list = (parse(share.attributes ?? '[]') as Attribute[]).find(
    ({ scope, key }) => scope === 'shareWith' && key === 'emails',
  )
  const receivers = Array.isArray(list?.value) ? list.value.map(String) : [share.shareWith ?? '']
  for (const to of receivers) if (to !== '') cloud.mails.push({ to, shareId: String(share.id) })
}

/** Recorded: nextcloud-33.0.3/14-33-*. */
export function sendEmail(call: Call): OcsReply {
  const { cloud, request, part } = call
  const share = cloud.shares.byId(part['id'] ?? '')
  if (!share || (share.owner !== userOf(call).id && share.by !== userOf(call).id))
    return failure(404, translate(cloud, cloud.product.messages.shareUnknown))
  if (hasAddress(share.type) && share.by !== userOf(call).id)
    return failure(403, 'You are not allowed to send mail notifications')
  const isLocked = share.password !== undefined && share.password !== text(request, 'password')
  if (isLocked) return failure(999, 'Error while sending mail notification')
  mailTo(cloud, share)
  return ok()
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
