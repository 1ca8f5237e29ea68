import type { SharePage } from '../domain/share-page.ts'
import type { Place } from './page.ts'
import { watchForSharePage } from './watch.ts'

/** How long somebody who has opened the popup is kept waiting for a page that is still being drawn, in milliseconds. */
const patience = 2_500

/** The share page a document is, or becomes soon; else null. */
export function recogniseSoon(document: Document, location: Place): Promise<SharePage | null> {
  return new Promise((resolve) => {
    const stop = watchForSharePage(document, location, resolve)
    setTimeout(() => {
      stop()
      resolve(null)
    }, patience)
  })
}
