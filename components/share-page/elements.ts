/**
 * Making elements on a page that may be hostile: `document.createElement` can be hidden behind an
 * `<img name="createElement">`, the prototype's cannot.
 */
const genuine = Document.prototype

type Content = (Node | string)[]

/** An element with attributes and children; text becomes text nodes only. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...content: Content
): HTMLElementTagNameMap[K] {
  const made = genuine.createElement.call(document, tag) as HTMLElementTagNameMap[K]
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...content)
  return made
}

/**
 * Words that pages must not get to know. `window.find` looks into closed shadow roots too (Chromium), so that a page could
 * guess a text letter by letter; what the style sheet writes it does not find.
 */
export const unsearchable = (tag: 'bdi' | 'blockquote' | 'p', text: string): HTMLElement =>
  element(tag, { dir: 'auto', 'data-text': text })

/** A picture of one stroked path in a 24 × 24 box, hidden from screen readers. */
export function picture(path: string): Element {
  const svg = genuine.createElementNS.call(document, svgNamespace, 'svg')
  const line = genuine.createElementNS.call(document, svgNamespace, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

const svgNamespace = 'http://www.w3.org/2000/svg'

export const rootElement = (): Element | null => genuine.querySelector.call(document, ':root')

export const pageHas = (selector: string): boolean => genuine.querySelector.call(document, selector) !== null

export const elementAt = (x: number, y: number): Element | null => genuine.elementFromPoint.call(document, x, y)

/** Every element of the page, also those in its shadow roots, closed ones too where the browser shows them to us. */
export const allElements = (): Element[] => within(document)

const within = (root: Document | ShadowRoot): Element[] =>
  Array.from<Element>(
    (root === document ? genuine : DocumentFragment.prototype).querySelectorAll.call(root, '*'),
  ).flatMap((element) => {
    const inside = shadowOf(element)
    return inside ? [element, ...within(inside)] : [element]
  })

interface Openers {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }
}

/** Chromium has a function for it, Firefox a property of the element. */
function shadowOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null
  const { dom } = (globalThis as Openers).chrome ?? {}
  const root: unknown = dom
    ? dom.openOrClosedShadowRoot(element)
    : (Reflect.get(Element.prototype, 'openOrClosedShadowRoot', element) ?? element.shadowRoot)
  return root instanceof ShadowRoot ? root : null
}
