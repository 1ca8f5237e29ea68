import { beforeEach, describe, expect, it, vi } from 'vitest'

/**
 * Firefox for Android, by what it has not: menus, commands, omnibox, windows, buttons on notifications, policies
 * (extensionworkshop.com, "Differences between desktop and Android extensions").
 */
const { android, listeners, tabs } = vi.hoisted(() => {
  const listeners = new Map<string, unknown>()
  const tabs: string[] = []
  const event = (name: string) => ({
    addListener: (listener: unknown) => listeners.set(name, listener),
    removeListener: () => listeners.delete(name),
  })
  const nothing = async (): Promise<void> => undefined
  const area = () => ({ get: async () => ({}), set: nothing, remove: nothing, onChanged: event('storage.area') })
  const android = {
    runtime: {
      id: 'homeward@example.org',
      getURL: (path: string) => `moz-extension://homeward/${path.replace(/^\//, '')}`,
      getManifest: () => ({ version: '1.0.0' }),
      onMessage: event('runtime.onMessage'),
      onStartup: event('runtime.onStartup'),
      onInstalled: event('runtime.onInstalled'),
      openOptionsPage: nothing,
    },
    i18n: { getMessage: (key: string) => key },
    alarms: { onAlarm: event('alarms.onAlarm'), get: nothing, create: nothing, clear: nothing },
    storage: {
      local: area(),
      session: area(),
      sync: area(),
      managed: { get: () => Promise.reject(new Error('storage.managed is not supported')) },
      onChanged: event('storage.onChanged'),
    },
    permissions: {
      onAdded: event('permissions.onAdded'),
      onRemoved: event('permissions.onRemoved'),
      getAll: async () => ({ origins: [] }),
      contains: async () => false,
    },
    scripting: { getRegisteredContentScripts: async () => [], unregisterContentScripts: nothing },
    notifications: { onClicked: event('notifications.onClicked'), getAll: async () => ({}), create: nothing },
    action: { setBadgeText: nothing, setBadgeBackgroundColor: nothing, setTitle: nothing },
    tabs: { create: async ({ url }: { url: string }) => void tabs.push(url), query: async () => [] },
  }
  return { android, listeners, tabs }
})

vi.mock('webextension-polyfill', () => ({ default: android }))

describe('on Firefox for Android', () => {
  const errors: unknown[] = []
  process.on('unhandledRejection', (error) => errors.push(error))

  beforeEach(() => {
    vi.stubGlobal('browser', android)
    listeners.clear()
    tabs.length = 0
  })

  it('the background starts and hears what there is', async () => {
    const { startBackground } = await import('../../lib/browser/listeners.ts')
    startBackground()
    for (const name of ['runtime.onMessage', 'alarms.onAlarm', 'permissions.onAdded', 'notifications.onClicked']) {
      expect([...listeners.keys()]).toContain(name)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(errors).toEqual([])
  })

  it('a pressed notification opens the inbox in a tab: there is no popup to open', async () => {
    const { openInbox } = await import('../../lib/browser/notifications.ts')
    await openInbox()
    expect(tabs).toEqual(['moz-extension://homeward/popup.html'])
  })

  it('no menu is promised', async () => {
    const { hasMenus } = await import('../../lib/browser/context-menu.ts')
    expect(hasMenus()).toBe(false)
  })
})
