/** Notices between the two ends of a share. Nobody waits for them to succeed: servers ignore lost feedback. */

import type { CloudState } from '../cloud-state.ts'
import { call, formBody, jsonBody } from '../http/call.ts'
import type { ReceivedShare } from '../store/received.ts'
import type { Share } from '../store/shares.ts'
import { parseCloudId } from './cloud-id.ts'
import { discover } from './discover.ts'

export type Notice = 'accept' | 'decline' | 'unshare'

const ocmTypes = { accept: 'SHARE_ACCEPTED', decline: 'SHARE_DECLINED', unshare: 'SHARE_UNSHARED' } as const

export function tellOwner(cloud: CloudState, row: ReceivedShare, notice: 'accept' | 'decline'): Promise<void> {
  return tell(cloud, row.remote.replace(/\/+$/, ''), row.remoteId, row.shareToken, notice)
}

export async function tellReceiver(cloud: CloudState, share: Share): Promise<void> {
  const recipient = parseCloudId(share.shareWith ?? '')
  if (recipient) await tell(cloud, recipient.remote, String(share.id), share.token, 'unshare')
}

async function tell(cloud: CloudState, remote: string, id: string, token: string, notice: Notice): Promise<void> {
  try {
    const receiver = await discover(cloud, remote)
    if (!receiver) return
    if (receiver.isOldDialect)
      await call(
        'POST',
        `${receiver.base}/ocs/v2.php/cloud/shares/${encodeURIComponent(id)}/${notice}?format=json`,
        formBody({ token }),
      )
    else await call('POST', `${receiver.endPoint}/notifications`, jsonBody(ocmNotice(id, token, notice)))
  } catch {
    // The other end is down; it finds out when it looks.
  }
}

function ocmNotice(id: string, token: string, notice: Notice) {
  return {
    notificationType: ocmTypes[notice],
    resourceType: 'file',
    providerId: id,
    notification: { sharedSecret: token, message: `Recipient or owner: ${notice}` },
  }
}
