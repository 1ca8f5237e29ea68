/** Answers as plain values; nothing is written to a socket before faults and cookies had their say. */

import { phpJson } from '../answers/php-json.ts'

export interface Answer {
  status: number
  headers: Record<string, string | string[]>
  body: Uint8Array | string
  /** So many blanks behind the body. They keep JSON and XML readable, so a size limit is what has to catch them. */
  blanks?: number
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    body: phpJson(value, { hexTags: true }),
  }
}

export function empty(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'Content-Type': 'text/html; charset=UTF-8', ...headers }, body: '' }
}

export function redirect(status: 301 | 302 | 303 | 307, location: string): Answer {
  return empty(status, { Location: location })
}

/** The phrases PHP frameworks send; they differ from Node's in capitals. */
export function reasonFor(status: number): string | undefined {
  return { 400: 'Bad request', 412: 'Precondition failed' }[status]
}
