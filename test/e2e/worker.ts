import type { Worker } from '@playwright/test'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { Homeward } from './homeward.ts'

/** The parts of the browser's API that tests look at from inside the background worker. */
export interface Chrome {
  storage: {
    local: { get(): Promise<Record<string, { value: unknown }>>; set(items: object): Promise<void> }
    sync: { get(): Promise<object>; set(items: object): Promise<void> }
  }
  tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> }
  omnibox: { onInputEntered: { dispatch(text: string, disposition: string): void } }
  contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } }
  commands: { onCommand: { dispatch(name: string, tab: object | undefined): void } }
  alarms: {
    create(name: string, when: { when: number }): Promise<void>
    get(name: string): Promise<{ scheduledTime: number } | undefined>
  }
  notifications: {
    getAll(): Promise<Record<string, boolean>>
    onButtonClicked: { dispatch(id: string, button: number): void }
    onClicked: { dispatch(id: string): void }
  }
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> }
}

/** The worker, started again if the browser has ended it. */
export async function workerOf({ context }: Homeward): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
}

/** Looks for new shares now, as the alarm does every quarter of an hour. */
export async function poll(homeward: Homeward): Promise<void> {
  const worker = await workerOf(homeward)
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const accounts = (await chrome.storage.local.get())['accounts']?.value as { id: string }[]
    for (const { id } of accounts) await chrome.alarms.create(`poll:${id}`, { when: Date.now() })
  })
}

/** Ids of the desktop notifications that are shown. */
export async function notifications(homeward: Homeward): Promise<string[]> {
  const worker = await workerOf(homeward)
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    return Object.keys(await chrome.notifications.getAll())
  })
}

/** The newest mount job, as it is stored. */
export async function storedJob(homeward: Homeward): Promise<MountJob | undefined> {
  const worker = await workerOf(homeward)
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    return ((await chrome.storage.local.get())['jobs']?.value as MountJob[] | undefined)?.at(-1)
  })
}
