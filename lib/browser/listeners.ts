import browser from 'webextension-polyfill'
import { createApp } from '../app/app.ts'
import { pageCalls } from '../app/page-calls.ts'
import { uiCalls } from '../app/ui-calls.ts'
import { browserPorts } from './ports.ts'
import { route } from './router.ts'
import { addToOpenPages, registerShareButton } from './share-button.ts'
import { closeStorageToPages } from './store.ts'

/**
 * Starts the background. Everything is registered before this returns: the browser wakes the worker for an event only
 * if its listener was there in the first turn of the last run.
 */
export function startBackground(): void {
  const app = createApp(browserPorts())
  browser.runtime.onMessage.addListener(route(pageCalls(app), uiCalls(app)) as Listener)
  browser.alarms.onAlarm.addListener(({ name }) => void app.onAlarm(name))
  browser.runtime.onStartup.addListener(() => void app.refreshEvery())
  browser.runtime.onInstalled.addListener(() => void app.refreshEvery())
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void registerShareButton().then(() => addToOpenPages(origins))
    void app.refreshEvery()
  })
  browser.permissions.onRemoved.addListener(() => {
    void registerShareButton()
    void app.refreshEvery()
  })
  void closeStorageToPages()
  void registerShareButton()
  void app.wake()
}

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0]
