import { elementAt, rootElement } from './elements.ts'

/** Under this opacity of the page the card counts as hidden. */
const leastOpacity = 0.8

/**
 * Whether a click was meant: made by a person, once, on a card that could be seen. Pages can fake events and can lay
 * things over the card, so that a click meant for something else lands on it.
 */
export function isDeliberate(event: MouseEvent, host: Element): boolean {
  return event.isTrusted && event.detail <= 1 && isOnTop(event, host) && isPageVisible()
}

function isOnTop(event: MouseEvent, host: Element): boolean {
  // A key press has no place; the middle of the card stands for it.
  if (event.detail > 0) return elementAt(event.clientX, event.clientY) === host
  const { x, y, width, height } = host.getBoundingClientRect()
  return elementAt(x + width / 2, y + height / 2) === host
}

/** The card's own style is out of the page's reach, that of `<html>` around it is not. */
function isPageVisible(): boolean {
  const page = rootElement()
  if (!page) return false
  const { opacity, filter } = getComputedStyle(page)
  return !(Number(opacity || 1) < leastOpacity) && !filter.includes('opacity')
}
