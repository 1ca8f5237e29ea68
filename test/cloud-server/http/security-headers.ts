/** Headers every answer of a product carries (recorded: any file; nextcloud-32.0.1/03-01, owncloud-10.15.2/301 for pages). */

import type { CloudState } from '../cloud-state.ts'

const common = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Cache-Control': 'no-cache, no-store, must-revalidate',
}

const nextcloud = {
  ...common,
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none';base-uri 'none';manifest-src 'self';frame-ancestors 'none'",
  'Feature-Policy':
    "autoplay 'none';camera 'none';fullscreen 'none';geolocation 'none';microphone 'none';payment 'none'",
}

const owncloudPolicy =
  "default-src 'none';manifest-src 'self';script-src 'self' 'unsafe-eval';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;" +
  "font-src 'self';connect-src 'self';media-src 'self'"

const owncloud = {
  ...common,
  'X-Robots-Tag': 'none',
  'X-XSS-Protection': '0',
  'X-Download-Options': 'noopen',
  Pragma: 'no-cache',
  Expires: 'Thu, 19 Nov 1981 08:52:00 GMT',
  'Content-Security-Policy': owncloudPolicy,
}

export function securityHeaders(cloud: CloudState): Record<string, string> {
  return cloud.product.family === 'nextcloud' ? nextcloud : owncloud
}

export function pagePolicy(cloud: CloudState, nonce: string): string {
  if (cloud.product.family === 'owncloud') return `${owncloudPolicy};frame-src 'self' blob:`
  return (
    `default-src 'none';base-uri 'none';manifest-src 'self';script-src 'nonce-${nonce}';script-src-elem 'strict-dynamic' 'nonce-${nonce}';` +
    "style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;connect-src 'self';media-src 'self';frame-src 'self';" +
    "frame-ancestors 'self';form-action 'self'"
  )
}
