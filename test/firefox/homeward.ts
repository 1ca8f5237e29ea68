import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import type { Cloud } from '../cloud-server/index.ts'
import { findFirefox } from '../setup/firefox.ts'
import { root } from '../setup/install.mjs'
import { View, until } from './view.ts'

const id = 'homeward@homeward-extension.org'
/** Firefox gives each extension a random host name; this one is chosen, so that its pages can be named. */
const host = '5d3f9a52-7c1e-4b86-9a40-1f2e3d4c5b6a'

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Firefox draws notifications itself: there may be no desktop to do it.
  'alerts.useSystemBackend': false,
}

interface Connection {
  send(method: string, parameters: object): Promise<{ result: never }>
}

type Evaluated = { type: 'success'; result: { value?: string } } | { type: 'exception'; exceptionDetails: unknown }

/** A real Firefox with the built extension, and how a person uses it. */
export class Homeward {
  private readonly browser: Browser

  private constructor(browser: Browser) {
    this.browser = browser
  }

  static async launch(): Promise<Homeward> {
    const found = findFirefox()
    if ('missing' in found) throw new Error(found.missing)
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: found.path,
      headless: true,
      // Since version 153 an extension's own pages can be visited with this only.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: preferences,
      defaultViewport: { width: 1000, height: 800 },
    })
    return new Homeward(browser)
  }

  /**
   * Installs what was built, with nothing left of the time before.
   * @param build `e2e` has the clouds' hosts granted, `production` is what is shipped
   */
  async install(build: 'production' | 'e2e'): Promise<void> {
    await this.browser.uninstallExtension(id).catch(() => undefined)
    for (const page of (await this.browser.pages()).slice(1)) await page.close()
    await this.privileged(() => Services.cookies.removeAll())
    await this.browser.installExtension(join(root, '.output', build === 'e2e' ? 'firefox-mv3-e2e' : 'firefox-mv3'))
  }

  async open(url: string): Promise<View> {
    const page = await this.browser.newPage()
    await page.goto(url)
    return new View(page)
  }

  /** One of the extension's own pages. */
  async openOwn(file: string): Promise<View> {
    const page = await this.browser.newPage()
    // It changes the process, and the protocol loses sight of the navigation's end.
    void page.goto(`moz-extension://${host}/${file}`).catch(() => undefined)
    await until(`${file} opens`, () =>
      page.evaluate((own) => location.host === own && document.readyState === 'complete', host),
    )
    return new View(page)
  }

  /** The tab that something opens, once its address holds this. */
  async tab(part: string): Promise<View> {
    return new View(await until(`a tab with ${part}`, async () => (await this.tabs(part))[0]))
  }

  async tabs(part: string): Promise<Page[]> {
    return (await this.browser.pages()).filter((page) => page.url().includes(part))
  }

  /** Connects an account by typing an app password, the way without a second tab. */
  async connect(cloud: Cloud, userName = 'alice', password = 'alice-password'): Promise<void> {
    const options = await this.openOwn('options.html')
    await options.type('textbox', 'Server address', cloud.base)
    await options.click('button', 'Use an app password instead')
    await options.type('textbox', 'User name', userName)
    await options.type('password', 'App password', password)
    await options.click('button', 'Sign in')
    await options.find('button', 'Sign out')
    await options.close()
  }

  /** Ends the background page, as the browser does when it is idle. The next event starts a new one. */
  stopBackground(): Promise<void> {
    return this.privileged(async (extension) => {
      await WebExtensionPolicy.getByID(extension).extension.terminateBackground({ ignoreDevToolsAttached: true })
    }, id)
  }

  /** Answers the browser's own question about a permission, and says how it was put. */
  answerPrompt(answer: 'Allow' | 'Deny'): Promise<string> {
    return until('the question of the browser', () =>
      this.privileged((wanted) => {
        const { panel } = PopupNotifications
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
      this.privileged(() => {
        const alert = Services.wm.getMostRecentWindow('alert:alert')
        const box = alert?.document.querySelector('#alertBox[animate]')
        return box?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      }),
    )
  }

  pressToolbarButton(): Promise<void> {
    return this.privileged(async (extension) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
      const action = ExtensionParent.apiManager.global.browserActionFor(WebExtensionPolicy.getByID(extension).extension)
      await action.triggerAction(Services.wm.getMostRecentWindow('navigator:browser'))
    }, id)
  }

  /** The popup at the toolbar's button, measured in CSS pixels, once it is open. */
  popup(): Promise<{ address: string; width: number; height: number }> {
    return until('the popup of the toolbar', () =>
      this.privileged(() => {
        const window = Services.wm.getMostRecentWindow('navigator:browser')
        const popup = window?.document.querySelector('.webextension-popup-browser')
        const box = popup?.getBoundingClientRect()
        if (!popup || !box || box.height < 50) return undefined
        return { address: popup.currentURI.spec, width: box.width, height: box.height }
      }),
    )
  }

  close(): Promise<void> {
    return this.browser.close()
  }

  /** Runs a function where the browser's own code runs. What it takes and returns goes as JSON. */
  private async privileged<A extends unknown[], R>(task: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    const { connection } = this.browser as unknown as { connection: Connection }
    const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const { result } = await connection.send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (${String(task)})(...${JSON.stringify(args)})))()`,
      awaitPromise: true,
      target: { context: (tree as { contexts: [{ context: string }] }).contexts[0].context },
    })
    const evaluated = result as Evaluated
    if (evaluated.type === 'exception') throw new Error(JSON.stringify(evaluated.exceptionDetails).slice(0, 500))
    return evaluated.result.value === undefined ? (undefined as never) : JSON.parse(evaluated.result.value)
  }
}

/** Names of the browser's own code. */
interface Extension {
  extension: { terminateBackground(options: object): Promise<void> }
}
interface ChromeWindow {
  document: { querySelector(selector: string): (HTMLElement & { currentURI: { spec: string } }) | null }
}
interface Prompt {
  textContent: string
  button: { click(): void }
  secondaryButton: { click(): void }
}
declare const WebExtensionPolicy: { getByID(id: string): Extension }
declare const PopupNotifications: { panel: { state: string; firstElementChild: Prompt | null } }
declare const Services: {
  cookies: { removeAll(): void }
  wm: { getMostRecentWindow(type: string): ChromeWindow | null }
}
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: {
        global: { browserActionFor(extension: object): { triggerAction(window: ChromeWindow | null): Promise<void> } }
      }
    }
  }
}
