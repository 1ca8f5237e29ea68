/**
 * Reading a document that may be hostile. A page can hide the document's and an element's own methods behind form
 * fields of the same name (`<img name="querySelector">`), hence methods are always taken from the prototype.
 */

/** An id that appears more often than this was not written by a server. */
const copiesAllowed = 8

/** Longest attribute read, in characters: the public page menu of Nextcloud holds pictures. */
const longest = 200_000

/**
 * Whether the document has an element for the selector. Browsers find a lone id at once; for a list of selectors, or one
 * without an id, they go through the whole document, which may be looked at in every frame.
 */
export function has(document: Document, selector: string): boolean {
  return genuine(document, 'querySelector').call(document, selector) !== null
}

/**
 * The attribute's value on which all elements of the selector agree. Undefined when there is none, when two
 * contradict each other (Nextcloud itself repeats ids, with equal values), or when it is absurdly long.
 */
export function attribute(document: Document, selector: string, name: string): string | undefined {
  const found = genuine(document, 'querySelectorAll').call(document, selector)
  if (found.length > copiesAllowed) return undefined
  const values = new Set(Array.from(found, (element) => genuine(element, 'getAttribute').call(element, name)))
  const [value] = values
  return values.size === 1 && typeof value === 'string' && value.length <= longest ? value : undefined
}

function genuine<T extends object, K extends keyof T>(object: T, name: K): T[K] {
  return Reflect.get(Object.getPrototypeOf(object) as T, name) as T[K]
}
