import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import { defaultMaxBytes, readBody } from './read-body.ts'

export type Fetch = typeof fetch

/** Most calls answer within two seconds; a throttled Nextcloud 21 sleeps 25 s first (recorded 06-02). */
export const defaultTimeout = 30_000

export interface Exchange {
  method: string
  headers?: Record<string, string>
  body?: BodyInit
  /** Milliseconds, for the whole exchange including the body. */
  timeoutMs?: number
  maxBytes?: number
  /** Ends the exchange early; the failure is then `home-unreachable`. */
  signal?: AbortSignal
}

/**
 * Sends one request by the rules that hold for all of them, and reads the answer. Never throws, judges no status.
 *
 * Why these rules: a session cookie would outrank the app password, even a wrong one (recorded nextcloud-32.0.1/06-24);
 * a redirect would hand the request to an address nobody checked; `OCS-APIRequest` stands for the CSRF token;
 * `X-Requested-With` keeps the browser's login dialog away, but not from the files: Nextcloud 29 takes no password there
 * with it (recorded nextcloud-29.0.1/17-02); English is the language the texts are known in.
 *
 * Failures: `home-unreachable` (no answer, or not in time), `answer-too-large`.
 */
export async function exchange(fetch: Fetch, url: string, request: Exchange): Promise<Result<Answer>> {
  const { method, headers, body, timeoutMs = defaultTimeout, maxBytes = defaultMaxBytes, signal } = request
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(url, {
      method,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: { ...standingHeaders, ...(isFiles(url) ? {} : withoutDialog), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await readBody(response, maxBytes)
    if (text === null) return failed(failure('answer-too-large', `more than ${maxBytes} bytes`))
    return ok(answerOf(response, text))
  } catch (error) {
    return failed(failure('home-unreachable', whyNot(error, timeoutMs)))
  }
}

const standingHeaders = {
  'OCS-APIRequest': 'true',
  'Accept-Language': 'en',
  Accept: 'application/json',
}

const withoutDialog = { 'X-Requested-With': 'XMLHttpRequest' }

/** Links are asked about with their token: that is nobody's login. */
const isFiles = (url: string): boolean => /\/remote\.php\/dav\/(?!public-files\/)/.test(url)

function answerOf(response: Response, text: string): Answer {
  const header = (name: string) => response.headers.get(name)
  const [contentType = ''] = (header('content-type') ?? '').toLowerCase().split(';')
  // With `redirect: 'manual'` browsers hide a redirect's status and target; Node does not.
  const status = response.type === 'opaqueredirect' ? 302 : response.status
  return { status, contentType: contentType.trim(), text, header }
}

function whyNot(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'no connection'
  return error.name === 'TimeoutError' ? `no answer within ${timeoutMs / 1000} s` : error.message
}
