import styles from './card.css?inline'
import { element, rootElement } from './elements.ts'

/** How often a page may throw the card out before we give in. */
const returnsAllowed = 5

export interface Host {
  element: HTMLElement
  root: ShadowRoot
  attach(): void
  remove(): void
}

/**
 * The element on the page that holds the card, in a shadow root that the page's scripts and styles cannot enter. It
 * is a child of `<html>`, beside `<body>`: pages that draw their body anew leave it alone, and nothing on the page
 * moves for it. If it is taken out all the same it comes back, a few times.
 */
export function createHost(mode: ShadowRootMode): Host {
  const host = element('homeward-card' as 'div')
  const root = host.attachShadow({ mode })
  addStyles(root)
  let returns = 0
  const observer = new MutationObserver(() => {
    if (host.isConnected) return
    if (returns++ < returnsAllowed) rootElement()?.append(host)
    else observer.disconnect()
  })

  return {
    element: host,
    root,
    attach() {
      const page = rootElement()
      if (!page || host.isConnected) return
      page.append(host)
      observer.observe(page, { childList: true })
    },
    remove() {
      observer.disconnect()
      host.remove()
    },
  }
}

/**
 * Constructed style sheets escape the page's CSP. Older Firefox refuses them to extensions (bug 1751346), but exempts
 * their `<style>` elements.
 */
function addStyles(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    root.adoptedStyleSheets = [sheet]
  } catch {
    root.append(element('style', {}, styles))
  }
}
