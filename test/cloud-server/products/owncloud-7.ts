import { owncloud10 } from './owncloud-10.ts'
import type { Product } from './product.ts'

/**
 * A remote only: what visitors and other servers meet of it (owncloud/core v7.0.15). Links are at `public.php`, no page
 * may read its status, and neither WebDAV nor Open Cloud Mesh know its links.
 */
export const owncloud7: Product = {
  ...owncloud10,
  name: 'owncloud-7',
  status: () => ({ installed: 'true', version: '7.0.15.2', versionstring: '7.0.15', edition: '' }),
  statusHeaders: {},
  links: { ...owncloud10.links, pathOf: (token) => `/public.php?service=files&t=${token}` },
}
