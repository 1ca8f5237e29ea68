/** A public link: the remote's base URL (no trailing slash, no `/index.php`) and the link's token. */
export interface PublicLink {
  base: string
  token: string
}

/**
 * `[/sub][/index.php]/s/TOKEN[/authenticate[/where]|/download|/preview]`. The sub-folder may itself hold `/s/`,
 * hence the greedy first group. Tokens: server-facts.md 1.1 (custom ones since Nextcloud 31 may be one character).
 */
const pathShape =
  /^(.*)\/s\/([A-Za-z0-9-]{1,255})(?:\/(?:authenticate(?:\/[A-Za-z]+)?|download(?:\/[^/]*)?|preview))?\/?$/

/** Paths that hold `/s/` but belong to other apps, never to a file share. */
const otherApps = /\/apps\//

/** Reads a public link from an address. Null when the address has not the shape of one. */
export function parsePublicLink(address: string): PublicLink | null {
  const url = parseAddress(address)
  const [, folder, token] = (url && (pathShape.exec(url.pathname) ?? classicShape.exec(classicPath(url)))) ?? []
  if (!url || folder === undefined || token === undefined || otherApps.test(`${folder}/`)) return null
  return { base: url.origin + folder.replace(/(?:\/index\.php(?=\/|$)|\/)+$/, ''), token }
}

const classicShape = /^(.*)\/public\.php\?([A-Za-z0-9-]{1,255})$/

/**
 * The links of ownCloud up to 7, which later versions send on to the new ones: `[/sub]/public.php?service=files&t=TOKEN`
 * (owncloud/core v7.0.15 core/js/share.js, v8.0.16 apps/files_sharing/public.php). PHP reads the last one of equal
 * parameters, forgives blanks before their names and makes lists of them, so each must be there exactly once.
 * @returns path, question mark and token; something else when it is no such link
 */
function classicPath({ pathname, searchParams }: URL): string {
  const names = [...searchParams.keys()].filter((name) => /^\W*(?:service|t)(?!\w)/.test(name))
  const isFiles = names.length === 2 && searchParams.get('service') === 'files'
  return isFiles ? `${pathname}?${searchParams.get('t') ?? ''}` : ''
}

export const publicLinkUrl = ({ base, token }: PublicLink): string => `${base}/index.php/s/${token}`

export const sameLink = (a: PublicLink, b: PublicLink): boolean => a.token === b.token && sameBase(a.base, b.base)

/**
 * Whether two base URLs name the same server. The scheme is left out: behind a badly configured
 * proxy a server announces itself as http (nextcloud/server#15753), and host and folder tell it apart.
 */
export function sameBase(a: string, b: string): boolean {
  const one = comparable(a)
  return one !== null && one === comparable(b)
}

function comparable(base: string): string | null {
  const url = parseUrl(base.includes('://') ? base : `https://${base}`)
  if (!url) return null
  const folder = url.pathname.replace(/\/index\.php(\/.*)?$/, '').replace(/\/+$/, '')
  return url.host.toLowerCase() + folder
}

/** Longest path of an address that is read, in characters. Strangers send them, and looking through one takes long. */
export const longestPath = 2_000

/** Reads an address on the web. */
export function parseAddress(text: string): URL | null {
  const url = parseUrl(text.trim())
  return url && /^https?:$/.test(url.protocol) ? url : null
}

function parseUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.pathname.length <= longestPath ? url : null
}
