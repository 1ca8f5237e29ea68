import { element, rootElement } from './elements.ts'

/** A part of the window, in CSS pixels. */
export type Area = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/** What pages can lay over the card though it is no element: it can be styled, and so placed and made to take no clicks. */
const pseudo =
  'before after details-content file-selector-button picker-icon picker(select) scroll-button(*) scroll-marker scroll-marker-group -webkit-slider-thumb -webkit-slider-runnable-track -webkit-progress-bar -webkit-progress-value -webkit-meter-bar -webkit-meter-inner-element -webkit-inner-spin-button -webkit-search-cancel-button -webkit-calendar-picker-indicator -webkit-datetime-edit -webkit-color-swatch -moz-range-thumb -moz-range-track -moz-progress-bar -moz-meter-bar -moz-color-swatch'

/**
 * In a layer, for there `!important` counts more than the page's own, whatever its selectors. One rule each: a browser
 * leaves out the whole of one whose selector it does not know.
 */
const rules = (): string => {
  const covers = ['*', ...pseudo.split(' ').map((name) => `*::${name}`)]
  return `@layer homeward { ${covers.map((cover) => `${cover} { pointer-events: auto !important }`).join(' ')} }`
}

/**
 * Looks at the page while everything on it takes clicks, also what is made to let them through. The page draws nothing
 * in between, and all is as it was afterwards.
 */
export function solid<T>(elements: Iterable<Element>, area: Area, look: () => T): T {
  const undo: (() => void)[] = []
  try {
    undo.push(adoptSheet())
    for (const element of elements) {
      if (touches(element, area) && getComputedStyle(element).pointerEvents === 'none') undo.push(makeSolid(element))
    }
    return look()
  } finally {
    for (const step of undo.toReversed()) step()
  }
}

/** For pseudo-elements. Firefox refuses adopted sheets to extensions (bug 1751346), but exempts their `<style>` from CSP. */
function adoptSheet(): () => void {
  const adopted = (): CSSStyleSheet[] => Reflect.get(Document.prototype, 'adoptedStyleSheets', document)
  const adopt = (sheets: CSSStyleSheet[]): boolean =>
    Reflect.set(Document.prototype, 'adoptedStyleSheets', sheets, document)
  try {
    const before = [...adopted()]
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules())
    adopt([...before, sheet])
    return () => void adopt(before)
  } catch {
    const style = element('style', {}, rules())
    rootElement()?.append(style)
    return () => style.remove()
  }
}

const touches = (element: Element, area: Area): boolean => {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return left <= area.right && area.left <= right && top <= area.bottom && area.top <= bottom
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
