import type { Inside } from './inside.ts'
import { Popup } from './popup.ts'
import { until } from './view.ts'

/** Firefox's window around the pages, as a person uses it, and what a person cannot do. */
export class BrowserWindow {
  private readonly inside: Inside
  private readonly id: string
  private readonly host: string

  /**
   * @param id of the extension
   * @param host in the addresses of its pages
   */
  constructor(inside: Inside, id: string, host: string) {
    this.inside = inside
    this.id = id
    this.host = host
  }

  /** Forgets who is logged in where, and takes notifications away. */
  clear(): Promise<void> {
    return this.inside.run(() => {
      Services.cookies.removeAll()
      for (const alert of Services.wm.getEnumerator('alert:alert')) alert.close()
    })
  }

  /** Ends the background page, as the browser does when it is idle. The next event starts a new one. */
  stopBackground(): Promise<void> {
    return this.inside.run(async (extension) => {
      await WebExtensionPolicy.getByID(extension).extension.terminateBackground({ ignoreDevToolsAttached: true })
    }, this.id)
  }

  /** Answers the browser's own question about a permission, and says how it was put. */
  answerPrompt(answer: 'Allow' | 'Deny'): Promise<string> {
    return until('the question of the browser', () =>
      this.inside.run((wanted) => {
        const { panel } = Services.wm.getMostRecentWindow('navigator:browser').PopupNotifications
        const prompt = panel.state === 'open' && panel.firstElementChild
        if (!prompt) return ''
        const { textContent } = prompt
        const button = wanted === 'Allow' ? prompt.button : prompt.secondaryButton
        button.click()
        return textContent
      }, answer),
    )
  }

  /** Presses the desktop notification, as Firefox draws it. */
  pressNotification(): Promise<boolean | undefined> {
    return until('a notification', () =>
      this.inside.run(() => {
        const [alert] = [...Services.wm.getEnumerator('alert:alert')]
        const box = alert?.document.querySelector('#alertBox[animate]')
        return alert && box?.dispatchEvent(new alert.MouseEvent('click', { bubbles: true }))
      }),
    )
  }

  pressToolbarButton(): Promise<void> {
    return this.inside.run(async (extension) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
      const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(extension).extension)
      await action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'))
    }, this.id)
  }

  /** The popup at the toolbar's button, once it is open. */
  async popup(): Promise<Popup> {
    const popup = new Popup(this.inside)
    await until('the popup of the toolbar', async () => (await popup.size()).height > 50)
    return popup
  }

  /** Whether there is one now. */
  async hasPopup(): Promise<boolean> {
    return (await new Popup(this.inside).size()).height > 50
  }

  /** How many tabs show a page of the extension. */
  ownTabs(): Promise<number> {
    return this.inside.run((own) => {
      const { tabs } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser
      return tabs.filter(({ linkedBrowser }) => linkedBrowser.currentURI.spec.includes(own)).length
    }, this.host)
  }

  /** Presses a key together with Alt and Shift, in the browser's window. */
  pressShortcut(letter: string): Promise<void> {
    return this.inside.run((key) => {
      const window = Services.wm.getMostRecentWindow('navigator:browser')
      const input = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
      input.beginInputTransactionForTests(window)
      const keys = [
        { key: 'Alt', code: 'AltLeft', keyCode: 18 },
        { key: 'Shift', code: 'ShiftLeft', keyCode: 16 },
        { key, code: `Key${key}`, keyCode: key.charCodeAt(0) },
      ].map((init) => new window.KeyboardEvent('', init))
      for (const event of keys) input.keydown(event)
      for (const event of keys.reverse()) input.keyup(event)
    }, letter)
  }

  /** Types into the address bar, says what it proposes at first, and presses Enter. */
  enterInAddressBar(text: string): Promise<string> {
    return this.inside.run(async (typed) => {
      const window = Services.wm.getMostRecentWindow('navigator:browser')
      const bar = window.gURLBar
      bar.focus()
      let said = ''
      // The extension's words come a moment later, and show with the next letter.
      for (let letters = 0; letters < 40 && !said.includes('my cloud'); letters++) {
        bar.search(typed)
        await bar.lastQueryContextPromise
        said = (bar.view.selectedResult ?? bar.view.getResultAtIndex(0)).payload.title ?? ''
        await new Promise((resolve) => window.setTimeout(resolve, 50))
      }
      bar.handleCommand(new window.KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }))
      return said
    }, text)
  }
}

/** Names of the browser's own code. */
interface Extension {
  extension: { terminateBackground(options: object): Promise<void> }
}
interface AddressBar {
  focus(): void
  search(text: string): void
  lastQueryContextPromise: Promise<unknown>
  view: { selectedResult: Proposal | null; getResultAtIndex(index: number): Proposal }
  handleCommand(event: object): void
}
interface Proposal {
  payload: { title?: string }
}
interface ChromeWindow {
  document: { querySelector(selector: string): HTMLElement | null }
  PopupNotifications: { panel: { state: string; firstElementChild: Prompt | null } }
  KeyboardEvent: typeof KeyboardEvent
  MouseEvent: typeof MouseEvent
  setTimeout: typeof setTimeout
  close(): void
  gURLBar: AddressBar
  gBrowser: { tabs: { linkedBrowser: { currentURI: { spec: string } } }[] }
}
interface Prompt {
  textContent: string
  button: { click(): void }
  secondaryButton: { click(): void }
}
interface KeyInput {
  beginInputTransactionForTests(window: ChromeWindow): void
  keydown(event: object): void
  keyup(event: object): void
}
declare const WebExtensionPolicy: { getByID(id: string): Extension }
declare const Cc: Record<'@mozilla.org/text-input-processor;1', { createInstance(kind: unknown): KeyInput }>
declare const Ci: { nsITextInputProcessor: unknown }
declare const Services: {
  cookies: { removeAll(): void }
  wm: { getMostRecentWindow(type: string): ChromeWindow; getEnumerator(type: string): Iterable<ChromeWindow> }
}
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: object): { triggerAction(window: ChromeWindow): Promise<void> } }
      }
    }
  }
}
