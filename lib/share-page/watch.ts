import type { SharePage } from '../domain/share-page.ts'
import { linkOf, type Place } from './page.ts'
import { recognise } from './recognise.ts'

/** How long a page may take to become a share page, in milliseconds. */
const patience = 10_000

/**
 * Calls `found` once, when the document is or becomes a share page. Looks at most once per frame, gives up after 10 s,
 * and does nothing at all when the address is no public link. Returns how to stop.
 */
export function watchForSharePage(document: Document, location: Place, found: (page: SharePage) => void): () => void {
  if (!linkOf(location)) return () => {}
  let frame = 0
  const observer = new MutationObserver(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      look()
    })
  })
  // Frames stand still in a tab opened in the background, hence one last look.
  const timer = setTimeout(() => {
    look()
    stop()
  }, patience)

  function look(): void {
    const page = recognise(document, location)
    if (!page) return
    stop()
    found(page)
  }

  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }

  observer.observe(document, { childList: true, subtree: true })
  look()
  return stop
}
