import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** What the background heard of, and which tabs it opened. */
const { world, listeners, tabs } = vi.hoisted(() => ({
  world: {} as Record<string, unknown>,
  listeners: new Set<string>(),
  tabs: [] as string[],
}))

vi.mock('webextension-polyfill', () => ({ default: world }))

const nothing = async (): Promise<void> => undefined
const event = (name: string) => ({
  addListener: () => listeners.add(name),
  removeListener: () => listeners.delete(name),
})
const area = () => ({ get: async () => ({}), set: nothing, remove: nothing, onChanged: event('storage.area') })

/** What both have of the browser's API; without menus, commands, omnibox, windows, and a popup that can be opened. */
const both = {
  runtime: {
    id: 'homeward@example.org',
    getURL: (path: string) => `moz-extension://homeward/${path.replace(/^\//, '')}`,
    getManifest: () => ({ version: '1.0.0' }),
    onMessage: event('runtime.onMessage'),
    onStartup: event('runtime.onStartup'),
    onInstalled: event('runtime.onInstalled'),
    openOptionsPage: nothing,
  },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  alarms: { onAlarm: event('alarms.onAlarm'), get: nothing, create: nothing, clear: nothing },
  permissions: {
    onAdded: event('permissions.onAdded'),
    onRemoved: event('permissions.onRemoved'),
    getAll: async () => ({ origins: [] }),
    contains: async () => false,
  },
  scripting: { getRegisteredContentScripts: async () => [], unregisterContentScripts: nothing },
  action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setTitle: nothing },
  tabs: { create: async ({ url }: { url: string }) => void tabs.push(url), query: async () => [] },
}
const storage = { local: area(), session: area(), sync: area(), onChanged: event('storage.onChanged') }

/**
 * Firefox for Android rejects what is asked of policies and has no buttons on notifications (extensionworkshop.com,
 * "Differences between desktop and Android extensions"); Safari has neither policies nor notifications (MDN's tables).
 */
const browsers = {
  'Firefox for Android': {
    ...both,
    storage: { ...storage, managed: { get: () => Promise.reject(new Error('not supported')) } },
    notifications: { onClicked: event('notifications.onClicked'), getAll: async () => ({}), create: nothing },
  },
  Safari: { ...both, storage },
}

describe.each(Object.entries(browsers))('%s', (name, browser) => {
  const errors: unknown[] = []
  const note = (error: unknown): number => errors.push(error)

  beforeEach(() => {
    vi.resetModules()
    for (const key of Object.keys(world)) delete world[key]
    Object.assign(world, browser)
    vi.stubGlobal('browser', browser)
    listeners.clear()
    tabs.length = 0
    errors.length = 0
    process.on('unhandledRejection', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note)
    vi.unstubAllGlobals()
  })

  it('starts the background, which hears what there is', async () => {
    const { startBackground } = await import('../../lib/browser/listeners.ts')
    startBackground()
    const wanted = ['runtime.onMessage', 'runtime.onStartup', 'alarms.onAlarm', 'permissions.onAdded']
    const heard = [...wanted, ...(name === 'Safari' ? [] : ['notifications.onClicked'])]
    expect([...listeners]).toEqual(expect.arrayContaining(heard))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(errors).toEqual([])
  })

  it('notifies as far as it can', async () => {
    const { clearNotification, showNotification, shownNotifications } =
      await import('../../lib/browser/notifications.ts')
    await showNotification({ id: 'a', title: 'A share', message: 'from bob', buttons: ['Accept'] })
    expect(await shownNotifications()).toEqual([])
    if (name === 'Safari') await clearNotification('a')
  })

  it('opens the inbox in a tab, and promises no menu, keyword or shortcut', async () => {
    const { openInbox } = await import('../../lib/browser/notifications.ts')
    await openInbox()
    expect(tabs).toEqual(['moz-extension://homeward/popup.html'])
    const { hasMenus } = await import('../../lib/browser/context-menu.ts')
    expect(hasMenus()).toBe(false)
    const { installation } = await import('../../lib/browser/installation.ts')
    expect(installation()).toMatchObject({ hasMenus: false, hasOmnibox: false, hasShortcuts: false })
    expect(await installation().shortcuts()).toEqual([])
    expect(await installation().isPinned()).toBeUndefined()
  })
})
