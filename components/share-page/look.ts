import type { SharePageProduct } from '../../lib/domain/share-page.ts'
import { pageHas, rootElement } from './elements.ts'

/** Least contrast of text, WCAG 2.2 level AA. */
const readable = 4.5

/** Fits the card to its neighbours: the product's shapes, the page's own dark or light theme, its colour. */
export function fitToPage(card: HTMLElement, product: SharePageProduct): void {
  card.dataset.look = product
  card.dataset.scheme = schemeOfPage()
  const accent = product === 'nextcloud' ? accentOfPage() : undefined
  if (!accent) return
  card.style.setProperty('--accent', accent.color)
  card.style.setProperty('--on-accent', accent.text)
}

/** Nextcloud's users and admins can choose a theme (`data-themes="dark-highcontrast"`); otherwise the system does. */
const schemeOfPage = (): string =>
  ['dark', 'light'].find((scheme) => pageHas(`body[data-themes*="${scheme}"]`)) ?? 'auto'

/** The colour of the page's primary buttons, and one that can be read on it. Only `#rrggbb` is believed. */
function accentOfPage(): { color: string; text: string } | undefined {
  const page = rootElement()?.querySelector('body')
  const value = page ? getComputedStyle(page).getPropertyValue('--color-primary-element').trim() : ''
  if (!/^#[0-9a-f]{6}$/i.test(value)) return undefined
  let channels = [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))
  if (againstWhite(channels) < 3) return { color: value, text: '#000' }
  while (againstWhite(channels) < readable) channels = channels.map((channel) => Math.floor(channel * 0.95))
  return { color: `rgb(${channels.join()})`, text: '#fff' }
}

/** Contrast to white, 1 to 21: WCAG 2.2, "relative luminance". */
function againstWhite(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

/**
 * Moves the card to the top of the window while it would lie over the page's own password form. Forms that the page's
 * scripts draw (Nextcloud 33) have no method.
 */
export function keepClearOfForm(host: HTMLElement): void {
  const form = rootElement()?.querySelector('form[method="post" i], form:has(input[type="password"])')
  if (!form) return
  delete host.dataset.edge
  const theirs = form.getBoundingClientRect()
  const ours = host.getBoundingClientRect()
  const apart = ours.top >= theirs.bottom || ours.left >= theirs.right || ours.right <= theirs.left
  if (!apart) host.dataset.edge = 'top'
}

/** When a page's scripts may have drawn their form, in milliseconds after the card came. */
const formDelays = [300, 1000, 3000]

/** Keeps the card clear of the form when the window changes or the form comes late. Returns how to stop. */
export function stayClearOfForm(host: HTMLElement, isAsking: () => boolean): () => void {
  const look = (): void => void (isAsking() && keepClearOfForm(host))
  const timers = formDelays.map((delay) => setTimeout(look, delay))
  window.addEventListener('resize', look)
  return () => {
    timers.forEach(clearTimeout)
    window.removeEventListener('resize', look)
  }
}
