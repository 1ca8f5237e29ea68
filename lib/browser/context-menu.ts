import browser, { type Menus } from 'webextension-polyfill'
import { openInbox } from './notifications.ts'
import { translate } from './page-backend.ts'
import { allSites } from './permissions.ts'
import { sharePagesOf } from './share-button.ts'
import { openShares } from './shares-page.ts'

const addLink = 'add-link'
const shareFile = 'share-file'

/** Firefox for Android has no menus. */
export const hasMenus = (): boolean => browser.contextMenus !== undefined

/** The menu of the toolbar button, and where wanted the entry in the menu of links that look like public links. */
export function showContextMenu(wanted: boolean): Promise<void> {
  changing = changing.then(() => change(wanted)).catch(() => undefined)
  return changing
}

/** One after the other: two at once would both create the same id. */
let changing = Promise.resolve()

async function change(wanted: boolean): Promise<void> {
  if (!hasMenus()) return
  await browser.contextMenus.removeAll()
  await create({ id: shareFile, title: translate('menu_share'), contexts: ['action'] })
  if (!wanted) return
  const targetUrlPatterns = sharePagesOf(allSites)
  await create({ id: addLink, title: translate('menu_add'), contexts: ['link'], targetUrlPatterns })
}

const create = (entry: Menus.CreateCreatePropertiesType): Promise<void> =>
  new Promise((created) => {
    browser.contextMenus.create(entry, () => {
      // Read, or the browser logs it as unhandled.
      void browser.runtime.lastError
      created()
    })
  })

/** Registers what happens when an entry is chosen. The popup opens at once, while the browser still sees the click. */
export function onContextMenu(chosen: (address: string) => void): void {
  if (!hasMenus()) return
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    if (menuItemId === shareFile) void openShares(true)
    if (menuItemId !== addLink || !linkUrl) return
    void openInbox()
    chosen(linkUrl)
  })
}
