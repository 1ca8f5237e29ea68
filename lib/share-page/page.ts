import { parsePublicLink, type PublicLink } from '../domain/public-link.ts'
import type { SharePage } from '../domain/share-page.ts'
import { has } from './dom.ts'

/** Where the document stands; only the address counts. */
export type Place = Pick<Location, 'href'>

export type Recogniser = (document: Document, location: Place) => SharePage | null

/** The link in the address bar: base and token of a share page come from nowhere else (for oCIS, see web-place.ts). */
export const linkOf = (location: Place): PublicLink | null => parsePublicLink(location.href)

/** What a recogniser read, as a share page; readings that are not there stay away. */
export function sharePage(
  product: SharePage['product'],
  { base, token }: PublicLink,
  {
    kind = 'unknown',
    name,
    owner,
    needsPassword = false,
    isProtected,
    reason,
  }: { [K in keyof SharePage]?: SharePage[K] | undefined },
): SharePage {
  return {
    product,
    base,
    token,
    kind,
    needsPassword,
    ...(isProtected === undefined ? {} : { isProtected }),
    ...(name === undefined ? {} : { name }),
    ...(owner === undefined ? {} : { owner }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Longest file name or user id of any server, in characters. */
const longestName = 255

/**
 * A file name or user id as servers allow it, or undefined. It is compared with what the home tells later, so a bad one
 * is dropped, never mended.
 */
export function plainName(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.replace(/^\//, '')
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return name.length > 0 && name.length <= longestName && !/[/\u0000-\u001f\u007f]/.test(name) ? name : undefined
}

/** The layout of all public pages of both products, and of no other page of theirs. */
export const isPublicLayout = (document: Document): boolean =>
  has(document, 'body#body-public') && has(document, 'head[data-requesttoken], #header, #content')

/** The layout of both products' password prompts, error pages and login pages. */
export const isGuestLayout = (document: Document): boolean => has(document, 'body#body-login')
