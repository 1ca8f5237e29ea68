import browser from 'webextension-polyfill'
import { notificationAnswered, notificationClicked } from '../app/answer-notification.ts'
import { createApp } from '../app/app.ts'
import { pageCalls } from '../app/page-calls.ts'
import { uiCalls } from '../app/ui-calls.ts'
import type { Settings } from '../domain/settings.ts'
import { onContextMenu, showContextMenu } from './context-menu.ts'
import { items } from './items.ts'
import { onNotification } from './notifications.ts'
import { onOmnibox, showOmnibox } from './omnibox.ts'
import { permissionsChanged } from './permissions.ts'
import { rememberManaged, watchManaged } from './policy.ts'
import { browserPorts } from './ports.ts'
import { route } from './router.ts'
import { addToOpenPages, registerShareButton } from './share-button.ts'
import { onShortcut, allowShortcut } from './shortcut.ts'
import { onAwakeAlarm } from './stay-awake.ts'
import { closeStorageToPages } from './store.ts'
import { watchSynced } from './sync.ts'

/**
 * Starts the background. Everything is registered before this returns: the browser wakes the worker for an event only
 * if its listener was there in the first turn of the last run.
 */
export function startBackground(): void {
  const app = createApp(browserPorts())
  /** What the settings in force mean to the browser. */
  async function applySettings(): Promise<Settings> {
    const settings = await app.settings()
    await registerShareButton(settings.inPageButton)
    showOmnibox(settings.omnibox)
    allowShortcut(settings.shortcut)
    await showContextMenu(settings.contextMenu)
    return settings
  }
  /** This very event may have woken the background, before it knew the settings. */
  const ifWanted = async (way: 'shortcut' | 'omnibox', add: () => Promise<void>): Promise<void> =>
    (await app.settings())[way] ? add() : undefined
  browser.runtime.onMessage.addListener(route(pageCalls(app), uiCalls(app)) as Listener)
  browser.alarms.onAlarm.addListener(({ name }) => {
    void onAwakeAlarm(name)
    void app.onAlarm(name)
  })
  browser.runtime.onStartup.addListener(() => void app.refreshEvery())
  browser.runtime.onInstalled.addListener(({ reason, temporary }) => {
    // Who loads it for a test, as Firefox calls it, needs no welcome each time.
    if (reason === 'install' && !temporary) void app.onFirstRun()
    void app.onPolicy()
    void app.refreshEvery()
  })
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    permissionsChanged()
    void applySettings().then(({ inPageButton }) => (inPageButton ? addToOpenPages(origins) : undefined))
    void app.refreshEvery()
  })
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    permissionsChanged()
    void applySettings()
    void app.onPermissionsRemoved(origins.length)
  })
  browser.storage.local.onChanged.addListener((changes) => {
    if (items.settings.key in changes) void applySettings()
  })
  watchManaged(() => {
    void rememberManaged()
    void applySettings()
    void app.onPolicy()
  })
  onContextMenu(
    (address) => void app.addFromMenu(address),
    (tabId) => void app.addFromPage(tabId),
  )
  onShortcut((tabId) => void ifWanted('shortcut', () => app.addFromPage(tabId)))
  onOmnibox((address) => void ifWanted('omnibox', () => app.addFromMenu(address)))
  watchSynced(() => void app.onSync())
  onNotification(
    (id) => void notificationClicked(app, id),
    (id, button) => void notificationAnswered(app, id, button),
  )
  void closeStorageToPages()
  void rememberManaged()
  void applySettings()
  void app.wake()
}

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0]
