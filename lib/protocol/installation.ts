/** What the extension is told about the browser it is installed in. Types only. */

/** A key combination, as the browser has it now. */
export interface Shortcut {
  does: 'open' | 'add-page'
  /** As the browser writes it; empty when the user, or another extension, has left it without. */
  keys: string
}

/** What the options page tells of the extension as it is installed in this browser. */
export interface Installation {
  version: string
  /** Whether there are menus, an address bar to put something into, and shortcuts: phones have none of them. */
  hasMenus: boolean
  hasOmnibox: boolean
  hasShortcuts: boolean
  /** Empty where the browser has none (phones). */
  shortcuts(): Promise<Shortcut[]>
  /** Whether Homeward's button is in the toolbar itself; undefined where the browser does not tell. */
  isPinned(): Promise<boolean | undefined>
  /** Opens the browser's own page for them; false where there is no way to. */
  openShortcuts(): Promise<boolean>
}
