import type { Inside } from './inside.ts'
import { until } from './view.ts'

/**
 * The popup that hangs from the toolbar. WebDriver BiDi does not see it (it is in no tab), so the browser's own messages
 * to its documents are used.
 */
export class Popup {
  private readonly inside: Inside

  constructor(inside: Inside) {
    this.inside = inside
  }

  /** Where it is, and how large in CSS pixels; without one, nowhere and nothing. */
  size(): Promise<{ address: string; width: number; height: number }> {
    return this.inside.run(() => {
      const window = Services.wm.getMostRecentWindow('navigator:browser')
      const popup = window.document.querySelector('.webextension-popup-browser')
      if (!popup) return { address: '', width: 0, height: 0 }
      const { width, height } = popup.getBoundingClientRect()
      return { address: popup.currentURI.spec, width, height }
    })
  }

  /** Waits until it says this. */
  async reads(words: string): Promise<void> {
    await until(`"${words}" in the popup`, async () => (await this.ask(text)).includes(words))
  }

  async click(name: string): Promise<void> {
    await until(`a button "${name}" in the popup`, async () => (await this.ask(press, name)) === 'pressed')
  }

  /** Runs a function in the popup's document. */
  private ask(task: (content: Window, words: string) => string, words = ''): Promise<string> {
    return this.inside.run(
      (source, given) =>
        new Promise<string>((resolve) => {
          const window = Services.wm.getMostRecentWindow('navigator:browser')
          const popup = window.document.querySelector('.webextension-popup-browser')
          if (!popup) return resolve('')
          const { messageManager } = popup
          const name = `answer-${Math.random()}`
          messageManager.addMessageListener(name, ({ data }) => resolve(data))
          const script = `sendAsyncMessage("${name}", (${source})(content, ${JSON.stringify(given)}))`
          messageManager.loadFrameScript(`data:,${encodeURIComponent(script)}`, false)
        }),
      String(task),
      words,
    )
  }
}

function text(content: Window): string {
  return content.document.body?.innerText ?? ''
}

function press(content: Window, name: string): string {
  const buttons = [...content.document.querySelectorAll('button')]
  const button = buttons.find(({ textContent }) => textContent === name)
  button?.click()
  return button ? 'pressed' : ''
}

/** Names of the browser's own code. */
interface PopupBrowser extends Element {
  currentURI: { spec: string }
  messageManager: {
    addMessageListener(name: string, listener: (message: { data: string }) => void): void
    loadFrameScript(url: string, later: boolean): void
  }
}
declare const Services: {
  wm: { getMostRecentWindow(type: string): { document: { querySelector(selector: string): PopupBrowser | null } } }
}
