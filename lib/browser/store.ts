import browser, { type Storage } from 'webextension-polyfill'
import type { Store } from '../app/ports.ts'

/** What lies in the browser's storage under a key: the value and the version of its shape. */
interface Item {
  version: number
  value: unknown
}

export interface ItemOptions<T> {
  key: string
  /** Version of the shape this code writes. */
  version: number
  fallback: T
  /** Brings a value of an older version to this one. Absent as long as there is but one version. */
  migrate?: (value: unknown, version: number) => T
}

/**
 * One item of the browser's storage. Reads and writes of an item are serialised: two updates never overlap, not even
 * when a message and an alarm come in the same moment.
 */
export function createStore<T>(area: Storage.StorageArea, options: ItemOptions<T>): Store<T> {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <R>(task: () => Promise<R>): Promise<R> => {
    const turn = last.then(task, task)
    last = turn.catch(() => undefined)
    return turn
  }
  const load = async (): Promise<T> => readItem((await area.get(options.key))[options.key], options)
  return {
    read: () => inTurn(load),
    update: (change) =>
      inTurn(async () => {
        const before = await load()
        const after = change(before)
        if (after !== before) await area.set({ [options.key]: { version: options.version, value: after } })
        return after
      }),
  }
}

/** The value of a stored item: migrated when older, the fallback when absent or from a newer version. */
export function readItem<T>(stored: unknown, { version, fallback, migrate }: ItemOptions<T>): T {
  const item = stored as Item | undefined
  if (item?.version === version) return item.value as T
  return item && item.version < version && migrate ? migrate(item.value, item.version) : fallback
}

/** Pages' content scripts may not read what is stored (Chromium; elsewhere they have no way to ask for it either). */
export async function closeStorageToPages(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session] as Closable[]
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })))
}

type Closable = Storage.StorageArea & { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> }
