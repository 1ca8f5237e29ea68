/** Telling the receiver's server about a new share. */

import type { CloudState } from '../cloud-state.ts'
import { call, formBody, jsonBody } from '../http/call.ts'
import type { Reply } from '../http/call.ts'
import { shareType } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { cloudIdOf } from './cloud-id.ts'
import type { CloudId } from './cloud-id.ts'
import { discover } from './discover.ts'

/** The receiver's base URL, or undefined when it could not be reached or said no. */
export async function deliver(cloud: CloudState, share: Share, recipient: CloudId): Promise<string | undefined> {
  const receiver = await discover(cloud, recipient.remote)
  if (!receiver) return undefined
  try {
    // Nextcloud talks the legacy protocol to ownCloud, whose OCM wants fields Nextcloud does not send.
    const useLegacy = receiver.isOldDialect && cloud.product.family === 'nextcloud'
    const reply = useLegacy
      ? await call(
          'POST',
          `${receiver.base}/ocs/v2.php/cloud/shares?format=json`,
          formBody(legacyShare(cloud, share, recipient)),
        )
      : await call('POST', `${receiver.endPoint}/shares`, jsonBody(ocmShare(cloud, share, recipient)))
    return isTaken(cloud, reply) ? receiver.base : undefined
  } catch {
    return undefined
  }
}

/** ownCloud keeps a share that home refused with 400 (recorded: owncloud-10.15.2/520, 527). */
function isTaken(cloud: CloudState, reply: Reply): boolean {
  return reply.status < 300 || (cloud.product.family === 'owncloud' && reply.status === 400)
}

function ocmShare(cloud: CloudState, share: Share, { user, remote }: CloudId) {
  const owner = cloudIdOf(cloud, share.owner)
  const ownerDisplayName = cloud.users.byId(share.owner)?.displayName ?? share.owner
  return {
    shareWith: `${user}@${remote}`,
    name: share.node.name,
    description: '',
    providerId: String(share.id),
    owner,
    ownerDisplayName,
    sharedBy: owner,
    sharedByDisplayName: ownerDisplayName,
    sender: owner,
    senderDisplayName: ownerDisplayName,
    shareType: share.type === shareType.remoteGroup ? 'group' : 'user',
    resourceType: 'file',
    protocol: {
      name: 'webdav',
      options: { sharedSecret: share.token, permissions: '{http://open-cloud-mesh.org/ns}share-permissions' },
    },
  }
}

function legacyShare(cloud: CloudState, share: Share, { user }: CloudId): Record<string, string> {
  const owner = cloudIdOf(cloud, share.owner)
  return {
    shareWith: user,
    token: share.token,
    name: share.node.name,
    remoteId: String(share.id),
    owner: share.owner,
    ownerFederatedId: owner,
    sharedBy: share.owner,
    sharedByFederatedId: owner,
    remote: `${cloud.base}/`,
  }
}
