/** Pending shares as notifications (recorded: nextcloud-32.0.1/11-02, owncloud-10.15.2/531). */

import type { Call } from '../cloud-state.ts'
import { ok } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import type { Values } from '../products/product.ts'
import type { ReceivedShare } from '../store/received.ts'
import { userOf } from './route.ts'

export function listNotifications(call: Call): OcsReply {
  const pending = call.cloud.received.of(userOf(call).id).filter((row) => !row.accepted)
  const describe = call.cloud.product.family === 'nextcloud' ? nextcloudNotification : owncloudNotification
  return ok(pending.toReversed().map((row) => describe(call, row)))
}

function head(row: ReceivedShare): Values {
  const datetime = `${new Date().toISOString().slice(0, 19)}+00:00`
  return {
    notification_id: row.id,
    app: 'files_sharing',
    user: row.user,
    datetime,
    object_type: 'remote_share',
    object_id: String(row.id),
  }
}

function nextcloudNotification({ cloud }: Call, row: ReceivedShare): Values {
  const server = row.remote.replace(/\/$/, '')
  const from = `${row.owner}@${server}`
  const name = row.name.slice(1)
  const link = `${cloud.base}/ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending/${row.id}`
  return {
    ...head(row),
    subject: `You received ${name} as a remote share from @${from}`,
    message: '',
    link: '',
    subjectRich: 'You received {share} as a remote share from {user}',
    subjectRichParameters: {
      share: { type: 'pending-federated-share', id: String(row.id), name },
      user: { type: 'user', id: row.owner, name: from, server },
    },
    messageRich: '',
    messageRichParameters: [],
    icon: `${cloud.base}/core/img/actions/share.svg`,
    shouldNotify: true,
    actions: [
      { label: 'Accept', link, type: 'POST', primary: true },
      { label: 'Decline', link, type: 'DELETE', primary: false },
    ],
  }
}

function owncloudNotification({ cloud }: Call, row: ReceivedShare): Values {
  const from = `"${row.owner}@${row.remote}"`
  const name = `"${row.name.slice(1)}"`
  const link = `${cloud.base}/ocs/v1.php/apps/files_sharing/api/v1/remote_shares/pending/${row.id}`
  return {
    ...head(row),
    subject: `${from} shared ${name} with you`,
    message: `${from} invited you to view ${name}`,
    link: `${cloud.base}/`,
    actions: [
      { label: 'Decline', link, type: 'DELETE', primary: false },
      { label: 'Accept', link, type: 'POST', primary: true },
    ],
    icon: '',
  }
}
