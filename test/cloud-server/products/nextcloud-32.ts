import { can } from '../store/shares.ts'
import { nextcloud32Account } from './account-fields.ts'
import { nextcloud32Messages } from './messages.ts'
import { nextcloudCapabilities } from './nextcloud-capabilities.ts'
import { nextcloudOcmProvider, publicKey } from './ocm-provider.ts'
import type { Product } from './product.ts'
import { nextcloudReceivedFields } from './received-fields.ts'
import { nextcloudShareFields } from './share-fields.ts'

const version = { major: 32, micro: 1, string: '32.0.1' }

/** Everybody who may read a Nextcloud link may reshare it (recorded: nextcloud-32.0.1/02-01, 02-04, 02-07). */
function nextcloudLinkPermissions(asked: number | undefined): number {
  const permissions = asked ?? can.read
  return permissions & can.read ? permissions | can.share : permissions
}

/** Follows nextcloud-32.0.1/. */
export const nextcloud32: Product = {
  name: 'nextcloud-32',
  family: 'nextcloud',
  title: 'Nextcloud',
  rewrites: true,
  hasWellKnownOcm: false,
  status: (maintenance) => ({
    installed: true,
    maintenance,
    needsDbUpgrade: false,
    version: '32.0.1.2',
    versionstring: version.string,
    edition: '',
    productname: 'Nextcloud',
    extendedSupport: false,
  }),
  statusHeaders: { 'Access-Control-Allow-Origin': '*' },
  capabilities: (cloud, user) => nextcloudCapabilities(nextcloud32, version, cloud, user),
  accountFields: nextcloud32Account,
  shareFields: (cloud, share) => nextcloudShareFields(cloud, share, true),
  receivedShareFields: (row, view) => nextcloudReceivedFields(row, view, true),
  ocmProvider: (cloud) => ({ ...nextcloudOcmProvider(cloud, true), publicKey: publicKey(cloud) }),
  ocs: {
    okMessage: 'OK',
    totals: 'v1',
    bareTotals: true,
    v1HidesForbidden: false,
    needsHeader: true,
    heedsAccept: true,
    unknownRoute: { v1: 998, v2: 998, message: unknownNextcloudRoute() },
    loginMessage: 'Current user is not logged in',
    rejectedMessage: 'Unauthorised',
    challengesRejected: true,
    sendsUserId: 'not by WebDAV',
  },
  auth: {
    exactLoginName: true,
    sessionBeatsBasic: true,
    ocsHeaderPassesCsrf: true,
    loginNeedsOrigin: true,
    flowStartsWithForm: true,
  },
  links: {
    pathOf: (token) => `/s/${token}`,
    permissions: nextcloudLinkPermissions,
    minPasswordLength: 10,
    weakPasswordStatus: 400,
    downloadsByDav: true,
    badPermissionsStatus: 403,
    passwordPage: 'authenticate/showshare',
    passwordFormId: 'password-input-form',
    drawsPrompt: false,
  },
  maintenance: {
    headers: { 'X-Nextcloud-Maintenance-Mode': '1' },
    hidesOcmProvider: true,
    davException: 'OCA\\DAV\\Exception\\ServerMaintenanceMode',
    davMessage: 'System is in maintenance mode.',
  },
  federation: {
    autoAcceptsTrusted: true,
    schemes: ['https://'],
    storesTrailingSlash: true,
    readsShareList: true,
    alwaysGranted: can.delete | can.share,
    receivedId: (count) => count,
    keepsZombies: false,
  },
  messages: nextcloud32Messages,
}

function unknownNextcloudRoute(): string {
  return 'Invalid query, please check the syntax. API specifications are here: http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n'
}
