import browser, { type Menus } from 'webextension-polyfill'
import { openInbox } from './notifications.ts'
import { translate } from './page-backend.ts'
import { allSites } from './permissions.ts'
import { sharePagesOf } from './share-button.ts'
import { openShares } from './shares-page.ts'

const [addLink, addPage, shareFile] = ['add-link', 'add-page', 'share-file'] as const

/** Firefox for Android has no menus. */
export const hasMenus = (): boolean => browser.contextMenus !== undefined

/** The menu of the toolbar button, and where wanted entries in those of links and pages that look like public links. */
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
  const title = translate('menu_add')
  const places = sharePagesOf(allSites)
  await create({ id: addLink, title, contexts: ['link'], targetUrlPatterns: places })
  await create({ id: addPage, title, contexts: ['page'], documentUrlPatterns: places })
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
export function onContextMenu(link: (address: string) => void, page: (tabId: number) => void): void {
  if (!hasMenus()) return
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) => {
    if (menuItemId === shareFile) return void openShares(true)
    void openInbox()
    if (menuItemId === addLink && linkUrl) link(linkUrl)
    if (menuItemId === addPage && tab?.id !== undefined) page(tab.id)
  })
}
