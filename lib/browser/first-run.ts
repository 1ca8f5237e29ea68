import browser from 'webextension-polyfill'
import type { Ports } from '../app/ports.ts'

export const firstRun: Ports['firstRun'] = {
  async isByAdmin() {
    // Of this API, to ask about oneself needs no permission.
    const self = await browser.management?.getSelf().catch(() => undefined)
    return self?.installType === 'admin'
  },
  async open() {
    await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
  },
}
