import { beforeEach, describe, expect, it, vi } from 'vitest'

vi.mock('webextension-polyfill', () => ({ default: {} }))

const { createStorekeeper } = await import('../../lib/browser/store.ts')
const { asideKey, readItem } = await import('../../lib/browser/item.ts')
const { Area } = await import('./area.ts')

const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'number')
const numbers = { key: 'numbers', fallback: [] as number[], fits: isNumbers }

describe('a stored item', () => {
  const migrations = [(value: unknown) => String(value).split(','), (value: unknown) => (value as string[]).map(Number)]
  const options = { ...numbers, migrations }

  it.each([
    [1, '1,2', [1, 2]],
    [2, ['1', '2'], [1, 2]],
    [3, [1, 2], [1, 2]],
  ])('of version %i is migrated step by step', (version, value, read) => {
    expect(readItem({ version, value }, options)).toEqual({ value: read })
  })

  it.each([
    ['no item at all', 'rubbish', 'corrupt'],
    ['no version', { value: [1] }, 'corrupt'],
    ['a version of nonsense', { version: 'x', value: [1] }, 'corrupt'],
    ['the wrong shape', { version: 3, value: ['a'] }, 'corrupt'],
    ['a migration that throws', { version: 2, value: 7 }, 'corrupt'],
    ['a later version', { version: 4, value: [1] }, 'newer'],
  ])('with %s counts as absent', (_name, stored, trouble) => {
    expect(readItem(stored, options)).toEqual({ value: [], trouble })
  })
})

describe('the storekeeper', () => {
  let area: InstanceType<typeof Area>
  let reports: string[]
  const keep = () => createStorekeeper(area.api, (item, trouble) => void reports.push(`${item} ${trouble}`))

  beforeEach(() => {
    area = new Area()
    reports = []
  })

  it('serialises what reads, changes and writes', async () => {
    const keeper = keep()
    const one = keeper.open(numbers)
    const other = keeper.open({ ...numbers, key: 'others' })
    await Promise.all(
      Array.from({ length: 30 }, (_, number) => (number % 2 ? one : other).update((all) => [...all, number])),
    )
    expect(await one.read()).toHaveLength(15)
    expect(await other.read()).toHaveLength(15)
    expect(area.overlap).toBe(1)
  })

  it('reads an item once, however often it is asked for and written', async () => {
    const store = keep().open(numbers)
    for (const number of [1, 2, 3]) {
      await store.update((all) => [...all, number])
      // The browser's word of our own change changes nothing.
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(await store.read()).toEqual([1, 2, 3])
    expect(area.reads).toBe(1)
  })

  it('reads again what somebody else has written', async () => {
    const store = keep().open(numbers)
    await store.update(() => [1])
    await new Promise((resolve) => setTimeout(resolve, 5))
    area.write({ numbers: { version: 1, value: [7] } })
    expect(await store.read()).toEqual([7])
    area.write({ numbers: { version: 1, value: [8] } })
    expect(await store.update((all) => [...all, 9])).toEqual([8, 9])
  })

  it('knows what is stored after a write that failed', async () => {
    const store = keep().open(numbers)
    await store.update(() => [1])
    area.room = 10
    await expect(store.update(() => [1, 2, 3])).rejects.toThrow('quota')
    expect(await store.read()).toEqual([1])
  })

  it('sets aside what it cannot read, reports it once, and goes on with the rest', async () => {
    area.stored = { numbers: 'rubbish', others: { version: 1, value: [1] } }
    const keeper = keep()
    const broken = keeper.open(numbers)
    const healthy = keeper.open({ ...numbers, key: 'others' })
    expect(await broken.read()).toEqual([])
    expect(await healthy.read()).toEqual([1])
    await broken.update((all) => [...all, 2])
    expect(await broken.read()).toEqual([2])
    expect(area.stored[asideKey('numbers')]).toBe('rubbish')
    expect(reports).toEqual(['numbers corrupt'])
    await keeper.dropSetAside()
    expect(Object.keys(area.stored).toSorted()).toEqual(['numbers', 'others'])
  })

  it('keeps no copy of a secret it cannot read', async () => {
    area.stored = { numbers: { version: 9, value: ['app password'] } }
    expect(
      await keep()
        .open({ ...numbers, secret: true })
        .read(),
    ).toEqual([])
    expect(JSON.stringify(area.stored)).toBe('{}')
    expect(reports).toEqual(['numbers newer'])
  })

  it('makes room when there is none: old entries and copies set aside go, the new one stays', async () => {
    const keeper = keep()
    const trim = (all: number[]) => all.slice(-3)
    const long = keeper.open({ ...numbers, key: 'long', trim })
    const short = keeper.open(numbers)
    await long.update(() => Array.from({ length: 100 }, (_, number) => number))
    area.room = JSON.stringify(area.stored).length + 20
    await short.update(() => [7, 7, 7])
    expect(await short.read()).toEqual([7, 7, 7])
    expect(await long.read()).toEqual([97, 98, 99])
    expect(reports).toEqual(['numbers full'])
    await long.update((all) => [...all, ...Array.from({ length: 200 }, () => 5)])
    expect(await long.read()).toEqual([5, 5, 5])
  })

  it('fails the one update for which there is no room at all, and only that', async () => {
    const keeper = keep()
    const store = keeper.open(numbers)
    await store.update(() => [1])
    area.room = 60
    await expect(store.update(() => Array.from({ length: 100 }, () => 1))).rejects.toThrow('quota')
    expect(await store.read()).toEqual([1])
  })
})
