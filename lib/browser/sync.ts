import browser from 'webextension-polyfill'
import type { Settings } from '../domain/settings.ts'

const key = 'settings'

/** The settings in the browser's own sync, unchecked; nothing where there is no sync. */
export async function readSynced(): Promise<unknown> {
  const stored = await browser.storage.sync.get(key).catch((): Record<string, unknown> => ({}))
  return stored[key]
}

/** A sync that is full or switched off is no reason to fail: the settings are stored here all the same. */
export const writeSynced = (settings: Partial<Settings>): Promise<void> =>
  browser.storage.sync.set({ [key]: settings }).catch(() => undefined)

/** Tells when settings arrive from another browser. */
export function watchSynced(listener: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && key in changes) listener()
  })
}
