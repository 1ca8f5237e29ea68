import { failure, type Failure } from '../domain/failure.ts'
import { isRedirect, type Answer } from './answer.ts'
import { whatCame } from './what-came.ts'

/**
 * Why a server would not talk to us at all: the statuses that mean the same wherever they come from. Null for
 * every other status, those are read by whoever asked. Recorded: 401 owncloud-10.15.2/711 and 730,
 * 429 nextcloud-32.0.1/02-99 and 06-02, 503 nextcloud-32.0.1/06-30 and owncloud-10.15.2/761-766.
 */
export function refusalOf(answer: Answer): Failure | null {
  if (isRedirect(answer)) return failure('answer-unreadable', redirectDetail(answer))
  switch (answer.status) {
    case 401:
      return failure('home-rejected-login')
    case 429:
      return failure('home-throttled', undefined, retryAfter(answer))
    case 503:
      return failure('home-maintenance', undefined, retryAfter(answer))
    default:
      return null
  }
}

/** What is left when a caller knows no better: 5xx are the server's own trouble, the rest is not what was asked for. */
export function unexpected(answer: Answer): Failure {
  if (isUntrustedAddress(answer)) return failure('home-untrusted-address', whatCame(answer))
  return failure(answer.status >= 500 ? 'server-error' : 'answer-unreadable', whatCame(answer))
}

/**
 * Both products answer 400 with a page, even to OCS, when they are called by a name that is not among their trusted
 * domains (recorded nextcloud-32.0.1/06-31, owncloud-10.15.2/121-123); nothing else does.
 */
export const isUntrustedAddress = ({ status, contentType }: Answer): boolean =>
  status === 400 && contentType.includes('html')

export function redirectDetail(answer: Answer): string {
  const target = answer.header('location')
  return target ? `redirect to ${target.split(/[?#]/)[0]}` : 'redirect'
}

/** `Retry-After` in seconds, given as seconds or as an HTTP date; most servers send none. */
function retryAfter(answer: Answer): number | undefined {
  const value = answer.header('retry-after')?.trim()
  if (!value) return undefined
  if (/^\d+$/.test(value)) return Math.min(Number(value), longestWait)
  const wait = Math.ceil((Date.parse(value) - Date.now()) / 1000)
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), longestWait)
}

/** A day: a broken clock or a hostile server must not silence an account for good. */
const longestWait = 86_400
