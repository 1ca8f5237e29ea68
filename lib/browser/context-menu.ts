import browser from 'webextension-polyfill'
import { openInbox } from './notifications.ts'
import { translate } from './page-backend.ts'
import { allSites } from './permissions.ts'
import { sharePagesOf } from './share-button.ts'

const id = 'add-link'

/** Firefox for Android has no menus. */
export const hasMenus = (): boolean => browser.contextMenus !== undefined

/** Puts the entry into the menu of links that look like public links, or takes it away. */
export function showContextMenu(wanted: boolean): Promise<void> {
  changing = changing.then(() => change(wanted)).catch(() => undefined)
  return changing
}

/** One after the other: two at once would both create the same id. */
let changing = Promise.resolve()

async function change(wanted: boolean): Promise<void> {
  if (!hasMenus()) return
  await browser.contextMenus.removeAll()
  if (!wanted) return
  const title = translate('menu_add')
  await new Promise<void>((created) => {
    const entry = { id, title, contexts: ['link'] as ['link'], targetUrlPatterns: sharePagesOf(allSites) }
    browser.contextMenus.create(entry, () => {
      // Read, or the browser logs it as unhandled.
      void browser.runtime.lastError
      created()
    })
  })
}

/** Registers what happens when the entry is chosen. The popup opens at once, while the browser still sees the click. */
export function onContextMenu(chosen: (address: string) => void): void {
  if (!hasMenus()) return
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    if (menuItemId !== id || !linkUrl) return
    void openInbox()
    chosen(linkUrl)
  })
}
