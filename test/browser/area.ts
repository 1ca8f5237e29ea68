import type { Storage } from 'webextension-polyfill'

/** A storage area in memory that counts what overlaps and can run out of room. */
export class Area {
  stored: Record<string, unknown> = {}
  /** Characters of JSON it takes; more is refused as Chromium does. */
  room = Infinity
  /** Most calls under way at once. */
  overlap = 0
  private underWay = 0

  readonly api = {
    get: (key: string) => this.call(() => (key in this.stored ? { [key]: structuredClone(this.stored[key]) } : {})),
    set: (items: object) =>
      this.call(() => {
        const after = { ...this.stored, ...structuredClone(items) }
        if (JSON.stringify(after).length > this.room) throw new Error('Resource::kQuotaBytes quota exceeded')
        this.stored = after
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
