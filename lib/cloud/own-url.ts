/**
 * A URL a server returned, if it leads to that same server: servers behind badly configured proxies give their own
 * address with the wrong scheme (nextcloud/server#34126, nextcloud/desktop#2787), and a hostile one could give
 * anybody's. The host and port must be the base's; https is never downgraded, http is lifted to the base's https.
 */
export function ownUrl(text: string | undefined, base: string): URL | null {
  if (text === undefined || !URL.canParse(text)) return null
  const url = new URL(text)
  const home = new URL(base)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (url.username !== '' || url.password !== '') return null
  if (home.protocol === 'https:') url.protocol = 'https:'
  return url.host === home.host ? url : null
}
