import { isObject, parseJson } from '../../lib/cloud/json.ts'
import { parseXml, type XmlNode } from '../../lib/cloud/xml.ts'

/** What two servers must agree on in an answer: all but ids, tokens, hosts, times and people's words. */
export interface AnswerShape {
  status: number
  contentType: string
  headers: Record<string, string>
  body: unknown
}

export function shapeOf(status: number, headers: Headers, body: string): AnswerShape {
  const contentType = (headers.get('content-type') ?? '').toLowerCase().replace(/\s/g, '')
  return { status, contentType, headers: notable(headers), body: bodyShape(contentType, body.trim()) }
}

/** Headers a client acts on. Of challenges only the scheme counts: `Basic` opens the browser's dialog, `DummyBasic` not. */
function notable(headers: Headers): Record<string, string> {
  const challenge = headers.get('www-authenticate')?.split(/[ ,]/)[0]
  const target = headers
    .get('location')
    ?.replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
  const found = {
    challenge,
    target,
    retryAfter: headers.get('retry-after'),
    maintenance: headers.get('x-nextcloud-maintenance-mode'),
    cors: headers.get('access-control-allow-origin'),
    user: headers.get('x-user-id'),
  }
  return Object.fromEntries(Object.entries(found).flatMap(([key, value]) => (value ? [[key, value]] : [])))
}

function bodyShape(contentType: string, text: string): unknown {
  // Pages were not recorded.
  if (contentType.includes('html')) return 'a page or nothing'
  if (text === '') return 'empty'
  const json = parseJson(text)
  if (json !== undefined) return jsonShape(json)
  const xml = parseXml(text)
  return xml ? xmlShape(xml) : 'unreadable'
}

/** Texts that servers word for people but clients may have to fall back on. */
const spoken = new Set(['status', 'statuscode', 'message', 'exception', 'totalitems', 'itemsperpage'])

function jsonShape(value: unknown, key = ''): unknown {
  if (Array.isArray(value))
    return value.length === 0 ? 'empty list' : { listOf: distinct(value.map((v) => jsonShape(v))) }
  if (isObject(value)) return sorted(Object.entries(value).map(([k, v]) => [k, jsonShape(v, k)]))
  if (spoken.has(key)) return typeof value === 'string' ? neutral(value) : value
  return value === null ? 'null' : typeof value
}

function xmlShape(node: XmlNode): unknown {
  // WebDAV refusals join the words of every way to sign in that the server has: the first is always there.
  if (node.name === 'error') return sorted(node.children.map(({ name, text }) => [name, text.split(',')[0]]))
  if (node.children.length === 0) return spoken.has(node.name) ? neutral(node.text) : textShape(node.text)
  const repeated = node.children.some(({ name }) => name === 'element' || name === 'response')
  if (repeated) return { listOf: distinct(node.children.map((child) => [child.name, xmlShape(child)])) }
  return sorted(node.children.map((child) => [child.name, xmlShape(child)]))
}

const textShape = (text: string): string => (text === '' ? 'empty' : /^-?\d+$/.test(text) ? 'digits' : 'text')

const sorted = (entries: [string, unknown][]): unknown =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))

const distinct = (shapes: unknown[]): unknown[] =>
  [...new Map(shapes.map((shape) => [JSON.stringify(shape), shape]))]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, shape]) => shape)

/** Hosts and ports differ from run to run. */
const neutral = (text: string): string => text.replace(/(?:https?:\/\/)?[\w.-]+:\d{1,5}\b/g, 'HOST').trim()
