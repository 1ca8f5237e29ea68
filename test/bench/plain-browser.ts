import { chromium, type BrowserContext } from '@playwright/test'
import { findChromium } from '../setup/chromium.ts'

/** The same Chromium, started the same way, without the extension. */
export const launchPlain = (): Promise<BrowserContext> =>
  chromium.launchPersistentContext('', {
    executablePath: findChromium(),
    headless: false,
    args: ['--headless=new', '--no-sandbox'],
  })
