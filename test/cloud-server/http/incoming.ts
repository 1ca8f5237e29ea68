/** One request, read completely and taken apart once, so that handlers only ask for values. */

import type { IncomingMessage } from 'node:http'

export interface Incoming {
  readonly method: string
  /** Below the webroot, percent-encoded, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: ReadonlyMap<string, string>
  readonly body: Buffer
  /** Query, form and JSON parameters in one place; the body wins, as in PHP frameworks. */
  readonly fields: Readonly<Record<string, unknown>>
  /** Form fields of the body only; ownCloud's legacy scripts see nothing else. */
  readonly form: Readonly<Record<string, string>>
}

export async function readIncoming(message: IncomingMessage, webroot: string): Promise<Incoming> {
  const url = new URL(message.url ?? '/', 'http://any.localhost')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(message.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : (value ?? '')
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const form = formOf(headers, body)
  return {
    method: message.method ?? 'GET',
    path: url.pathname.slice(webroot.length) || '/',
    query: url.searchParams,
    headers,
    cookies: cookiesOf(headers['cookie'] ?? ''),
    body,
    fields: { ...Object.fromEntries(url.searchParams), ...form, ...jsonOf(headers, body) },
    form,
  }
}

/** A parameter as text; numbers and booleans of a JSON body read like their form twins. */
export function text(request: Incoming, name: string): string | undefined {
  const value = request.fields[name]
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return undefined
}

function formOf(headers: Record<string, string>, body: Buffer): Record<string, string> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return {}
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')))
}

function jsonOf(headers: Record<string, string>, body: Buffer): Record<string, unknown> {
  if (!(headers['content-type'] ?? '').startsWith('application/json')) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

function cookiesOf(header: string): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=')
    if (equals > 0) cookies.set(pair.slice(0, equals).trim(), decode(pair.slice(equals + 1).trim()))
  }
  return cookies
}

/** Percent-decoding that leaves malformed input alone instead of throwing. */
export function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
