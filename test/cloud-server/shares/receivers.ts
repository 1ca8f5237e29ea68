/** Whom a new share is for: is there such a receiver, and may it be shared with? */

import type { Call } from '../cloud-state.ts'
import { failure } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { text } from '../http/incoming.ts'
import { fill } from '../products/product.ts'
import { userOf } from '../routes/route.ts'
import { pathOf } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { shareType } from '../store/shares.ts'
import type { Share, ShareType } from '../store/shares.ts'

export type Receiver = { shareWith?: string | undefined; error?: OcsReply; existing?: Share }

/**
 * Recorded: nextcloud-32.0.1/02-31, 04-97, nextcloud-33.0.3/14-10-*, 14-11-*; owncloud-10.15.2/2314-2316, 951-*, 952.
 * Not recorded: conversations (nextcloud/spreed lib/Share/RoomShareProvider.php, `create`), a team that has it already
 * (nextcloud/circles lib/ShareByCircleProvider.php, `create`).
 */
export function findReceiver(call: Call, type: ShareType, node: FileNode): Receiver {
  const { cloud, request } = call
  const { messages, family } = cloud.product
  const named = text(request, 'shareWith')
  const isNextcloud = family === 'nextcloud'
  const say = (code: number, message: string): Receiver => ({ error: failure(code, translate(cloud, message)) })
  const existing = cloud.shares
    .live()
    .find((share) => share.node === node && share.type === type && share.shareWith === named)
  switch (type) {
    case shareType.user: {
      const user = named === undefined ? undefined : cloud.users.byId(named)
      if (!user) return say(404, messages.recipientInvalid)
      if (user === userOf(call)) return say(403, messages.withYourself)
      if (user.id === node.owner) return say(403, 'Cannot share with the share owner')
      return existing ? alreadyShared(call, existing, 'user') : { shareWith: user.id }
    }
    case shareType.group: {
      if (!cloud.settings.groupSharing) return say(404, 'Group sharing is disabled by the administrator')
      if (named === undefined || !cloud.users.groups().includes(named)) return say(404, 'Please specify a valid group')
      return existing ? alreadyShared(call, existing, 'group') : { shareWith: named }
    }
    case shareType.mail: {
      // A share for nobody in particular, or for a list, is one with an empty receiver; without any it is refused.
      if (named === undefined) return say(403, 'Share recipient should not be empty')
      const isMailed = text(request, 'sendMail') !== 'false' && named !== ''
      if (isMailed && !/^\S+@\S+\.\S+$/.test(named)) return say(404, 'Please specify a valid email address')
      if (existing && named !== '')
        return say(403, messages.federatedShareFailed ?? fill(messages.alreadyShared, node.name, named))
      return { shareWith: named }
    }
    case shareType.team:
      if (Object.keys(cloud.teams).length === 0) return say(404, 'You cannot share to a Team if the app is not enabled')
      return named !== undefined && Object.hasOwn(cloud.teams, named)
        ? { shareWith: named, ...(existing ? { existing } : {}) }
        : { error: { ...failure(996, 'Internal Server Error\n'), isBare: true } }
    case shareType.room:
      if (Object.keys(cloud.rooms).length === 0)
        return say(403, `Sharing ${ownerPath(node)} failed because the back end does not support room shares`)
      if (named === undefined || !Object.hasOwn(cloud.rooms, named)) return say(404, 'Conversation not found')
      return existing ? say(403, 'Path is already shared with this conversation') : { shareWith: named }
    case shareType.remoteGroup:
      if (!isNextcloud) return say(400, messages.shareTypeUnknown)
      return cloud.settings.groupFederation ? {} : { error: backendRefuses(node, '9') }
    default:
      return {}
  }
}

/** Nextcloud answers with the share there is (recorded: nextcloud-33.0.3/14-10-user-again, 14-11-err-group-again). */
function alreadyShared({ cloud }: Call, existing: Share, what: 'user' | 'group'): Receiver {
  if (cloud.product.family === 'nextcloud') return { existing }
  return { error: failure(403, `Path already shared with this ${what}`) }
}

export function backendRefuses(node: FileNode, type: string): OcsReply {
  return failure(403, `Sharing ${ownerPath(node)} failed because the back end does not allow shares from type ${type}`)
}

const ownerPath = (node: FileNode): string => `/${node.owner}/files${pathOf(node)}`
