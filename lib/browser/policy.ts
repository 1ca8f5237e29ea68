import browser from 'webextension-polyfill'

/**
 * What an administrator has set, unchecked. Firefox rejects where nobody has, and both browsers may hand
 * the values out only some time after the start: `watchManaged` tells of that.
 */
export async function readManaged(): Promise<unknown> {
  return browser.storage.managed.get().catch(() => ({}))
}

/** Tells when an administrator's settings arrive or change. Returns how to stop. */
export function watchManaged(listener: () => void): () => void {
  const onChanged = (_changes: object, area: string): void => {
    if (area === 'managed') listener()
  }
  browser.storage.onChanged.addListener(onChanged)
  return () => browser.storage.onChanged.removeListener(onChanged)
}
