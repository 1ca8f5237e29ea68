/** Where a click was made, in CSS pixels of the window. */
interface Place {
  x: number
  y: number
}

/** In a layer, for there `!important` counts more than the page's own, whatever its selectors. */
const rules = '@layer homeward { *, *::before, *::after { pointer-events: auto !important } }'

/**
 * Looks at the page while everything on it takes clicks, also what is made to let them through. The page draws nothing
 * in between, and all is as it was afterwards.
 */
export function solid<T>(elements: Iterable<Element>, place: Place, look: () => T): T {
  const undo: (() => void)[] = []
  try {
    undo.push(adoptSheet())
    for (const element of elements) {
      if (isAt(element, place) && getComputedStyle(element).pointerEvents === 'none') undo.push(makeSolid(element))
    }
    return look()
  } finally {
    for (const step of undo.toReversed()) step()
  }
}

/** For pseudo-elements. Firefox refuses adopted sheets to extensions (bug 1751346). */
function adoptSheet(): () => void {
  const adopted = (): CSSStyleSheet[] => Reflect.get(Document.prototype, 'adoptedStyleSheets', document)
  const adopt = (sheets: CSSStyleSheet[]): boolean =>
    Reflect.set(Document.prototype, 'adoptedStyleSheets', sheets, document)
  try {
    const before = [...adopted()]
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    adopt([...before, sheet])
    return () => void adopt(before)
  } catch {
    return () => {}
  }
}

const isAt = (element: Element, { x, y }: Place): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return left <= x && x <= right && top <= y && y <= bottom
}

/** An inline `!important` is stronger than any rule of the page. */
function makeSolid(element: Element): () => void {
  const style = styleOf(element)
  const hadStyle = element.hasAttribute('style')
  const value = style.getPropertyValue('pointer-events')
  const priority = style.getPropertyPriority('pointer-events')
  style.setProperty('pointer-events', 'auto', 'important')
  return () => {
    if (value === '') style.removeProperty('pointer-events')
    else style.setProperty('pointer-events', value, priority)
    if (!hadStyle) element.removeAttribute('style')
  }
}

/** The genuine one: a form's can be hidden behind an `<input name="style">`. */
const styleOf = (element: Element): CSSStyleDeclaration =>
  Reflect.get(element instanceof SVGElement ? SVGElement.prototype : HTMLElement.prototype, 'style', element)
