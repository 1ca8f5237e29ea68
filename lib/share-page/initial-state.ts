import { attribute } from './dom.ts'

/**
 * A value that Nextcloud hands to its page's scripts: base64 of JSON in UTF-8, in a hidden input.
 * Undefined when it is missing or broken. Source: server core/templates/layout.initial-state.php.
 */
export function initialState(document: Document, app: string, key: string): unknown {
  const value = attribute(document, `input[type="hidden"]#initial-state-${app}-${key}`, 'value')
  if (value === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}
