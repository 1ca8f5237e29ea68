import { nextcloud30Account } from './account-fields.ts'
import { nextcloud30Messages } from './messages.ts'
import { nextcloud32 } from './nextcloud-32.ts'
import { nextcloudCapabilities } from './nextcloud-capabilities.ts'
import { nextcloudOcmProvider } from './ocm-provider.ts'
import type { Product } from './product.ts'
import { nextcloudReceivedFields } from './received-fields.ts'
import { nextcloudShareFields } from './share-fields.ts'

const version = { major: 30, micro: 8, string: '30.0.8' }

/**
 * The older dialect. There is no recording of 30 itself: it answers like nextcloud-21.0.5/, except where server-facts.md
 * says a change came before 30 (upload-only links refuse to be mounted and keep permission 4).
 */
export const nextcloud30: Product = {
  ...nextcloud32,
  name: 'nextcloud-30',
  status: (maintenance) => ({ ...nextcloud32.status(maintenance), version: '30.0.8.1', versionstring: version.string }),
  capabilities: (cloud, user) => nextcloudCapabilities(nextcloud30, version, cloud, user),
  accountFields: nextcloud30Account,
  shareFields: (cloud, share) => nextcloudShareFields(cloud, share, false),
  receivedShareFields: (row, view) => nextcloudReceivedFields(row, view, false),
  ocmProvider: (cloud) => nextcloudOcmProvider(cloud, false),
  ocs: {
    ...nextcloud32.ocs,
    bareTotals: false,
    v1HidesForbidden: true,
    unknownRoute: { ...nextcloud32.ocs.unknownRoute, v2: 404 },
    rejectedMessage: 'Current user is not logged in',
    challengesRejected: false,
    sendsUserId: 'never',
  },
  auth: {
    exactLoginName: false,
    sessionBeatsBasic: true,
    ocsHeaderPassesCsrf: false,
    loginNeedsOrigin: false,
    flowStartsWithForm: false,
  },
  refusesAjaxDav: true,
  links: {
    pathOf: nextcloud32.links.pathOf,
    permissions: nextcloud32.links.permissions,
    minPasswordLength: 8,
    weakPasswordStatus: 403,
    downloadsByDav: false,
    badPermissionsStatus: 404,
    passwordPage: 'authenticate/showShare',
    drawsPrompt: false,
  },
  maintenance: {
    headers: {},
    hidesOcmProvider: false,
    davException: 'Sabre\\DAV\\Exception\\ServiceUnavailable',
    davMessage: 'System is in maintenance mode.',
  },
  federation: { ...nextcloud32.federation, autoAcceptsTrusted: false },
  messages: nextcloud30Messages,
}
