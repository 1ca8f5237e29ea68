import { allElements, elementAt, rootElement } from './elements.ts'
import { solid } from './solid.ts'

/** Under this opacity of the page the card counts as hidden. */
const leastOpacity = 0.8

/** Filters that leave the card readable: what dark modes are made of. */
const readableFilters =
  /^(?:none|\s|(?:invert|hue-rotate|grayscale|sepia|saturate)\([^)]*\)|(?:brightness|contrast)\((?:0?\.[6-9]\d*|1(?:\.[0-4]\d*)?)\))*$/

/** How much a page may have scaled the card before it counts as put out of shape. */
const scales = { least: 0.6, most: 1.7 }

/**
 * Whether a click was meant: made by a person, once, on a card that could be seen. Pages can fake events, and can lay
 * things over the card, fade it or blow it up, so that a click meant for something else lands on it.
 */
export function isDeliberate(event: MouseEvent, host: HTMLElement): boolean {
  return event.isTrusted && event.detail <= 1 && isInShape(host) && isOnTop(event, host) && isPageVisible()
}

function isOnTop(event: MouseEvent, host: HTMLElement): boolean {
  // A key press has no place; the middle of the card stands for it.
  const { x, y, width, height } = host.getBoundingClientRect()
  const place = event.detail > 0 ? { x: event.clientX, y: event.clientY } : { x: x + width / 2, y: y + height / 2 }
  const isTop = (): boolean => elementAt(place.x, place.y) === host
  // What lets clicks through is not found as long as it does, and hides the card all the same.
  return isTop() && solid(allElements(), place, isTop)
}

/** The card's own style is out of the page's reach, that of `<html>` around it is not. */
function isPageVisible(): boolean {
  const page = rootElement()
  if (!page) return false
  const { opacity, filter, maskImage } = getComputedStyle(page)
  const isMasked = maskImage !== undefined && maskImage !== '' && maskImage !== 'none'
  return !(Number(opacity || 1) < leastOpacity) && readableFilters.test(filter) && !isMasked
}

/** A page that is scaled scales the card: to a speck, or so that its button fills the window. */
function isInShape(host: HTMLElement): boolean {
  const page = rootElement()
  const zoom = page ? Number(getComputedStyle(page).getPropertyValue('zoom') || 1) : 1
  const scale = host.offsetWidth > 0 ? host.getBoundingClientRect().width / host.offsetWidth : 1
  return [scale, zoom].every((factor) => factor >= scales.least && factor <= scales.most)
}
