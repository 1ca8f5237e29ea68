/** Everything below `/ocs/v{1,2}.php`. */

import type { OcsReply } from '../answers/ocs.ts'
import { ok } from '../answers/ocs.ts'
import type { CloudState } from '../cloud-state.ts'
import { receiveLegacyNotice, receiveLegacyShare } from '../federation/legacy-endpoint.ts'
import { accept, decline, listAll, listMounted, listPending, remove, showOne } from '../remote-shares/handlers.ts'
import { createShare } from '../shares/create.ts'
import { deleteShare, listShares, showShare, updateShare } from '../shares/handlers.ts'
import { sendEmail } from '../shares/mail.ts'
import { findSharees, recommendSharees } from '../shares/sharees.ts'
import { randomToken } from '../store/shares.ts'
import { account, accountById, capabilities, deleteAppPassword, makeAppPassword, rotateAppPassword } from './account.ts'
import { listNotifications } from './notifications.ts'
import type { Route } from './route.ts'

type OcsRoute = Route<OcsReply>

const sharing = '/apps/files_sharing/api/v1'

const everywhere: OcsRoute[] = [
  { method: 'GET', path: '/cloud/user', handle: account },
  { method: 'GET', path: '/cloud/users/{id}', handle: accountById },
  { method: 'POST', path: '/cloud/shares', handle: receiveLegacyShare, isPublic: true },
  { method: 'POST', path: '/cloud/shares/{id}/{notice}', handle: receiveLegacyNotice, isPublic: true },
  { method: 'GET', path: `${sharing}/shares`, handle: listShares },
  { method: 'POST', path: `${sharing}/shares`, handle: createShare, needsToken: true },
  { method: 'GET', path: `${sharing}/shares/{id}`, handle: showShare },
  { method: 'PUT', path: `${sharing}/shares/{id}`, handle: updateShare, needsToken: true },
  { method: 'DELETE', path: `${sharing}/shares/{id}`, handle: deleteShare, needsToken: true },
  { method: 'GET', path: `${sharing}/sharees`, handle: findSharees },
  { method: 'GET', path: `${sharing}/remote_shares`, handle: listMounted },
  { method: 'GET', path: `${sharing}/remote_shares/pending`, handle: listPending },
  { method: 'POST', path: `${sharing}/remote_shares/pending/{id}`, handle: accept },
  { method: 'DELETE', path: `${sharing}/remote_shares/pending/{id}`, handle: decline },
]

/** After the fixed names, which `{id}` would swallow. */
const oneReceived: OcsRoute[] = [
  { method: 'GET', path: `${sharing}/remote_shares/{id}`, handle: showOne },
  { method: 'DELETE', path: `${sharing}/remote_shares/{id}`, handle: remove },
]

const nextcloud: OcsRoute[] = [
  ...everywhere,
  ...oneReceived,
  { method: 'GET', path: '/cloud/capabilities', handle: capabilities, isPublic: true },
  { method: 'POST', path: `${sharing}/shares/{id}/send-email`, handle: sendEmail },
  { method: 'GET', path: `${sharing}/sharees_recommended`, handle: recommendSharees },
  { method: 'GET', path: '/apps/password_policy/api/v1/generate', handle: () => ok({ password: randomToken(10) }) },
  { method: 'GET', path: '/core/getapppassword', handle: makeAppPassword },
  { method: 'POST', path: '/core/apppassword/rotate', handle: rotateAppPassword },
  { method: 'DELETE', path: '/core/apppassword', handle: deleteAppPassword },
  { method: 'GET', path: '/apps/notifications/api/v2/notifications', handle: listNotifications },
]

const owncloud: OcsRoute[] = [
  ...everywhere,
  { method: 'GET', path: `${sharing}/remote_shares/all`, handle: listAll },
  ...oneReceived,
  // ownCloud shows its capabilities to nobody without a login (recorded: owncloud-10.15.2/110).
  { method: 'GET', path: '/cloud/capabilities', handle: capabilities },
  { method: 'GET', path: '/apps/notifications/api/v1/notifications', handle: listNotifications },
  { method: 'GET', path: '/config', handle: siteConfig, isPublic: true },
]

export function ocsRoutesOf(cloud: CloudState): readonly OcsRoute[] {
  return cloud.product.family === 'nextcloud' ? nextcloud : owncloud
}

/** Recorded: owncloud-10.15.2/114. */
function siteConfig({ cloud }: { cloud: CloudState }): OcsReply {
  return ok({ version: '1.7', website: 'ownCloud', host: new URL(cloud.base).host, contact: '', ssl: 'false' })
}
