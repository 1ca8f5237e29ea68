/** Views that know a better place take the focus right after they changed; this is later, in milliseconds. */
const patience = 150

/**
 * Keeps the keyboard user where they were when what had the focus goes away: a button that did its work, a form that was
 * sent, a row that was answered. Otherwise the browser starts again at the top of the page.
 */
export function keepFocus(page: HTMLElement): void {
  /** What had the focus last, and what it is in, from the inside to the outside. */
  let path: HTMLElement[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  page.addEventListener('focusin', ({ target }) => void (path = target instanceof HTMLElement ? around(target) : []))
  const look = (): void => {
    const [last, ...places] = path
    // Whoever clicks beside everything leaves on purpose: what they left is still there.
    if (!last || isThere(last) || document.activeElement !== document.body) return
    const place = places.find(isThere)
    if (!place) return
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1
    place.focus()
  }
  new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(look, patience)
  }).observe(page, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] })
}

/** Parts of a page that are worth landing in: smaller boxes mean nothing to anybody. */
const parts = 'li, form, section, article, [role=group], [role=listitem], [role=tabpanel], [tabindex="-1"], main'

function around(element: HTMLElement): HTMLElement[] {
  const outside: HTMLElement[] = []
  for (let one = element.parentElement; one; one = one.parentElement) if (one.matches(parts)) outside.push(one)
  return [element, ...outside]
}

const isThere = (element: HTMLElement): boolean => element.isConnected && element.closest('[hidden]') === null
