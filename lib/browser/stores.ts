import type { Storage } from 'webextension-polyfill'
import type { Stores } from '../app/ports.ts'
import { addEvent, type StorageTrouble } from '../domain/event-log.ts'
import { items } from './items.ts'
import { createStorekeeper } from './store.ts'

/** All stored items, and how to get rid of the copies of unreadable ones. Trouble with one is told to the others. */
export function createStores(area: Storage.StorageArea): { stores: Stores; dropSetAside(): Promise<void> } {
  const keeper = createStorekeeper(area, (item, trouble) => void tell(item, trouble).catch(() => undefined))
  const opened = Object.entries(items).map(([name, item]) => [name, keeper.open(item as never)])
  const stores = Object.fromEntries(opened) as Stores

  async function tell(item: string, trouble: StorageTrouble): Promise<void> {
    const kind = trouble === 'full' ? 'storage-full' : 'storage-unreadable'
    await stores.events.update((log) => addEvent(log, { type: 'storage', item, trouble }, Date.now()))
    // The log itself is of no use to the user.
    if (item === 'events') return
    await stores.notices.update((notices) => [
      ...notices.filter((notice) => notice.id !== `${kind}:${item}`),
      { id: `${kind}:${item}`, kind, item },
    ])
  }

  return { stores, dropSetAside: keeper.dropSetAside }
}
