import type { PublicLink } from '../domain/public-link.ts'
import { isRedirect } from './answer.ts'
import type { Fetch } from './exchange.ts'
import { createHttp } from './http.ts'

/**
 * Whether a link's page is not found any more: the one thing that both products say the same way in every language
 * (recorded owncloud-10.15.2/307, server-facts.md 1.3). Never true of ownCloud 7, which shows its login there. Needs the
 * host permission for the remote.
 */
export async function isGone(fetch: Fetch, { base, token }: PublicLink): Promise<boolean> {
  const page = await createHttp({ fetch, base }).sendRaw({
    method: 'GET',
    path: `/index.php/s/${encodeURIComponent(token)}`,
  })
  return page.ok && page.value.status === 404
}

/** The same for ownCloud up to 9: 7 has the page at an address of its own, from which later ones lead on. */
export async function isGoneFromOldServer(fetch: Fetch, link: PublicLink): Promise<boolean> {
  const page = await createHttp({ fetch, base: link.base }).sendRaw({
    method: 'GET',
    path: `/public.php?service=files&t=${encodeURIComponent(link.token)}`,
  })
  if (page.ok && isRedirect(page.value)) return isGone(fetch, link)
  return page.ok && page.value.status === 404
}
