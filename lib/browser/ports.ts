import browser from 'webextension-polyfill'
import type { Ports } from '../app/ports.ts'
import { showBadge } from './badge.ts'
import { firstRun } from './first-run.ts'
import { homeTab } from './home-tab.ts'
import { clearNotification, openInbox, showNotification, shownNotifications } from './notifications.ts'
import { translate } from './page-backend.ts'
import { pageTab } from './page-tab.ts'
import { mayCall } from './permissions.ts'
import { readManaged, readManagedSoFar } from './policy.ts'
import { awakeFetch } from './stay-awake.ts'
import { createStores } from './stores.ts'
import { readSynced, writeSynced } from './sync.ts'

/** The use cases' ports, made of the real browser. */
export function browserPorts(): Ports {
  return {
    fetch: awakeFetch((input, init) => fetch(input, init)),
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ...createStores(browser.storage.local),
    alarms: {
      set: async (name, at) => browser.alarms.create(name, { when: at }),
      clear: async (name) => void (await browser.alarms.clear(name)),
      has: async (name) => (await browser.alarms.get(name)) !== undefined,
    },
    tabs: {
      open: async (url) => (await browser.tabs.create({ url })).id,
      close: (id) => browser.tabs.remove(id).catch(() => undefined),
      openOptions: () => browser.runtime.openOptionsPage(),
    },
    firstRun,
    homeTab,
    pageTab,
    mayCall,
    sync: { read: readSynced, write: writeSynced },
    managed: readManaged,
    managedSoFar: readManagedSoFar,
    notifications: { show: showNotification, clear: clearNotification, shown: shownNotifications },
    t: translate,
    openInbox,
    about: { version: browser.runtime.getManifest().version, browser: navigator.userAgent },
    badge: { show: showBadge },
  }
}
