import type { Storage } from 'webextension-polyfill'

type Listener = Parameters<Storage.StorageArea['onChanged']['addListener']>[0]

/** A storage area in memory that counts reads and what overlaps, tells of changes, and can run out of room. */
export class Area {
  stored: Record<string, unknown> = {}
  /** Characters of JSON it takes; more is refused as Chromium does. */
  room = Infinity
  /** Most calls under way at once. */
  overlap = 0
  reads = 0
  private underWay = 0
  private readonly listeners: Listener[] = []

  /** Somebody else than the storekeeper writes. */
  write(items: Record<string, unknown>): void {
    this.stored = { ...this.stored, ...structuredClone(items) }
    this.tell(items)
  }

  private tell(items: Record<string, unknown>): void {
    const changes = Object.entries(items).map(([key, newValue]) => [key, { newValue: structuredClone(newValue) }])
    for (const listener of this.listeners) listener(Object.fromEntries(changes))
  }

  readonly api = {
    onChanged: { addListener: (listener: Listener) => void this.listeners.push(listener) },
    get: (key: string) =>
      this.call(() => (this.reads++, key in this.stored ? { [key]: structuredClone(this.stored[key]) } : {})),
    set: (items: object) =>
      this.call(() => {
        const after = { ...this.stored, ...structuredClone(items) }
        if (JSON.stringify(after).length > this.room) throw new Error('Resource::kQuotaBytes quota exceeded')
        // The browser tells of a change after the write has resolved.
        this.stored = after
        setTimeout(() => this.tell(items as Record<string, unknown>))
      }),
    remove: (keys: string | string[]) =>
      this.call(() => {
        for (const key of [keys].flat()) delete this.stored[key]
      }),
  } as unknown as Storage.StorageArea

  private async call<T>(act: () => T): Promise<T> {
    this.overlap = Math.max(this.overlap, ++this.underWay)
    await new Promise((resolve) => setTimeout(resolve, 1))
    this.underWay--
    return act()
  }
}
