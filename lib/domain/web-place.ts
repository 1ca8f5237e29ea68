import { longestPath, parseAddress, type PublicLink } from './public-link.ts'

/** Where a visitor of oCIS or OpenCloud is. */
export interface WebPlace {
  link: PublicLink
  /** `entry`: the server has not said yet whether there is such a link. */
  at: 'entry' | 'upload' | 'inside'
}

/**
 * `[/sub]/s/TOKEN[/item]`, and where the web app goes from there: `/files/link/public/TOKEN[/item]`,
 * `/files/upload/TOKEN` or, for one file, `/NAME-OF-AN-APP/public/TOKEN/item`. The first match counts: what follows are
 * names of the owner's folders. Source: router and resolvePublicLink.vue in packages/web-runtime of owncloud/web and
 * opencloud-eu/web.
 */
const shape = /^(.*?)\/(s|files\/upload|[\w-]+(?:\/link)?\/public)\/([A-Za-z0-9-]{1,255})(?:[/?]|$)/

/** ownCloud 10 can show itself through the same web app; its links are another matter. */
const owncloudApp = /\/apps\//

/** Reads an address of the web app; in the older hash mode it stands behind a `#`. Null when it has not the shape. */
export function webPlaceOf(address: string): WebPlace | null {
  const url = parseAddress(address)
  if (!url) return null
  const { origin, pathname, hash } = url
  return (
    read(origin, pathname) ?? read(origin + pathname.replace(/\/(?:index\.html)?$/, ''), hash.slice(1, longestPath))
  )
}

function read(root: string, path: string): WebPlace | null {
  const [, folder, where, token] = shape.exec(path) ?? []
  if (folder === undefined || token === undefined) return null
  const base = root + folder.replace(/\/index\.php$/, '')
  const at = where === 's' ? 'entry' : where === 'files/upload' ? 'upload' : 'inside'
  return owncloudApp.test(`${base}/`) ? null : { link: { base, token }, at }
}
