import { join } from 'node:path'
import { chromium, type BrowserContext, type Locator, type Page, type Worker } from '@playwright/test'
import { findChromium } from '../setup/chromium.ts'
import type { Cloud } from '../cloud-server/index.ts'

export const builtExtension = join(import.meta.dirname, '../../.output/chrome-mv3-e2e')

export interface LaunchOptions {
  headless?: boolean
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number } | null
  /** Folder of the unpacked extension; its id follows from it. */
  extension?: string
  /** More flags of Chromium. */
  flags?: string[]
}

/** A real Chromium with the built extension, and how a person uses it. */
export class Homeward {
  readonly context: BrowserContext
  readonly id: string

  private constructor(context: BrowserContext, id: string) {
    this.context = context
    this.id = id
  }

  static async launch(options: LaunchOptions = {}): Promise<Homeward> {
    const { headless = true, colorScheme = 'light', viewport, extension = builtExtension, flags = [] } = options
    const context = await chromium.launchPersistentContext('', {
      executablePath: findChromium(),
      headless: false,
      colorScheme,
      ...(viewport === undefined ? {} : { viewport }),
      args: [
        ...(headless ? ['--headless=new'] : []),
        '--no-sandbox',
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        '--disable-features=DisableLoadExtensionCommandLineSwitch',
        ...flags,
      ],
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const homeward = new Homeward(context, new URL(worker.url()).host)
    await homeward.whenButtonRegistered(worker)
    return homeward
  }

  /** The background registers the share-page script right after it starts; a person is slower than that. */
  private async whenButtonRegistered(worker: Worker): Promise<void> {
    await worker.evaluate(async () => {
      const { scripting } = (globalThis as unknown as { chrome: { scripting: Scripting } }).chrome
      while ((await scripting.getRegisteredContentScripts()).length === 0) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })
  }

  async openPopup(): Promise<Page> {
    return this.openOwn('popup.html', { width: 380, height: 600 })
  }

  async openOptions(): Promise<Page> {
    return this.openOwn('options.html', { width: 900, height: 800 })
  }

  /** The page of outgoing shares; `create`: at the choice of what to share. */
  async openShares(create = false): Promise<Page> {
    return this.openOwn(create ? 'shares.html#create' : 'shares.html', { width: 1000, height: 800 })
  }

  private async openOwn(file: string, size: { width: number; height: number }): Promise<Page> {
    const page = await this.context.newPage()
    await page.setViewportSize(size)
    await page.goto(`chrome-extension://${this.id}/${file}`)
    return page
  }

  /** Connects an account by typing an app password (on ownCloud the login password), the way without a second tab. */
  async connect(cloud: Cloud, userName = 'alice', password = 'alice-password'): Promise<void> {
    const options = await this.openOptions()
    await options.getByRole('textbox', { name: 'Server address' }).fill(cloud.base)
    if (cloud.product === 'owncloud-10') {
      await options.getByRole('button', { name: 'Connect' }).click()
      await options.getByRole('textbox', { name: 'User name' }).fill(userName)
      await options.getByLabel('Password', { exact: true }).fill(password)
    } else {
      await options.getByText('Use an app password instead').click()
      await options.getByRole('textbox', { name: 'User name' }).fill(userName)
      await options.getByLabel('App password').fill(password)
    }
    await options.getByRole('button', { name: 'Sign in' }).click()
    await options.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first().waitFor()
    await options.close()
  }

  async openShare(url: string): Promise<SharePageView> {
    const page = await this.context.newPage()
    await page.goto(url)
    return new SharePageView(page)
  }

  /** Ends the background worker, as the browser does at will. The next event starts a new one. */
  async killWorker(): Promise<void> {
    const page = await this.context.newPage()
    await page.goto(`chrome-extension://${this.id}/manifest.json`)
    const session = await this.context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await page.close()
  }

  close(): Promise<void> {
    return this.context.close()
  }
}

interface Scripting {
  getRegisteredContentScripts(): Promise<unknown[]>
}

/** A share page with Homeward's card on it. */
export class SharePageView {
  readonly page: Page
  readonly add: Locator
  readonly open: Locator
  readonly password: Locator
  readonly status: Locator

  constructor(page: Page) {
    this.page = page
    this.add = page.getByRole('button', { name: 'Add to my cloud' })
    this.open = page.getByRole('link', { name: 'Open in my cloud' })
    this.password = page.getByLabel('Share password')
    this.status = page.getByRole('status')
  }

  /** Clicks as a person does: the button ignores what comes in the first moment after it appeared. */
  async clickAdd(): Promise<void> {
    await this.add.waitFor()
    await this.page.waitForTimeout(400)
    await this.add.click()
  }
}
