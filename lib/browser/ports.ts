import browser from 'webextension-polyfill'
import type { Ports, Stores } from '../app/ports.ts'
import { showBadge } from './badge.ts'
import { items } from './items.ts'
import { mayCall } from './permissions.ts'
import { createStore } from './store.ts'

/** The use cases' ports, made of the real browser. */
export function browserPorts(): Ports {
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    stores: browserStores(),
    alarms: {
      set: async (name, at) => browser.alarms.create(name, { when: at }),
      clear: async (name) => void (await browser.alarms.clear(name)),
    },
    tabs: {
      open: async (url) => (await browser.tabs.create({ url })).id,
      close: (id) => browser.tabs.remove(id).catch(() => undefined),
      openOptions: () => browser.runtime.openOptionsPage(),
    },
    mayCall,
    badge: { show: showBadge },
  }
}

function browserStores(): Stores {
  const { local } = browser.storage
  return {
    accounts: createStore(local, items.accounts),
    secrets: createStore(local, items.secrets),
    inbox: createStore(local, items.inbox),
    jobs: createStore(local, items.jobs),
    login: createStore(local, items.login),
    pollTokens: createStore(local, items.pollTokens),
    defaultAccount: createStore(local, items.defaultAccount),
  }
}
