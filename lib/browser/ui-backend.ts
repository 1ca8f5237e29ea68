/** The door of popup and options to the browser and the background. */
import browser from 'webextension-polyfill'
import { onceMore } from '../app/single-flight.ts'
import { viewOf, type Stored } from '../app/view.ts'
import type { Backend, Message, View } from '../protocol.ts'
import { viewItems } from './items.ts'
import { allSites, originPattern, requestOrigins } from './permissions.ts'
import { readManagedSoFar, watchManaged } from './policy.ts'
import { openShares } from './shares-page.ts'
import { readItem, type ItemOptions } from './item.ts'

export { translate } from './page-backend.ts'

export function createBackend(): Backend {
  return {
    call: (call, request) => browser.runtime.sendMessage({ call, request } satisfies Message) as Promise<never>,
    watchView,
    requestOrigins: (bases) => requestOrigins([...new Set(bases.map(originPattern))]),
    requestAllSites: () => requestOrigins([allSites]),
    hasAllSites: () => browser.permissions.contains({ origins: [allSites] }),
    openOptions: (signInAgain) =>
      void (signInAgain === undefined
        ? browser.runtime.openOptionsPage()
        : browser.tabs.create({ url: browser.runtime.getURL(`/options.html#sign-in-again=${signInAgain}`) })),
    activeTab,
    openHelp: (code) => void browser.tabs.create({ url: browser.runtime.getURL(`/help.html#${code}`) }),
    openTab: (url) => void browser.tabs.create({ url }),
    openShares: (create) => void openShares(create),
  }
}

/** Nobody but the popup is beside a page: in a tab of its own it would find itself. */
async function activeTab(): Promise<{ id: number; url: string } | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id !== undefined && tab.url?.startsWith('http') ? { id: tab.id, url: tab.url } : null
}

/** Reads what is stored without waking the background, so that the first paint waits for nobody. */
function watchView(listener: (view: View) => void): () => void {
  // While the background works off thousands of answers, changes come faster than they can be shown.
  const paint = onceMore(async () => listener(await readView()))
  const onChanged = (changes: object) => {
    if (viewItems.some(({ key }) => key in changes)) void paint()
  }
  browser.storage.local.onChanged.addListener(onChanged)
  const stopWatchingManaged = watchManaged(() => void paint())
  void paint()
  return () => {
    browser.storage.local.onChanged.removeListener(onChanged)
    stopWatchingManaged()
  }
}

async function readView(): Promise<View> {
  const keys = viewItems.map(({ key }) => key)
  const [stored, managed] = await Promise.all([browser.storage.local.get(keys), readManagedSoFar()])
  const read = (item: ItemOptions<unknown>) => [item.key, readItem(stored[item.key], item).value] as const
  const values = Object.fromEntries(viewItems.map((item) => read(item as ItemOptions<unknown>)))
  return viewOf(values as unknown as Stored, managed)
}
