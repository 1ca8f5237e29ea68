import { describe, expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const { createStores } = await import('../../lib/browser/stores.ts')
const { items } = await import('../../lib/browser/items.ts')
const { Area } = await import('./area.ts')

const everything = Object.keys(items) as (keyof typeof items)[]

describe('what Homeward stores', () => {
  it.each(everything)('%s reads as empty at first, and its own fallback fits', async (key) => {
    const { stores } = createStores(new Area().api)
    expect(await stores[key].read()).toEqual(items[key].fallback)
    expect(items[key].fits(items[key].fallback)).toBe(true)
  })

  it.each(everything)('%s in pieces stops nothing, and is told', async (broken) => {
    const area = new Area()
    area.stored = { [broken]: { version: 1, value: 42 } }
    const { stores } = createStores(area.api)
    for (const key of everything) expect(await stores[key].read(), key).toBeDefined()
    await vi.waitFor(async () => {
      const { events } = await stores.events.read()
      expect(events).toMatchObject([{ type: 'storage', item: broken, trouble: 'corrupt' }])
      const notices = await stores.notices.read()
      expect(notices).toEqual(
        broken === 'events' ? [] : [{ id: `storage-unreadable:${broken}`, kind: 'storage-unreadable', item: broken }],
      )
    })
  })

  it('forgets old jobs and events, but no running job, when the room is used up', async () => {
    const area = new Area()
    const { stores } = createStores(area.api)
    const job = (number: number, state: string) =>
      ({
        id: `j${number}`,
        accountId: 'a',
        state,
        link: { base: 'https://r.example', token: 't' },
        createdAt: 1,
      }) as never
    await stores.jobs.update(() => Array.from({ length: 150 }, (_, at) => job(at, at === 3 ? 'waiting' : 'failed')))
    area.room = JSON.stringify(area.stored).length + 40
    await stores.settings.update(() => ({ notifications: false, pollMinutes: 30, inPageButton: true }))
    expect(await stores.settings.read()).toEqual({ notifications: false, pollMinutes: 30, inPageButton: true })
    const left = await stores.jobs.read()
    expect(left).toHaveLength(21)
    expect(left[0]).toMatchObject({ id: 'j3', state: 'waiting' })
    await vi.waitFor(async () => expect(await stores.notices.read()).toMatchObject([{ kind: 'storage-full' }]))
  })
})
