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
  /** Folder of the user's data, for a browser that is started again; a fresh one when absent. */
  profile?: string
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
    const { language = 'en', firstRun = false, profile = '' } = options
    const context = await chromium.launchPersistentContext(profile, {
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
    if (!firstRun) await skipWelcome(worker)
    await whenButtonRegistered(worker)
    return homeward
  }

  async openPopup(): Promise<Page> {
    return this.openOwn('popup.html', { width: 380, height: 600 })
  }

  async openOptions(): Promise<Page> {
    return this.openOwn('options.html')
  }

  /** The page of outgoing shares; `create`: at the choice of what to share. */
  async openShares(create = false): Promise<Page> {
    return this.openOwn(create ? 'shares.html#create' : 'shares.html', { width: 1000, height: 800 })
  }

  private async openOwn(file: string, size = { width: 900, height: 800 }): Promise<Page> {
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
    await this.stopWorkers(page)
    await page.close()
  }

  private async stopWorkers(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page)
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await session.detach()
  }

  /**
   * As after an installation, in the browser that runs already: no page is open, nothing is stored, and a new worker has
   * started. A test that changes the browser itself (its language, policies, permissions) wants one of its own instead.
   */
  async renew(): Promise<void> {
    const { context } = this
    const leftOpen = context.pages()
    const page = await this.openOwn('manifest.json')
    await Promise.all(leftOpen.map((one) => one.close()))
    await context.clearCookies()
    await page.evaluate(forgetWaiting)
    await this.stopWorkers(page)
    await page.evaluate(forgetStored)
    // Clearing has woken another one; what it began with may have been half cleared.
    await this.stopWorkers(page)
    await skipWelcome(page)
    await whenButtonRegistered(page)
    await page.goto('about:blank')
  }

  close(): Promise<void> {
    return this.context.close()
  }
}

/** Homeward waits some seconds for an administrator's word before it welcomes anybody: time enough for this. */
function skipWelcome(inside: Worker | Page): Promise<void> {
  return (inside as Worker).evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: Installed }).chrome
    await storage.local.set({ welcomed: { version: 1, value: true } })
  })
}

/** The background registers the share-page script right after it starts; a person is slower than that. */
function whenButtonRegistered(inside: Worker | Page): Promise<void> {
  return (inside as Worker).evaluate(async () => {
    const { scripting } = (globalThis as unknown as { chrome: Installed }).chrome
    while ((await scripting.getRegisteredContentScripts()).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
}

/** What would wake a worker; runs in a page of the extension. */
async function forgetWaiting(): Promise<void> {
  const { alarms, notifications, action } = (globalThis as unknown as { chrome: Installed }).chrome
  const shown = Object.keys(await notifications.getAll())
  await Promise.all([
    alarms.clearAll(),
    action.setBadgeText({ text: '' }),
    ...shown.map((id) => notifications.clear(id)),
  ])
}

/** Runs in a page of the extension. */
async function forgetStored(): Promise<void> {
  const { alarms, storage } = (globalThis as unknown as { chrome: Installed }).chrome
  await Promise.all([alarms.clearAll(), storage.local.clear(), storage.session.clear(), storage.sync.clear()])
}

const textsOf = (language: string): Translate =>
  translatorOf(
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8'),
    ) as Messages,
  )

interface Installed {
  storage: Record<'local' | 'session' | 'sync', { clear(): Promise<void>; set(items: object): Promise<void> }>
  alarms: { clearAll(): Promise<boolean> }
  notifications: { getAll(): Promise<Record<string, boolean>>; clear(id: string): Promise<boolean> }
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> }
  action: { setBadgeText(badge: { text: string }): Promise<void> }
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
