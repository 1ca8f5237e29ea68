import browser, { type Scripting } from 'webextension-polyfill'
import type { PageTab } from '../app/page-tab.ts'
import { readShareAddress } from '../domain/share-address.ts'
import type { SharePage } from '../domain/share-page.ts'
import { originOf, postFromPage } from './in-page-tab.ts'

/** The recogniser, as WXT builds `entrypoints/read-page.ts`. */
const recogniser = '/read-page.js'

/** A server that asks another one takes up to half a minute, in milliseconds. */
const patience = 60_000

/** The tab behind the popup, which the user's click on the toolbar opened to us. */
export const pageTab: PageTab = {
  async read(tabId) {
    const { url: address = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '' }))
    if (!readShareAddress(address)) return null
    try {
      const page = (await inject({
        target: { tabId },
        files: [recogniser],
        injectImmediately: true,
      })) as SharePage | null
      return { address, page: page ?? null }
    } catch {
      return null
    }
  },
  async post(tabId, url, form) {
    const place = await inject({ target: { tabId }, func: originOf }).catch(() => undefined)
    if (place !== new URL(url).origin) return null
    const post = { target: { tabId }, func: postFromPage, args: [url, form, patience] }
    // The tab may be closed, or go elsewhere, while the server is asked.
    const answer = await inject(post as Scripting.ScriptInjection).catch(() => undefined)
    return (answer as { status: number; body: string } | undefined) ?? { status: 0, body: '' }
  },
}

async function inject(injection: Scripting.ScriptInjection): Promise<unknown> {
  const [frame] = await browser.scripting.executeScript(injection)
  return frame?.result
}
