import type { Product } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { isRedirect } from './answer.ts'
import type { Http } from './http.ts'
import { isObject, parseJson, textField, type JsonObject } from './json.ts'
import { isUntrustedAddress, redirectDetail, refusalOf, unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'

export interface ServerStatus {
  product: Product
  /** 0 when the server hides its version. */
  major: number
  /** E.g. `32.0.1`; empty when hidden. */
  version: string
  maintenance: boolean
  /** Somebody has finished setting the server up. */
  installed: boolean
}

/**
 * What server this is: `GET /status.php`, anonymous. Recorded: nextcloud-32.0.1/01-01, 06-30, owncloud-10.15.2/101.
 * Failures: `not-a-cloud` (the detail says what was found), `server-error`, `home-throttled`, `home-maintenance`.
 */
export async function readStatus(http: Http): Promise<Result<ServerStatus>> {
  const result = await http.sendRaw({ method: 'GET', path: '/status.php' })
  if (!result.ok) return result
  const answer = result.value
  if (isRedirect(answer)) return failed(failure('not-a-cloud', redirectDetail(answer)))
  if (answer.status === 429 || answer.status === 503) return failed(refusalOf(answer) ?? unexpected(answer))
  if (answer.status >= 500 || isUntrustedAddress(answer)) return failed(unexpected(answer))
  const body = parseJson(answer.text)
  const status = answer.status === 200 && isObject(body) ? statusOf(body) : null
  return status ? ok(status) : failed(failure('not-a-cloud', whatCame(answer)))
}

/** Reads a status; null when it is none. */
export function statusOf(status: JsonObject): ServerStatus | null {
  // ownCloud 7 writes it as a text (owncloud/core v7.0.15 status.php).
  const installed = { true: true, false: false }[String(status['installed'])]
  if (installed === undefined || typeof status['version'] !== 'string') return null
  const major = Number.parseInt(status['version'], 10) || 0
  return {
    product: productOf(status, major),
    major,
    version: textField(status, 'versionstring') ?? textField(status, 'version') ?? '',
    maintenance: status['maintenance'] === true,
    installed,
  }
}

/** The last one of ownCloud that names no product: its next one is 10. */
const namelessMajor = 9

/**
 * Told by which keys there are: names are themable, versions may be hidden (server-facts.md 1.7). oCIS calls itself
 * 10.11 and has the only `productversion`; ownCloud has `product` or at least an edition, Nextcloud has neither. Up to 9
 * ownCloud has no name at all (owncloud/core v9.1.8 status.php), nor have the first two Nextclouds, which were its twins.
 */
function productOf(status: JsonObject, major: number): Product {
  if ('productversion' in status) return 'ocis'
  if ('extendedSupport' in status) return 'nextcloud'
  if ('product' in status || textField(status, 'edition')) return 'owncloud'
  return !('productname' in status) && major > 0 && major <= namelessMajor ? 'owncloud' : 'nextcloud'
}
