import type { SharePage } from '../domain/share-page.ts'
import { isWebApp } from './ocis.ts'
import { webPlaceOf } from '../domain/web-place.ts'
import { linkOf, type Place } from './page.ts'
import { recognise } from './recognise.ts'

/** How long a page may take to become a share page, in milliseconds. */
const patience = 10_000

/** How often that long for the web app of oCIS, which has megabytes of itself to load before it asks about the link. */
const rounds = 6

/**
 * Calls `found` once, when the document is or becomes a share page. Looks at most once per frame, gives up after 10 s
 * (a minute where oCIS is still loading), and does nothing at all when the address is no public link. Returns how to stop.
 */
export function watchForSharePage(document: Document, location: Place, found: (page: SharePage) => void): () => void {
  if (!linkOf(location) && !webPlaceOf(location.href)) return () => {}
  let frame = 0
  let round = 1
  const observer = new MutationObserver(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0
      look()
    })
  })
  // Frames stand still in a tab opened in the background, hence one last look.
  let timer = setTimeout(lastLook, patience)

  function look(): boolean {
    const page = recognise(document, location)
    if (!page) return false
    stop()
    found(page)
    return true
  }

  function lastLook(): void {
    if (look()) return
    if (round++ < rounds && isWebApp(document)) timer = setTimeout(lastLook, patience)
    else stop()
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
