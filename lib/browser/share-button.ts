import browser from 'webextension-polyfill'
import { grantedOrigins } from './permissions.ts'

/** File of the content script, as WXT builds `entrypoints/share-page.content`. */
const file = 'content-scripts/share-page.js'
const id = 'share-page'

/**
 * Where a granted origin can have share pages: only addresses whose path looks like a public link's.
 * @param origin a match pattern such as `https://cloud.example.org/*`
 */
export function sharePagesOf(origin: string): string[] {
  const site = origin.replace(/\/\*$/, '')
  return [
    `${site}/s/*`,
    `${site}/*/s/*`,
    // Where oCIS takes its visitors, whom a reload brings back there.
    `${site}/*link/public/*`,
    // The links of ownCloud 7. A pattern's path goes on into the query; its question mark stands for itself.
    `${site}/*public.php?*service=files*`,
  ]
}

/** Other apps' pages whose path holds `/s/`, e.g. Forms. */
const otherApps = ['*://*/apps/*', '*://*/*/apps/*']

/**
 * Has the browser show the button on share pages wherever that is allowed now, and nowhere else.
 * @param wanted false: nowhere at all
 */
export function registerShareButton(wanted: boolean): Promise<void> {
  registering = registering.then(() => register(wanted)).catch(() => undefined)
  return registering
}

/** One after the other: two at once would both register the same id. */
let registering = Promise.resolve()

async function register(wanted: boolean): Promise<void> {
  const matches = wanted ? (await grantedOrigins()).flatMap(sharePagesOf) : []
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] })
  if (registered && sameSet(registered.matches ?? [], matches)) return
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] })
  if (matches.length === 0) return
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches, excludeMatches: otherApps, runAt: 'document_end', persistAcrossSessions: true },
  ])
}

/** Puts the button on the share pages that were open before the permission came. */
export async function addToOpenPages(origins: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: origins.flatMap(sharePagesOf) })
  const injected = tabs.map((tab) => tab.id !== undefined && inject(tab.id))
  await Promise.allSettled(injected)
}

const inject = (tabId: number) => browser.scripting.executeScript({ target: { tabId }, files: [`/${file}`] })

const sameSet = (a: string[], b: string[]): boolean => a.length === b.length && a.every((entry) => b.includes(entry))
