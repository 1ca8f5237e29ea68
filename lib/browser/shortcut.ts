import browser, { type Tabs } from 'webextension-polyfill'
import { openInbox } from './notifications.ts'

/** As `wxt.config.ts` names it. */
const addPage = 'add-page'

/** Registers what happens when the shortcut is pressed, in a tab that it opens to us. Phones have no shortcuts. */
export function onShortcut(pressed: (tabId: number) => void): void {
  const listener = (command: string, tab?: Tabs.Tab): void => {
    if (command !== addPage) return
    void openInbox()
    if (tab?.id !== undefined) pressed(tab.id)
  }
  browser.commands?.onCommand.addListener(listener)
}
