import { failure, type Failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import type { Http, HttpRequest } from './http.ts'
import { parseOcsJson } from './json-node.ts'
import { unexpected } from './refusal.ts'
import { child, parseXml, textOf, type XmlNode } from './xml.ts'

/**
 * Asks an OCS endpoint (path without the `/ocs/v2.php` in front).
 * @returns the `<data>` element; null when the server has not got what was named (404)
 */
export async function askOcs(http: Http, request: HttpRequest): Promise<Result<XmlNode | null>> {
  const answer = await send(http, request)
  return answer.ok ? readOcs(answer.value) : answer
}

/** An envelope that is not judged yet. */
export interface OcsAnswer {
  /** 100 or 200 for success. */
  code: number
  /** The server's words, in the language of the account. */
  message: string
  data: XmlNode
}

/** As `askOcs`, for callers to whom each code says something. */
export async function askOcsRaw(http: Http, request: HttpRequest): Promise<Result<OcsAnswer>> {
  const answer = await send(http, request)
  return answer.ok ? readEnvelope(answer.value) : answer
}

/** As `askOcsRaw`, for answers that may be very long: in JSON, which every server gives on demand. XML is read as well. */
export async function askOcsLong(http: Http, request: HttpRequest): Promise<Result<OcsAnswer>> {
  const path = `/ocs/v2.php${request.path}${request.path.includes('?') ? '&' : '?'}format=json`
  const answer = await http.send({ ...request, path })
  return answer.ok ? readEnvelope(answer.value, parseOcsJson(answer.value.text)) : answer
}

const send = (http: Http, request: HttpRequest): Promise<Result<Answer>> =>
  http.send({ ...request, path: `/ocs/v2.php${request.path}`, ocs: true })

export const succeeded = ({ code }: OcsAnswer): boolean => code === 100 || code === 200

/**
 * Reads an OCS envelope, `<ocs><meta><status/><statuscode/><message/></meta><data/></ocs>`, by the rules of v1 (success
 * is 100, HTTP is always 200) and v2 (success is 200, HTTP says the same). Recorded: nextcloud-32.0.1/04-1x, 01-41,
 * 01-42, owncloud-10.15.2/117, 118, 550, 801.
 *
 * Failures: `home-rejected-login`, `home-throttled`, `home-maintenance`, `home-too-old` (no such route: old, or the app
 * is off), `home-refused`, `server-error`, `answer-unreadable` (HTML, JSON, anything that is no envelope).
 */
export function readOcs(answer: Answer): Result<XmlNode | null> {
  const envelope = readEnvelope(answer)
  if (!envelope.ok) return envelope
  const { code, message, data } = envelope.value
  if (succeeded(envelope.value)) return ok(data)
  return code === 404 ? ok(null) : failed(refusedBy(code, message))
}

/** @param read the answer, where somebody has read it already */
function readEnvelope(answer: Answer, read?: XmlNode | null): Result<OcsAnswer> {
  const root = read ?? parseXml(answer.text)
  const code = textOf(root ?? undefined, 'meta', 'statuscode')?.trim()
  if (root?.name !== 'ocs' || code === undefined || !/^\d{1,4}$/.test(code)) return failed(unexpected(answer))
  const message = textOf(root, 'meta', 'message')?.trim() ?? ''
  const statusCode = Number(code)
  // Unknown routes: 998 on Nextcloud 32, 404 on 21, 500 or 999 on ownCloud, always with this text.
  if (statusCode === 998 || message.startsWith('Invalid query')) return failed(failure('home-too-old', 'Invalid query'))
  return ok({ code: statusCode, message, data: child(root, 'data') ?? noData })
}

const noData: XmlNode = { name: 'data', text: '', children: [] }

export function refusedBy(statusCode: number, message: string): Failure {
  switch (statusCode) {
    case 997:
    case 401:
      return failure('home-rejected-login', message)
    case 403:
      return failure('home-refused', message)
    case 429:
      return failure('home-throttled', message)
    case 503:
      return failure('home-maintenance', message)
    default:
      return failure('server-error', `OCS ${statusCode} ${message}`)
  }
}
