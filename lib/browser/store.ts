import browser, { type Storage } from 'webextension-polyfill'
import type { Store } from '../app/ports.ts'
import type { StorageTrouble } from '../domain/event-log.ts'
import { asideKey, readItem, versionOf, type ItemOptions } from './item.ts'

export interface Storekeeper {
  open<T>(options: ItemOptions<T>): Store<T>
  /** Deletes the copies of items that could not be read. */
  dropSetAside(): Promise<void>
}

/** A value as it lies in the area. `by` tells this worker's last write of it from everybody else's. */
interface Known {
  value: unknown
  by: string
}

/**
 * The items of one storage area. All reads and writes are serialised: two updates never overlap, not even when a
 * message and an alarm come in the same moment, and whoever makes room for one item may trim the others.
 * What was read or written is kept until somebody else changes it: a mount reads the same few items dozens of times,
 * and each read of the area costs as much as a request to a near server.
 * @param report told once per item and kind; must not wait for a store
 */
export function createStorekeeper(
  area: Storage.StorageArea,
  report: (item: string, trouble: StorageTrouble) => void,
): Storekeeper {
  const items: ItemOptions<unknown>[] = []
  const reported = new Set<string>()
  const known = new Map<string, Known>()
  const worker = crypto.randomUUID()
  let writes = 0
  let last: Promise<unknown> = Promise.resolve()

  area.onChanged.addListener((changes) => {
    for (const [key, { newValue }] of Object.entries(changes)) {
      if ((newValue as Partial<Known> | undefined)?.by !== known.get(key)?.by) known.delete(key)
    }
  })

  const inTurn = <R>(task: () => Promise<R>): Promise<R> => {
    const turn = last.then(task, task)
    last = turn.catch(() => undefined)
    return turn
  }

  function tell(item: string, trouble: StorageTrouble): void {
    if (reported.has(item + trouble)) return
    reported.add(item + trouble)
    report(item, trouble)
  }

  async function load<T>(options: ItemOptions<T>): Promise<T> {
    const { key, secret } = options
    const kept = known.get(key)
    if (kept) return kept.value as T
    const stored = (await area.get(key))[key]
    const { value, trouble } = readItem(stored, options)
    if (trouble) {
      if (!secret) await area.set({ [asideKey(key)]: stored }).catch(() => undefined)
      await area.remove(key)
      tell(key, trouble)
    }
    known.set(key, { value, by: (stored as Partial<Known> | undefined)?.by ?? '' })
    return value
  }

  async function save<T>(options: ItemOptions<T>, value: T): Promise<void> {
    const by = `${worker} ${++writes}`
    // Should this fail half-way, the next read looks at what there is.
    known.delete(options.key)
    await area.set({ [options.key]: { version: versionOf(options), value, by } })
    known.set(options.key, { value, by })
  }

  async function makeRoom(): Promise<void> {
    await area.remove(items.map(({ key }) => asideKey(key)))
    for (const item of items) {
      const before = item.trim && (await load(item))
      const after = item.trim?.(before)
      if (after !== before) await save(item, after)
    }
  }

  /** Saves; when there is no room (Chromium gives 10 MB) once more, after everything has been trimmed. */
  async function saveSomehow<T>(options: ItemOptions<T>, value: T): Promise<void> {
    try {
      await save(options, value)
    } catch {
      tell(options.key, 'full')
      await makeRoom().catch(() => undefined)
      await save(options, options.trim ? options.trim(value) : value)
    }
  }

  return {
    open(options) {
      items.push(options as ItemOptions<unknown>)
      return {
        read: () => inTurn(() => load(options)),
        update: (change) =>
          inTurn(async () => {
            const before = await load(options)
            const after = change(before)
            if (after !== before) await saveSomehow(options, after)
            return after
          }),
      }
    },
    dropSetAside: () => inTurn(() => area.remove(items.map(({ key }) => asideKey(key)))),
  }
}

/** Pages' content scripts may not read what is stored (Chromium; elsewhere they have no way to ask for it either). */
export async function closeStorageToPages(): Promise<void> {
  const areas = [browser.storage.local, browser.storage.session] as Closable[]
  await Promise.all(areas.map((area) => area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })))
}

type Closable = Storage.StorageArea & { setAccessLevel?(level: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void> }
