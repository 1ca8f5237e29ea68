import browser, { type Commands } from 'webextension-polyfill'
import { hasMenus } from './context-menu.ts'
import { hasShortcuts } from './shortcut.ts'
import type { Installation, Shortcut } from '../protocol.ts'

/** The commands of `wxt.config.ts`; each browser names the first one in a way of its own. */
const does: Record<string, Shortcut['does']> = {
  _execute_action: 'open',
  _execute_browser_action: 'open',
  'add-page': 'add-page',
}

/** The part of the page about extensions where Chromium browsers have shortcuts; others refuse to open it. */
const chromiumShortcuts = 'chrome://extensions/shortcuts'

type Settable = Commands.Static & { openShortcutSettings?: () => Promise<void> }

export function installation(): Installation {
  const commands = browser.commands as Settable | undefined
  return {
    version: browser.runtime.getManifest().version,
    hasMenus: hasMenus(),
    hasOmnibox: browser.omnibox !== undefined,
    hasShortcuts: hasShortcuts(),
    async shortcuts() {
      const all = (await commands?.getAll()) ?? []
      return all.flatMap(({ name = '', shortcut = '' }) => {
        const what = does[name]
        return what ? [{ does: what, keys: shortcut }] : []
      })
    },
    async isPinned() {
      const action = browser.action as { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> }
      return (await action.getUserSettings?.())?.isOnToolbar
    },
    async openShortcuts() {
      try {
        // Firefox 137 and later.
        if (commands?.openShortcutSettings) await commands.openShortcutSettings()
        else await browser.tabs.create({ url: chromiumShortcuts })
        return true
      } catch {
        return false
      }
    },
  }
}
