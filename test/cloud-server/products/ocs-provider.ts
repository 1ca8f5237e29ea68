import type { CloudState } from '../cloud-state.ts'
import type { Values } from './product.ts'

/** OCS discovery (recorded: nextcloud-32.0.1/01-40, owncloud-10.15.2/102). */
export function ocsProvider(cloud: CloudState): Values {
  const federation = { share: '/ocs/v2.php/cloud/shares', webdav: '/public.php/webdav/' }
  const addressBook = {
    'shared-secret': '/ocs/v2.php/cloud/shared-secret',
    'system-address-book': '/remote.php/dav/addressbooks/system/system/system',
    'carddav-user': 'system',
  }
  const attribute = '/ocs/v2.php/privatedata'
  return {
    version: 2,
    services: {
      PRIVATE_DATA: service({
        store: `${attribute}/setattribute`,
        read: `${attribute}/getattribute`,
        delete: `${attribute}/deleteattribute`,
      }),
      SHARING: service({ share: '/ocs/v2.php/apps/files_sharing/api/v1/shares' }),
      FEDERATED_SHARING: service(cloud.product.family === 'nextcloud' ? { ...federation, ...addressBook } : federation),
      ACTIVITY: service({ list: '/ocs/v2.php/cloud/activity' }),
      PROVISIONING: service({
        user: '/ocs/v2.php/cloud/users',
        groups: '/ocs/v2.php/cloud/groups',
        apps: '/ocs/v2.php/cloud/apps',
      }),
    },
  }
}

function service(endpoints: Record<string, string>): Values {
  return { version: 1, endpoints }
}
