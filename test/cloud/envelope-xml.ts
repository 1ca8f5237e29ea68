import { isObject, parseJson } from '../../lib/cloud/json.ts'

/**
 * The XML a server would have sent instead of this JSON envelope: PHP writes true as 1, false and null as nothing, and
 * lists as `element`s. That this is so is tested with everything that was recorded in both forms.
 * @returns null when the text is no JSON envelope
 */
export function envelopeAsXml(text: string): string | null {
  const json = parseJson(text)
  const ocs = isObject(json) ? json['ocs'] : undefined
  return isObject(ocs) ? `<?xml version="1.0"?>\n${element('ocs', ocs)}\n` : null
}

/** Keys that are no element names: numbers become `element`, and Nextcloud 32's `$comment` is left out. */
function element(key: string, value: unknown): string {
  if (key.startsWith('$')) return ''
  const name = /^\d+$/.test(key) ? 'element' : key
  const content = Array.isArray(value)
    ? value.map((entry) => element('element', entry)).join('')
    : isObject(value)
      ? Object.entries(value)
          .map(([key, entry]) => element(key, entry))
          .join('')
      : escape(value === true ? '1' : value === false || value === null ? '' : String(value))
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
