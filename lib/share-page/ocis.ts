import { has } from './dom.ts'
import { webPlaceOf } from '../domain/web-place.ts'
import { sharePage, type Recogniser } from './page.ts'

/**
 * Whether the document is the empty page that oCIS and OpenCloud send for every address, whatever is there, and that
 * their web app draws itself into. Older ownCloud has a link of that id.
 */
export const isWebApp = (document: Document): boolean =>
  (has(document, '#opencloud') || has(document, '#owncloud:not(a)')) &&
  has(document, 'link[rel="manifest"][href$="manifest.json"]')

/** The page that asks the server about the link: for a while, for its password, or for ever to tell that it is gone. */
const asking = '.oc-link-resolve'

/**
 * A public link of oCIS or OpenCloud: never to be mounted, only explained. Recognised once the server knows it; a link
 * that is gone is told by the page itself. Source: index.html and resolvePublicLink.vue of owncloud/web and
 * opencloud-eu/web.
 */
export const recogniseOcis: Recogniser = (document, location) => {
  const place = webPlaceOf(location.href)
  if (!place || !isWebApp(document)) return null
  const needsPassword = has(document, `${asking} input[type="password"]`)
  const isInside = place.at !== 'entry' && has(document, '#opencloud > *, #owncloud > *') && !has(document, asking)
  if (!needsPassword && !isInside) return null
  const kind = place.at === 'upload' ? 'folder' : 'unknown'
  return sharePage('ocis', place.link, { kind, needsPassword, reason: 'pair-unsupported' })
}
