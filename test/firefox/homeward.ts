import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import type { Cloud } from '../cloud-server/index.ts'
import { findFirefox } from '../setup/firefox.ts'
import { root } from '../setup/install.mjs'
import { doorPreferences, freePort, Inside } from './inside.ts'
import { View, until } from './view.ts'
import { BrowserWindow } from './window.ts'

const id = 'homeward@homeward-extension.org'
/** Firefox gives each extension a random host name; this one is chosen, so that its pages can be named. */
const host = '5d3f9a52-7c1e-4b86-9a40-1f2e3d4c5b6a'

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
  'extensions.webextensions.keepUuidOnUninstall': true,
  // Firefox draws notifications itself: there may be no desktop to do it.
  'alerts.useSystemBackend': false,
}

/** A real Firefox with the built extension, and how a person uses it. */
export class Homeward {
  readonly window: BrowserWindow
  private readonly browser: Browser

  private constructor(browser: Browser, window: BrowserWindow) {
    this.browser = browser
    this.window = window
  }

  static async launch(): Promise<Homeward> {
    const found = findFirefox()
    if ('missing' in found) throw new Error(found.missing)
    const port = await freePort()
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: found.path,
      headless: true,
      // The first one is wanted since version 153 to visit an extension's own pages.
      args: ['--remote-allow-system-access', '--start-debugger-server', String(port)],
      extraPrefsFirefox: { ...preferences, ...doorPreferences },
      defaultViewport: { width: 1000, height: 800 },
    })
    return new Homeward(browser, new BrowserWindow(await Inside.open(port), id, host))
  }

  /**
   * Installs what was built, with nothing left of the time before.
   * @param build `e2e` has the clouds' hosts granted, `production` is what is shipped
   */
  async install(build: 'production' | 'e2e'): Promise<void> {
    await this.browser.uninstallExtension(id).catch(() => undefined)
    for (const page of (await this.browser.pages()).slice(1)) await page.close()
    await this.window.clear()
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

  close(): Promise<void> {
    return this.browser.close()
  }
}
