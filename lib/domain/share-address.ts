import type { Product } from './account.ts'
import { parsePublicLink, type PublicLink } from './public-link.ts'
import { webPlaceOf } from './web-place.ts'

/** A link somebody pasted or chose in a menu. */
export interface ShareAddress {
  link: PublicLink
  /** The product whose links have this shape; absent when it is that of several. */
  product?: Product
}

const isClassic = /\/public\.php\?/

/** Reads whatever looks like a share link of any product. Null when it does not. */
export function readShareAddress(address: string): ShareAddress | null {
  const link = parsePublicLink(address)
  const place = webPlaceOf(address)
  // Folders inside a link of oCIS may have any name, also those that other products' links are made of.
  const isInside = place !== null && place.at !== 'entry' && (link?.base.startsWith(`${place.link.base}/`) ?? true)
  if (link && !isInside) return { link, ...(isClassic.test(address) ? { product: 'owncloud' } : {}) }
  return place && { link: place.link, product: 'ocis' }
}
