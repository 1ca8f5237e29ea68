import type { MountAnswer } from '../domain/mount-request.ts'
import type { SharePage } from '../domain/share-page.ts'

/** What a tab shows: its address, and what was recognised there. */
export interface SeenPage {
  address: string
  /** Null when the page is no share page, or did not become one in time. */
  page: SharePage | null
}

/**
 * The tab the user looks at. Opening the popup, a shortcut or a menu entry on it lets us in (`activeTab`), until the tab
 * goes to another server; no host permission is needed.
 */
export interface PageTab {
  /** Null where the tab is gone, not ours to look at, or its address has not the shape of a share page's. */
  read(id: number): Promise<SeenPage | null>
  /**
   * Posts a form from the page, with the visitor's session. Null when nothing was sent, for the tab is gone or shows
   * another server; status 0 when no answer came.
   */
  post(id: number, url: string, form: Record<string, string>): Promise<MountAnswer | null>
}
