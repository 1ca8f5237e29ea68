import browser from 'webextension-polyfill'

/** Opens the page of outgoing shares in a tab; `create`: at the choice of what to share. */
export async function openShares(create = false): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(create ? 'shares.html#create' : 'shares.html') })
}
