import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Recording {
  /** E.g. `nextcloud-32.0.1/04-11-pending-xml`. */
  name: string
  request: { method: string; url: URL; headers: Headers; body: string }
  response: { status: number; headers: Headers; body: string }
}

const folder = import.meta.dirname

/** All recorded exchanges, in the order of their names. The format is in README.md. */
export function readRecordings(): Recording[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.http'))
    .sort()
    .map((file) => readRecording(file.slice(0, -'.http'.length)))
}

export function readRecording(name: string): Recording {
  const text = readFileSync(join(folder, `${name}.http`), 'utf8')
  const border = text.indexOf('\n---\n')
  const request = split(text.slice(0, border))
  const response = split(text.slice(border + '\n---\n'.length))
  const [method = '', url = ''] = request.first.split(' ')
  return {
    name,
    request: { method, url: new URL(url), headers: request.headers, body: request.body },
    response: { status: Number(response.first), headers: response.headers, body: response.body },
  }
}

function split(text: string): { first: string; headers: Headers; body: string } {
  const end = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, end < 0 ? undefined : end).split('\n')
  const pairs = lines.filter(Boolean).map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()]
  })
  return { first, headers: new Headers(pairs), body: end < 0 ? '' : text.slice(end + 2) }
}

/** The recorded answer as a `fetch` would hand it over. */
export function toResponse({ response }: Recording): Response {
  const bodyless = [204, 304].includes(response.status)
  return new Response(bodyless ? null : response.body, { status: response.status, headers: response.headers })
}
