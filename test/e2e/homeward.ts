import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Locator, type Page, type Worker } from '@playwright/test'
import type { Messages } from '../../lib/build/messages.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { translatorOf } from '../components/translate.ts'
import { findChromium } from '../setup/chromium.ts'
import type { Cloud } from '../cloud-server/index.ts'

export const builtExtension = join(import.meta.dirname, '../../.output/chrome-mv3-e2e')

export interface LaunchOptions {
  headless?: boolean
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number } | null
  /** Folder of the unpacked extension; its id follows from it. */
  extension?: string
  /** The browser’s own language, by the name of our folder of texts. */
  language?: string
  /** As after an installation: the welcome page opens. Otherwise it has been seen. */
  firstRun?: boolean
  /** More flags of Chromium. */
  flags?: string[]
}

/** A real Chromium with the built extension, and how a person uses it. */
export class Homeward {
  readonly context: BrowserContext
  readonly id: string
  /** The texts a person reads in this browser. */
  readonly t: Translate

  private constructor(context: BrowserContext, id: string, t: Translate) {
    this.context = context
    this.id = id
    this.t = t
  }

  static async launch(options: LaunchOptions = {}): Promise<Homeward> {
    const { headless = true, colorScheme = 'light', viewport, extension = builtExtension, flags = [] } = options
    const { language = 'en', firstRun = false } = options
    const context = await chromium.launchPersistentContext('', {
      executablePath: findChromium(),
      headless: false,
      colorScheme,
      // Where Chromium for Linux takes its language from; elsewhere the flag tells it.
      env: { ...process.env, LANGUAGE: language },
      ...(viewport === undefined ? {} : { viewport }),
      args: [
        ...(headless ? ['--headless=new'] : []),
        '--no-sandbox',
        `--lang=${language.replace('_', '-')}`,
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        '--disable-features=DisableLoadExtensionCommandLineSwitch',
        ...flags,
      ],
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const homeward = new Homeward(context, new URL(worker.url()).host, textsOf(language))
    if (!firstRun) await homeward.skipWelcome(worker)
    await homeward.whenButtonRegistered(worker)
    return homeward
  }

  /** Homeward waits some seconds for an administrator's word before it welcomes anybody: time enough for this. */
  private async skipWelcome(worker: Worker): Promise<void> {
    await worker.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome
      await storage.local.set({ welcomed: { version: 1, value: true } })
    })
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
    const { t } = this
    const options = await this.openOptions()
    await options.getByRole('textbox', { name: t('connect_address') }).fill(cloud.base)
    if (cloud.product === 'owncloud-10') {
      await options.getByRole('button', { name: t('connect_submit'), exact: true }).click()
      await options.getByRole('textbox', { name: t('sign_in_user') }).fill(userName)
      await options.getByLabel(t('sign_in_password'), { exact: true }).fill(password)
    } else {
      await options.getByText(t('connect_app_password')).click()
      await options.getByRole('textbox', { name: t('sign_in_user') }).fill(userName)
      await options.getByLabel(t('sign_in_app_password'), { exact: true }).fill(password)
    }
    await options.getByRole('button', { name: t('sign_in_submit'), exact: true }).click()
    await options
      .getByRole('list', { name: t('accounts_title') })
      .getByRole('listitem')
      .first()
      .waitFor()
    await options.close()
  }

  async openShare(url: string): Promise<SharePageView> {
    const page = await this.context.newPage()
    await page.goto(url)
    return new SharePageView(page, this.t)
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

const textsOf = (language: string): Translate =>
  translatorOf(
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8'),
    ) as Messages,
  )

interface Storage {
  local: { set(items: object): Promise<void> }
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

  constructor(page: Page, t = textsOf('en')) {
    this.page = page
    this.add = page.getByRole('button', { name: t('page_add') })
    this.open = page.getByRole('link', { name: t('page_open') })
    this.password = page.getByLabel(t('page_password'))
    this.status = page.getByRole('status')
  }

  /** Clicks as a person does: the button ignores what comes in the first moment after it appeared. */
  async clickAdd(): Promise<void> {
    await this.add.waitFor()
    await this.page.waitForTimeout(400)
    await this.add.click()
  }
}
