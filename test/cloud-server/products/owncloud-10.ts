import type { Settings } from '../api.ts'
import type { CloudState } from '../cloud-state.ts'
import { can, shareType } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { owncloudAccount } from './account-fields.ts'
import { owncloudMessages } from './messages.ts'
import { owncloudOcmProvider } from './ocm-provider.ts'
import type { Product, Values } from './product.ts'
import { owncloudReceivedFields } from './received-fields.ts'
import { expiryCapability } from './expiry-capability.ts'
import { shareFacts } from './share-fields.ts'

const names = { edition: 'Community', product: 'ownCloud' }

/** Anything unusual is silently read-only (recorded: owncloud-10.15.2/222, 223, 2307-2310). */
function linkPermissions(asked: number | undefined, isFile: boolean): number {
  const allowed = [1, 3, 4, 5, 15].includes(asked ?? can.read) ? (asked ?? can.read) : can.read
  return isFile ? allowed & (can.read | can.update) : allowed
}

function shareFields(cloud: CloudState, share: Share): Values {
  const { displayname_file_owner, path, mimetype, storage_id, storage, item_type, ...facts } = shareFacts(cloud, share)
  const { item_source, file_source, file_parent, file_target, ...head } = facts
  const hidden =
    share.password === undefined ? {} : { share_with: '***redacted***', share_with_displayname: '***redacted***' }
  const link = { ...hidden, name: share.label || null, url: `${cloud.base}/s/${share.token}` }
  const remote = { share_with: share.shareWith, share_with_displayname: share.shareWith }
  const user = cloud.users.byId(share.shareWith ?? '')
  const local = {
    share_with: share.shareWith,
    share_with_displayname: user?.displayName ?? share.shareWith,
    ...(share.type === shareType.user ? { share_with_user_type: 0, share_with_additional_info: null } : {}),
  }
  return {
    ...head,
    displayname_file_owner,
    additional_info_owner: null,
    additional_info_file_owner: null,
    path,
    mimetype,
    storage_id,
    storage,
    item_type,
    item_source,
    file_source,
    file_parent,
    file_target,
    ...(share.type === shareType.link ? link : share.type === shareType.remote ? remote : local),
    mail_send: 0,
    attributes: null,
  }
}

/** Recorded: owncloud-10.15.2/111, 834, 845. */
function capabilities({ settings }: CloudState): Values {
  return {
    version: { major: 10, minor: 15, micro: 2, string: '10.15.2', ...names },
    capabilities: {
      core: {
        pollinterval: 30000,
        'webdav-root': 'remote.php/webdav',
        status: status(false),
        'support-url-signing': true,
      },
      files: { privateLinks: true, bigfilechunking: true, undelete: true, versioning: true },
      dav: { chunking: '1.0', reports: ['search-files'], propfind: { depth_infinity: false } },
      files_sharing: {
        api_enabled: settings.sharingEnabled,
        public: {
          enabled: settings.sharingEnabled && settings.publicLinks,
          ...(settings.sharingEnabled && settings.publicLinks ? publicLinks(settings) : {}),
        },
        ...(settings.sharingEnabled ? perKind(settings) : { can_share: false }),
        resharing: settings.sharingEnabled,
        federation: { outgoing: settings.outgoingFederation, incoming: settings.incomingFederation },
        search_min_length: 2,
      },
      notifications: { 'ocs-endpoints': ['list', 'get', 'delete'] },
    },
  }
}

/** Recorded: owncloud-10.15.2/111, 960-962. */
function publicLinks(settings: Settings): Values {
  const { passwordEnforced } = settings
  return {
    password: {
      enforced_for: { read_only: passwordEnforced, read_write: false, upload_only: false, read_write_delete: false },
      enforced: passwordEnforced,
    },
    can_create_public_link: true,
    expire_date: expiryCapability(settings.linkExpiry),
    upload: settings.publicUpload,
    multiple: true,
    supports_upload_only: true,
  }
}

function perKind({ internalExpiry, remoteExpiry, groupSharing }: Settings): Values {
  return {
    user: { send_mail: false, expire_date: expiryCapability(internalExpiry) },
    group: { expire_date: expiryCapability(internalExpiry) },
    remote: { expire_date: expiryCapability(remoteExpiry) },
    group_sharing: groupSharing,
    can_share: true,
    default_permissions: 31,
  }
}

function status(maintenance: boolean): Values {
  const version = { version: '10.15.2.0', versionstring: '10.15.2' }
  return {
    installed: true,
    maintenance,
    needsDbUpgrade: false,
    ...version,
    edition: 'Community',
    productname: 'ownCloud',
    product: 'ownCloud',
  }
}

const unknownRoute =
  'Invalid query, please check the syntax. API specifications are here: http://www.freedesktop.org/wiki/Specifications/open-collaboration-services. DEBUG OUTPUT:\n'

/** Follows owncloud-10.15.2/. */
export const owncloud10: Product = {
  name: 'owncloud-10',
  family: 'owncloud',
  title: 'ownCloud',
  rewrites: true,
  hasWellKnownOcm: false,
  status,
  statusHeaders: { 'Access-Control-Allow-Origin': '*' },
  capabilities,
  accountFields: owncloudAccount,
  shareFields,
  receivedShareFields: owncloudReceivedFields,
  ocmProvider: owncloudOcmProvider,
  ocs: {
    okMessage: null,
    totals: 'both',
    bareTotals: false,
    v1HidesForbidden: false,
    needsHeader: false,
    heedsAccept: false,
    unknownRoute: { v1: 999, v2: 500, message: unknownRoute },
    loginMessage: 'Unauthorised',
    rejectedMessage: 'Unauthorised',
    challengesRejected: false,
    sendsUserId: 'never',
  },
  auth: {
    exactLoginName: false,
    sessionBeatsBasic: false,
    ocsHeaderPassesCsrf: false,
    loginNeedsOrigin: false,
    flowStartsWithForm: false,
  },
  links: {
    pathOf: (token) => `/s/${token}`,
    permissions: linkPermissions,
    minPasswordLength: 1,
    weakPasswordStatus: 403,
    downloadsByDav: false,
    badPermissionsStatus: 404,
    passwordPage: 'authenticate',
    drawsPrompt: false,
  },
  maintenance: {
    headers: {},
    hidesOcmProvider: false,
    davException: 'Sabre\\DAV\\Exception\\ServiceUnavailable',
    davMessage: 'System in maintenance mode.',
  },
  federation: {
    autoAcceptsTrusted: true,
    schemes: ['https://', 'http://'],
    storesTrailingSlash: false,
    readsShareList: false,
    alwaysGranted: can.delete,
    receivedId: (count) => count,
    keepsZombies: true,
  },
  messages: owncloudMessages,
}
