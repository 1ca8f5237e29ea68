import { allElements, elementAt, rootElement } from './elements.ts'
import { solid, type Area } from './solid.ts'

/** Under this opacity of the page the card counts as hidden. */
const leastOpacity = 0.8

/** Filters that leave the card readable: what dark modes are made of. */
const readableFilters =
  /^(?:none|\s|(?:invert|hue-rotate|grayscale|sepia|saturate)\([^)]*\)|(?:brightness|contrast)\((?:0?\.[6-9]\d*|1(?:\.[0-4]\d*)?)\))*$/

/** How much a page may have scaled the card before it counts as put out of shape. */
const scales = { least: 0.6, most: 1.7 }

/** How far from the corner of the window the card may be found from where its own style puts it, in CSS pixels. */
const mostMoved = 4

/**
 * Whether a click was meant: made by a person, once, on a card that could be seen. Pages can fake events, and can lay
 * things over the card, fade it, blow it up or move it, so that a click meant for something else lands on it.
 */
export function isDeliberate(event: MouseEvent, host: HTMLElement): boolean {
  return event.isTrusted && event.detail <= 1 && isInShape(host) && isOnTop(event, host) && isPageVisible()
}

/** Whether the whole button can be seen: through a hole in something else it could be taken for that. */
function isOnTop({ currentTarget }: MouseEvent, host: HTMLElement): boolean {
  const area = (currentTarget instanceof Element ? currentTarget : host).getBoundingClientRect()
  const places = Array.from({ length: looks }, () => placeIn(area))
  const isTop = (): boolean => places.every(({ x, y }) => elementAt(x, y) === host)
  const elements = allElements()
  // What lets clicks through is not found as long as it does, and hides the card all the same. Of a popover that is its
  // backdrop: no element, and not to be made solid.
  return isTop() && !elements.some((element) => element.matches(':popover-open')) && solid(elements, area, isTop)
}

/** Enough places for half a button never to pass as a whole one. */
const looks = 24

/** Anywhere, so that no page can leave just the right ones free; a little inside, for at the edges pixels are shared. */
const placeIn = ({ left, right, top, bottom }: Area): { x: number; y: number } => ({
  x: left + 2 + Math.random() * (right - left - 4),
  y: top + 2 + Math.random() * (bottom - top - 4),
})

/** The card's own style is out of the page's reach, that of `<html>` around it is not. */
function isPageVisible(): boolean {
  const page = rootElement()
  if (!page) return false
  const style = getComputedStyle(page)
  const isPlain = hiding.every((name) => ['', 'none', 'normal'].includes(style.getPropertyValue(name)))
  return !(Number(style.opacity || 1) < leastOpacity) && readableFilters.test(style.filter) && isPlain
}

/** What else can take a page out of sight. */
const hiding = ['mask-image', '-webkit-mask-box-image-source', 'clip-path', 'mix-blend-mode']

/**
 * A page that is scaled scales the card: to a speck, or so that its button fills the window. One that is moved moves it:
 * under a pointer that is about to press something else.
 */
function isInShape(host: HTMLElement): boolean {
  const page = rootElement()
  const zoom = page ? Number(getComputedStyle(page).getPropertyValue('zoom') || 1) : 1
  const { left, top, width } = host.getBoundingClientRect()
  const scale = host.offsetWidth > 0 ? width / host.offsetWidth : 1
  const own = getComputedStyle(host)
  const moved = [left - Number.parseFloat(own.left) * zoom, top - Number.parseFloat(own.top) * zoom]
  return (
    [scale, zoom].every((factor) => factor >= scales.least && factor <= scales.most) &&
    !moved.some((distance) => Math.abs(distance) > mostMoved)
  )
}
