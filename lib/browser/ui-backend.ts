/** The door of popup and options to the browser and the background. */
import browser from 'webextension-polyfill'
import { viewOf, type Stored } from '../app/view.ts'
import type { Backend, Message, View } from '../protocol.ts'
import { viewItems } from './items.ts'
import { allSites, originPattern, requestOrigins } from './permissions.ts'
import { readItem, type ItemOptions } from './store.ts'

export { translate } from './page-backend.ts'

export function createBackend(): Backend {
  return {
    call: (call, request) => browser.runtime.sendMessage({ call, request } satisfies Message) as Promise<never>,
    watchView,
    requestOrigins: (bases) => requestOrigins([...new Set(bases.map(originPattern))]),
    requestAllSites: () => requestOrigins([allSites]),
    hasAllSites: () => browser.permissions.contains({ origins: [allSites] }),
    openOptions: () => void browser.runtime.openOptionsPage(),
    openTab: (url) => void browser.tabs.create({ url }),
  }
}

/** Reads what is stored without waking the background, so that the first paint waits for nobody. */
function watchView(listener: (view: View) => void): () => void {
  const paint = async () => listener(await readView())
  const onChanged = (changes: object) => {
    if (viewItems.some(({ key }) => key in changes)) void paint()
  }
  browser.storage.local.onChanged.addListener(onChanged)
  void paint()
  return () => browser.storage.local.onChanged.removeListener(onChanged)
}

async function readView(): Promise<View> {
  const stored = await browser.storage.local.get(viewItems.map(({ key }) => key))
  const read = (item: ItemOptions<unknown>) => [item.key, readItem(stored[item.key], item)] as const
  return viewOf(Object.fromEntries(viewItems.map((item) => read(item as ItemOptions<unknown>))) as unknown as Stored)
}
