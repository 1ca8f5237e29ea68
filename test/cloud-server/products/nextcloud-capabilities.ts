/** Capabilities of Nextcloud (recorded: nextcloud-32.0.1/01-10, 01-11, 04-80, 04-81, 04-83; nextcloud-21.0.5/01-11). Apps that play no part here are left out. */

import type { Settings } from '../api.ts'
import type { CloudState } from '../cloud-state.ts'
import type { User } from '../store/users.ts'
import { expiryCapability } from './expiry-capability.ts'
import type { Product, Values } from './product.ts'

export interface NextcloudVersion {
  major: number
  micro: number
  string: string
}

export function nextcloudCapabilities(
  product: Product,
  version: NextcloudVersion,
  cloud: CloudState,
  user: User | undefined,
): Values {
  const open = { bruteforce: { delay: cloud.throttle.delay('login'), 'allow-listed': false }, theming: theming(cloud) }
  return {
    version: {
      major: version.major,
      minor: 0,
      micro: version.micro,
      string: version.string,
      edition: '',
      extendedSupport: false,
    },
    capabilities: user ? { ...open, ...forUsers(product, cloud, version.major >= 32) } : open,
  }
}

function forUsers(product: Product, cloud: CloudState, isModern: boolean): Values {
  const { settings, base } = cloud
  return {
    core: {
      pollinterval: 60,
      'webdav-root': 'remote.php/webdav',
      'reference-api': true,
      'mod-rewrite-working': product.rewrites,
    },
    files: { bigfilechunking: true, undelete: true, versioning: true },
    ocm: { ...product.ocmProvider(cloud), ...(isModern ? { publicKey: null } : {}) },
    dav: { chunking: '1.0', bulkupload: '1.0' },
    files_sharing: {
      api_enabled: settings.sharingEnabled,
      public: settings.sharingEnabled && settings.publicLinks ? publicLinks(settings) : { enabled: false },
      resharing: settings.sharingEnabled,
      ...(settings.sharingEnabled ? perKind(settings) : { user: { send_mail: false } }),
      federation: {
        outgoing: settings.outgoingFederation && settings.federationApp,
        incoming: settings.incomingFederation && settings.federationApp,
        expire_date: { enabled: settings.federationApp },
        expire_date_supported: { enabled: settings.federationApp },
      },
      sharebymail: {
        enabled: settings.publicLinks,
        send_password_by_mail: true,
        upload_files_drop: { enabled: true },
        password: { enabled: true, enforced: settings.passwordEnforced },
        expire_date: { enabled: true, enforced: settings.linkExpiry?.enforced ?? false },
      },
    },
    ...(Object.keys(cloud.teams).length > 0 ? { circles: { version: `${product.name}` } } : {}),
    ...(Object.keys(cloud.rooms).length > 0 ? { spreed: { features: ['chat-v2'] } } : {}),
    notifications: {
      'ocs-endpoints': [
        'list',
        'get',
        'delete',
        'delete-all',
        'icons',
        'rich-strings',
        'action-web',
        'user-status',
        'exists',
      ],
      push: ['devices', 'object-data', 'delete'],
    },
    password_policy: {
      minLength: product.links.minPasswordLength,
      api: { generate: `${base}/ocs/v2.php/apps/password_policy/api/v1/generate` },
    },
  }
}

const perKind = ({ groupSharing }: Settings): Values => ({
  user: { send_mail: false, expire_date: { enabled: true } },
  group_sharing: groupSharing,
  group: { enabled: groupSharing },
  default_permissions: 31,
})

/** Recorded: nextcloud-32.0.1/01-11, nextcloud-33.0.3/14-5*. */
const publicLinks = (settings: Settings): Values => ({
  enabled: true,
  password: { enforced: settings.passwordEnforced, askForOptionalPassword: false },
  expire_date: expiryCapability(settings.linkExpiry),
  multiple_links: true,
  expire_date_internal: expiryCapability(settings.internalExpiry),
  expire_date_remote: expiryCapability(settings.remoteExpiry),
  send_mail: false,
  upload: settings.publicUpload,
  upload_files_drop: settings.publicUpload,
  custom_tokens: settings.customTokens,
})

function theming(cloud: CloudState): Values {
  return {
    name: 'Nextcloud',
    productName: 'Nextcloud',
    url: 'https://nextcloud.com',
    slogan: 'a safe home for all your data',
    color: '#00679e',
    'color-text': '#ffffff',
    logo: `${cloud.base}/core/img/logo/logo.svg?v=0`,
  }
}
