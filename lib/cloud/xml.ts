import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeEntities } from './entities.ts'

/** An element without its attributes: servers say nothing in those that we read. */
export interface XmlNode {
  /** Without its namespace prefix. */
  name: string
  /** All text directly inside, exactly as sent: never trimmed, never taken for a number. */
  text: string
  children: XmlNode[]
}

// `preserveOrder` gives lists instead of objects keyed by element names, so one element and many look the same
// and a name like `constructor` is a name like any other.
const parser = new XMLParser({
  preserveOrder: true,
  removeNSPrefix: true,
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  // The deepest known answer, the capabilities, has 9 levels.
  maxNestedTags: 25,
})

/**
 * Parses an XML document. Null for anything that is not one: truncated, with two roots, nested too deep, or with a
 * DOCTYPE (no server we talk to sends one; entity bombs do).
 */
export function parseXml(text: string): XmlNode | null {
  if (!/^\uFEFF?\s*</.test(text) || /<!doctype/i.test(text)) return null
  try {
    if (XMLValidator.validate(text, { allowBooleanAttributes: true }) !== true) return null
    const [root, ...others] = contentOf(parser.parse(text)).children
    return root && others.length === 0 ? root : null
  } catch {
    return null
  }
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name)

/** The element at the end of a path of names. */
export const find = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((at, name) => child(at, name), node)

/** The text of a child; undefined when there is no such child. */
export const textOf = (node: XmlNode | undefined, ...path: string[]): string | undefined => find(node, ...path)?.text

// What the parser returns in this mode: `[{ tag: [...] }, { '#text': 'words' }, { '#cdata': [{ '#text': '...' }] }]`.
// One walk with plain loops: a list of a thousand shares has fourteen thousand elements.
function contentOf(parsed: unknown): Pick<XmlNode, 'text' | 'children'> {
  let text = ''
  const children: XmlNode[] = []
  for (const part of partsOf(parsed)) {
    const [name = ''] = Object.keys(part)
    const content = part[name]
    if (name === '#text') text += decodeEntities(String(content))
    else if (name === '#cdata') text += rawText(content)
    else if (!name.startsWith('#')) children.push({ name, ...contentOf(content) })
  }
  return { text, children }
}

const rawText = (cdata: unknown): string =>
  partsOf(cdata)
    .flatMap((part) => Object.values(part).map(String))
    .join('')

const partsOf = (parsed: unknown): Record<string, unknown>[] =>
  Array.isArray(parsed) ? (parsed as Record<string, unknown>[]) : []
