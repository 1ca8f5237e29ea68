import { isObject, parseJson } from './json.ts'
import type { XmlNode } from './xml.ts'

/** As deep as the XML is read. */
const deepest = 25

/**
 * An OCS envelope in JSON as the XML of the same answer would be read: true is `1`, false and null are nothing, lists hold
 * `element`s. A browser reads JSON ten times faster, which counts for lists of thousands. Null for anything else.
 */
export function parseOcsJson(text: string): XmlNode | null {
  const envelope = parseJson(text)
  const ocs = isObject(envelope) ? envelope['ocs'] : undefined
  return isObject(ocs) ? nodeOf('ocs', ocs, 0) : null
}

function nodeOf(name: string, value: unknown, depth: number): XmlNode {
  const isDeep = typeof value === 'object' && depth < deepest
  if (isDeep && Array.isArray(value)) {
    return { name, text: '', children: value.map((entry) => nodeOf('element', entry, depth + 1)) }
  }
  if (isDeep && isObject(value)) {
    // PHP lists with a gap come as objects with numbers for names.
    const children = Object.entries(value).map(([key, entry]) =>
      nodeOf(/^\d+$/.test(key) ? 'element' : key, entry, depth + 1),
    )
    return { name, text: '', children }
  }
  return { name, text: textFrom(value), children: [] }
}

/** A number that JavaScript cannot hold exactly would be another number: an id must not become somebody else's. */
function textFrom(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) || !Number.isInteger(value) ? String(value) : ''
  return value === true ? '1' : ''
}
