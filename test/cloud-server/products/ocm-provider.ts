/** Open Cloud Mesh discovery (recorded: nextcloud-32.0.1/01-20, nextcloud-21.0.5/01-20, owncloud-10.15.2/104). */

import { generateKeyPairSync } from 'node:crypto'
import type { CloudState } from '../cloud-state.ts'
import type { Values } from './product.ts'

let publicKeyPem: string | undefined

/** Shown, never used: this cloud signs nothing. Made once, and only when somebody asks. */
export function publicKey(cloud: CloudState): Values {
  publicKeyPem ??= generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString()
  return { keyId: `${cloud.base.replace('http:', 'https:')}/ocm#signature`, publicKeyPem }
}

const webdav = { webdav: '/public.php/webdav/' }

/** `enabled` stays true when incoming federation is off (recorded: nextcloud-32.0.1/04-81). */
export function nextcloudOcmProvider(cloud: CloudState, isModern: boolean): Values {
  return {
    enabled: true,
    apiVersion: '1.0-proposal1',
    ...(isModern ? { version: '1.1.0' } : {}),
    endPoint: `${cloud.base}/ocm`,
    resourceTypes: [{ name: 'file', shareTypes: ['user', 'group'], protocols: webdav }],
    ...(isModern ? { capabilities: ['/invite-accepted', '/notifications', '/shares'] } : {}),
  }
}

/** Recorded: nextcloud-33.0.3/01-20, 01-21. */
export function nextcloud33OcmProvider(cloud: CloudState): Values {
  return {
    ...nextcloudOcmProvider(cloud, true),
    provider: 'Nextcloud 33.0.3.2',
    capabilities: ['invite-accepted', 'notifications', 'shares'],
    ...cloud.settings.ocm,
  }
}

export function owncloudOcmProvider(cloud: CloudState): Values {
  return {
    enabled: true,
    apiVersion: '1.0-proposal1',
    endPoint: `${cloud.base}/apps/federatedfilesharing`,
    shareTypes: [{ name: 'file', protocols: webdav }],
  }
}
