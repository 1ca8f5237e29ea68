import browser, { type Tabs } from 'webextension-polyfill'
import { openInbox } from './notifications.ts'

/** As `wxt.config.ts` names it. */
const addPage = 'add-page'

/** Only the user can give the key back, on the browser's own page: switched off, it does nothing. */
let wanted = true

export const allowShortcut = (on: boolean): void => void (wanted = on)

/** Phones have no shortcuts. */
export const hasShortcuts = (): boolean => browser.commands !== undefined

/**
 * Registers what happens when the shortcut is pressed, in a tab that it opens to us. The popup opens at once, while the
 * browser still sees the key being pressed: a background that the key has woken does not know the settings by then.
 */
export function onShortcut(pressed: (tabId: number) => void): void {
  const listener = (command: string, tab?: Tabs.Tab): void => {
    if (command !== addPage || !wanted) return
    void openInbox()
    if (tab?.id !== undefined) pressed(tab.id)
  }
  browser.commands?.onCommand.addListener(listener)
}
