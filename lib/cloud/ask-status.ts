import { askJson } from './ask-json.ts'
import type { Fetch } from './exchange.ts'
import { statusOf, type ServerStatus } from './status.ts'

const longest = 20_000

/**
 * What server is at an address, asked without any permission for it: `status.php` is the one thing every server lets
 * all origins read (recorded nextcloud-32.0.1/06-10, owncloud-10.15.2/101), as long as the request carries no header
 * that would need a preflight. Null when nobody answers or the answer is no status.
 */
export async function askStatus(fetch: Fetch, base: string): Promise<ServerStatus | null> {
  const body = await askJson(fetch, `${base}/status.php`, longest)
  return body && statusOf(body)
}
