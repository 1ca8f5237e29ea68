import { owncloud10 } from './owncloud-10.ts'
import type { Product } from './product.ts'

/**
 * A server that takes no part: what visitors meet of it, and what it tells of itself (server-facts.md 1.6, 1.7, 5.3).
 * Strangers' scripts may read neither.
 */
export const opencloud: Product = {
  ...owncloud10,
  name: 'opencloud',
  title: 'OpenCloud',
  hasWellKnownOcm: true,
  status: () => ({
    installed: true,
    maintenance: false,
    needsDbUpgrade: false,
    version: '10.11.0.0',
    versionstring: '10.11.0',
    edition: '',
    productname: 'OpenCloud',
    product: 'OpenCloud',
    productversion: '3.5.0',
  }),
  statusHeaders: {},
  ocmProvider: ({ base, settings }) => ({
    enabled: true,
    apiVersion: '1.2.0',
    endPoint: `${base}/ocm`,
    provider: 'OpenCloud',
    resourceTypes: [{ name: 'file', shareTypes: ['user'], protocols: { webdav: '/dav/ocm/' } }],
    capabilities: ['/invite-accepted', 'webdav-uri', 'protocol-object', 'invites', 'invite-wayf'],
    inviteAcceptDialog: '/open-cloud-mesh/accept-invite',
    ...settings.ocm,
  }),
}
