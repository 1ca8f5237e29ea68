import type { Credentials } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { failed, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import { exchange, type Exchange, type Fetch } from './exchange.ts'
import { refusalOf } from './refusal.ts'

export interface HttpOptions {
  fetch: Fetch
  /** Base URL of the server, no trailing slash, no `/index.php`. */
  base: string
  /** Sent as Basic with every call until one is rejected. Absent: nothing is sent that could identify the user. */
  credentials?: Credentials
  /** Language of the server's texts. They are only understood in English, the default. */
  acceptLanguage?: string
}

export interface HttpRequest {
  method: string
  /** Begins with a slash, is put behind the base. */
  path: string
  form?: Record<string, string>
  json?: unknown
  xml?: string
  headers?: Record<string, string>
  timeoutMs?: number
  maxBytes?: number
  signal?: AbortSignal
  /** Asks for XML, the one language every OCS server answers in (ownCloud ignores `Accept`). */
  ocs?: boolean
}

export interface Http {
  base: string
  /** The answer, unless the server would not talk to us: 3xx, 401, 429 and 503 are failures (see refusal.ts). */
  send(request: HttpRequest): Promise<Result<Answer>>
  /** The answer whatever its status, for callers to whom each status says something. */
  sendRaw(request: HttpRequest): Promise<Result<Answer>>
}

/** Waits for calls in which one server asks another one: they take up to 30 s (server-facts.md 2.1). */
export const mountTimeout = 60_000

export function createHttp({ fetch, base, credentials, acceptLanguage }: HttpOptions): Http {
  const standing = {
    ...(credentials ? { Authorization: basic(credentials) } : {}),
    ...(acceptLanguage ? { 'Accept-Language': acceptLanguage } : {}),
  }
  // Every try with a dead password counts against the user's whole network, so the first is the last.
  let isRejected = false
  const sendRaw = async (request: HttpRequest): Promise<Result<Answer>> => {
    if (isRejected) return failed(failure('home-rejected-login'))
    const result = await exchange(fetch, base + request.path, toExchange(request, standing))
    isRejected ||= credentials !== undefined && result.ok && result.value.status === 401
    return result
  }
  return {
    base,
    sendRaw,
    async send(request) {
      const result = await sendRaw(request)
      const refusal = result.ok ? refusalOf(result.value) : null
      return refusal ? failed(refusal) : result
    },
  }
}

function toExchange(request: HttpRequest, standing: Record<string, string>): Exchange {
  const { method, form, json, xml, headers, timeoutMs, maxBytes, signal, ocs } = request
  const body = form ? new URLSearchParams(form) : json === undefined ? xml : JSON.stringify(json)
  return {
    method,
    headers: {
      ...standing,
      ...(ocs ? { Accept: 'application/xml' } : {}),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(xml === undefined ? {} : { 'Content-Type': 'application/xml; charset=utf-8' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(signal ? { signal } : {}),
  }
}

/** `btoa` takes bytes only, and names and passwords may hold any character. */
function basic({ loginName, appPassword }: Credentials): string {
  const bytes = new TextEncoder().encode(`${loginName}:${appPassword}`)
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`
}
