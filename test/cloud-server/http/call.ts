/** Server-to-server requests. */

import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { lookup as dnsLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

export interface Reply {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export interface CallOptions {
  headers?: Record<string, string>
  body?: string | Uint8Array
  timeoutMs?: number
}

/** `*.localhost` means this machine to browsers, but Node asks the resolver, which rarely knows. */
const lookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== 'localhost' && !hostname.endsWith('.localhost')) return dnsLookup(hostname, options, callback)
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(null, '127.0.0.1', 4)
}

/** Rejects when nobody answers in time. Redirects are not followed. */
export function call(method: string, url: string, options: CallOptions = {}): Promise<Reply> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const outgoing = send(url, {
      method,
      lookup,
      agent: false,
      headers: headersFor(options),
      timeout: options.timeoutMs ?? 10_000,
    })
    outgoing.on('timeout', () => outgoing.destroy(new Error(`${url} did not answer in time`)))
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const headers = Object.fromEntries(
          Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
        )
        resolve({ status: incoming.statusCode ?? 0, headers, body: Buffer.concat(chunks) })
      })
    })
    outgoing.end(options.body)
  })
}

function headersFor(options: CallOptions): Record<string, string | number> {
  return { ...options.headers, 'Content-Length': Buffer.byteLength(options.body ?? '') }
}

export function basic(user: string, password: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

export function formBody(fields: Record<string, string>): CallOptions {
  return {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  }
}

export function jsonBody(value: unknown): CallOptions {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) }
}
