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

/** Moves the card to the top of the window where it would lie over the page's own password form. */
export function keepClearOfForm(host: HTMLElement): void {
  const form = rootElement()?.querySelector('form[method="post" i]')
  if (!form || host.dataset.edge) return
  const theirs = form.getBoundingClientRect()
  const ours = host.getBoundingClientRect()
  const apart = ours.top >= theirs.bottom || ours.left >= theirs.right || ours.right <= theirs.left
  if (!apart) host.dataset.edge = 'top'
}
