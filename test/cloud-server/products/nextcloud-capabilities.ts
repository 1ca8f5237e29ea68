/** Capabilities of Nextcloud (recorded: nextcloud-32.0.1/01-10, 01-11, 04-80, 04-81, 04-83; nextcloud-21.0.5/01-11). Apps that play no part here are left out. */

import type { CloudState } from '../cloud-state.ts'
import type { User } from '../store/users.ts'
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
      public: settings.sharingEnabled ? publicLinks : { enabled: false },
      resharing: settings.sharingEnabled,
      default_permissions: 31,
      federation: {
        outgoing: settings.outgoingFederation,
        incoming: settings.incomingFederation,
        expire_date: { enabled: true },
        expire_date_supported: { enabled: true },
      },
    },
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

const publicLinks = {
  enabled: true,
  password: { enforced: false, askForOptionalPassword: false },
  expire_date: { enabled: false },
  multiple_links: true,
  expire_date_internal: { enabled: false },
  expire_date_remote: { enabled: false },
  send_mail: false,
  upload: true,
  upload_files_drop: true,
  custom_tokens: false,
}

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
