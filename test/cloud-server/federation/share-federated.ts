/** Making a federated share: the one place behind a link's createFederatedShare and an owner's shareType 6 or 9. */

import type { CloudState } from '../cloud-state.ts'
import { fill } from '../products/product.ts'
import { shareType } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { formatCloudId, isSameServer } from './cloud-id.ts'
import type { CloudId } from './cloud-id.ts'
import { deliver } from './deliver.ts'

export type FederatedShareRequest = Pick<Share, 'node' | 'owner' | 'permissions' | 'expireDate'> &
  Partial<Pick<Share, 'by' | 'type'>>

export type FederatedShareResult = { ok: true; share: Share; remoteUrl: string } | { ok: false; message: string }

/** Checks, then delivers for real while the caller waits (recorded: 04-7* of both Nextcloud folders, owncloud-10.15.2/512-525). */
export async function shareFederated(
  cloud: CloudState,
  request: FederatedShareRequest,
  recipient: CloudId,
): Promise<FederatedShareResult> {
  const { messages } = cloud.product
  const { node, owner } = request
  const shareWith = formatCloudId(recipient)
  const isDuplicate = cloud.shares.live().some((share) => share.node === node && share.shareWith === shareWith)
  if (isDuplicate) return { ok: false, message: fill(messages.alreadyShared, node.name, shareWith) }
  if (isSameServer(recipient.remote, cloud.base) && recipient.user === owner)
    return { ok: false, message: messages.ownAccount }
  const share = cloud.shares.add({ type: shareType.remote, ...request, shareWith })
  const remoteUrl = await deliver(cloud, share, recipient)
  if (remoteUrl !== undefined) return { ok: true, share, remoteUrl }
  cloud.shares.remove(share)
  return { ok: false, message: fill(messages.notFound, node.name, shareWith) }
}
