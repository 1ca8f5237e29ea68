/** Everything below `/` or `/index.php` that is not OCS or WebDAV. */

import type { Call, CloudState } from '../cloud-state.ts'
import { askForFederatedShare } from '../federation/ask-for-federated-share.ts'
import { createFederatedShare } from '../federation/create-federated-share.ts'
import { mountExternal } from '../federation/mount-external.ts'
import { receiveOcmNotice, receiveOcmShare } from '../federation/ocm-endpoint.ts'
import { redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { showById, showFiles } from '../pages/files.ts'
import { sendRemoteShareScript } from '../pages/remote-share-dialog.ts'
import { logOut, showLogin, submitLogin } from '../pages/login.ts'
import { enterFlow, grant, pollFlow, showFlow, showGrant, startFlow } from '../pages/login-flow.ts'
import { leaveClassicPage, showClassicPage, unlockClassicPage } from '../pages/classic-link.ts'
import { downloadShare, showPasswordPage, showSharePage, unlockShare } from '../pages/share-page.ts'
import type { Route } from './route.ts'
import { shareInfo } from './share-info.ts'
import { checkWipe, finishWipe } from './wipe.ts'
import {
  createAuthToken,
  csrfToken,
  deleteAuthToken,
  externalShares,
  generateToken,
  listAuthTokens,
  testRemote,
  wellKnown,
  wipeAuthToken,
} from './tools.ts'

type PageRoute = Route<Answer>

const everywhere: PageRoute[] = [
  { method: 'GET', path: '/', handle: home, isPublic: true },
  { method: 'GET', path: '/login', handle: showLogin, isPublic: true },
  { method: 'POST', path: '/login', handle: submitLogin, isPublic: true },
  { method: 'GET', path: '/logout', handle: logOut, isPublic: true },
  { method: 'GET', path: '/s/{token}', handle: showSharePage, isPublic: true },
  { method: 'GET', path: '/s/{token}/download', handle: downloadShare, isPublic: true },
  { method: 'GET', path: '/apps/files', handle: showFiles },
  { method: 'GET', path: '/apps/files/', handle: showFiles },
  { method: 'GET', path: '/f/{id}', handle: showById },
  { method: 'GET', path: '/apps/files_sharing/shareinfo', handle: shareInfo, isPublic: true },
  { method: 'POST', path: '/apps/files_sharing/shareinfo', handle: shareInfo, isPublic: true },
  { method: 'GET', path: '/apps/files_sharing/api/externalShares', handle: externalShares },
]

const federated = '/apps/federatedfilesharing'

const nextcloud: PageRoute[] = [
  ...everywhere,
  { method: 'GET', path: '/s/{token}/authenticate/{page}', handle: showPasswordPage, isPublic: true },
  { method: 'POST', path: '/s/{token}/authenticate/{page}', handle: unlockShare, isPublic: true },
  { method: 'GET', path: '/csrftoken', handle: csrfToken, isPublic: true },
  { method: 'POST', path: '/login/v2', handle: startFlow, isPublic: true },
  { method: 'POST', path: '/login/v2/poll', handle: pollFlow, isPublic: true },
  { method: 'GET', path: '/login/v2/flow/{token}', handle: enterFlow, isPublic: true },
  { method: 'GET', path: '/login/v2/flow', handle: showFlow, isPublic: true },
  { method: 'GET', path: '/login/v2/grant', handle: showGrant },
  { method: 'POST', path: '/login/v2/grant', handle: grant },
  { method: 'POST', path: `${federated}/createFederatedShare`, handle: createFederatedShare, isPublic: true },
  { method: 'POST', path: `${federated}/askForFederatedShare`, handle: askForFederatedShare, needsToken: true },
  { method: 'POST', path: '/ocm/shares', handle: receiveOcmShare, isPublic: true },
  { method: 'POST', path: '/ocm/notifications', handle: receiveOcmNotice, isPublic: true },
  { method: 'POST', path: '/settings/personal/authtokens', handle: createAuthToken, needsToken: true },
  { method: 'POST', path: '/settings/personal/authtokens/wipe/{id}', handle: wipeAuthToken, needsToken: true },
  { method: 'POST', path: '/core/wipe/check', handle: checkWipe, isPublic: true },
  { method: 'POST', path: '/core/wipe/success', handle: finishWipe, isPublic: true },
  { method: 'GET', path: '/.well-known/{name}', handle: wellKnown, isPublic: true },
]

/** Gone in 32 (server-facts.md 2.8). */
const testRemoteRoute: PageRoute = {
  method: 'GET',
  path: '/apps/files_sharing/testremote',
  handle: testRemote,
  isPublic: true,
}

const owncloud: PageRoute[] = [
  ...everywhere,
  testRemoteRoute,
  { method: 'GET', path: '/s/{token}/authenticate', handle: showPasswordPage, isPublic: true },
  { method: 'POST', path: '/s/{token}/authenticate', handle: unlockShare, isPublic: true },
  { method: 'GET', path: '/apps/files_sharing/js/external.js', handle: sendRemoteShareScript, isPublic: true },
  { method: 'GET', path: '/apps/files_sharing/external', handle: mountExternal, isPublic: true },
  { method: 'POST', path: '/apps/files_sharing/external', handle: mountExternal, isPublic: true },
  { method: 'POST', path: '/token/generate', handle: generateToken, isPublic: true },
  { method: 'GET', path: '/settings/personal/authtokens', handle: listAuthTokens },
  { method: 'POST', path: '/settings/personal/authtokens', handle: createAuthToken },
  { method: 'DELETE', path: '/settings/personal/authtokens/{id}', handle: deleteAuthToken },
  { method: 'POST', path: `${federated}/shares`, handle: receiveOcmShare, isPublic: true },
  { method: 'POST', path: `${federated}/notifications`, handle: receiveOcmNotice, isPublic: true },
  { method: 'GET', path: '/public.php', handle: leaveClassicPage, isPublic: true },
]

/** Nothing but what visitors and other servers meet; links are at another address. */
const owncloud7: PageRoute[] = [
  { method: 'GET', path: '/login', handle: showLogin, isPublic: true },
  { method: 'GET', path: '/public.php', handle: showClassicPage, isPublic: true },
  { method: 'POST', path: '/public.php', handle: unlockClassicPage, isPublic: true },
  { method: 'POST', path: '/apps/files_sharing/shareinfo', handle: shareInfo, isPublic: true },
]

const routes = {
  'nextcloud-33': nextcloud,
  'nextcloud-32': nextcloud,
  'nextcloud-30': [...nextcloud, testRemoteRoute],
  'owncloud-10': owncloud,
  'owncloud-7': owncloud7,
  opencloud: [],
}

export function pageRoutesOf(cloud: CloudState): readonly PageRoute[] {
  return routes[cloud.product.name]
}

function home({ cloud, visitor }: Call): Answer {
  return redirect(302, visitor.kind === 'user' ? `${cloud.base}/apps/files/` : `${cloud.base}/login`)
}
