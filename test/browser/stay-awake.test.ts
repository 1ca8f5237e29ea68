import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const alarms = new Map<string, number>()

vi.mock('webextension-polyfill', () => ({
  default: {
    alarms: {
      get: async (name: string) => alarms.get(name),
      create: async (name: string, { when }: { when: number }) => void alarms.set(name, when),
    },
  },
}))

/** Fires what is due, as the browser does. */
async function fire(onAlarm: (name: string) => Promise<void>): Promise<void> {
  for (const [name, when] of alarms) {
    if (when > Date.now()) continue
    alarms.delete(name)
    await onAlarm(name)
  }
}

describe('the background page of Firefox', () => {
  beforeEach(() => {
    vi.resetModules()
    vi.useFakeTimers()
    alarms.clear()
    vi.stubGlobal('document', {})
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('hears an alarm every 20 s while a request is under way, and none when all is done', async () => {
    const { awakeFetch, onAwakeAlarm } = await import('../../lib/browser/stay-awake.ts')
    let answer = (_: Response): void => undefined
    const fetch = awakeFetch(() => new Promise((resolve) => (answer = resolve)))
    const asked = fetch('https://cloud.example.org/')
    for (let seconds = 0; seconds < 60; seconds += 20) {
      await vi.advanceTimersByTimeAsync(20_000)
      expect(alarms.size).toBe(1)
      await fire(onAwakeAlarm)
    }
    const done = new Response('done')
    answer(done)
    expect(await asked).toBe(done)
    await vi.advanceTimersByTimeAsync(20_000)
    await fire(onAwakeAlarm)
    await vi.advanceTimersByTimeAsync(20_000)
    await fire(onAwakeAlarm)
    expect(alarms.size).toBe(0)
  })

  it('stays awake between the polls of a login, whose requests are short', async () => {
    const { awakeFetch, onAwakeAlarm } = await import('../../lib/browser/stay-awake.ts')
    const fetch = awakeFetch(async () => new Response())
    const heard = [Date.now()]
    for (let seconds = 0; seconds < 120; seconds += 2) {
      await fetch('https://cloud.example.org/poll')
      await vi.advanceTimersByTimeAsync(2_000)
      await fire(async (name) => {
        heard.push(Date.now())
        await onAwakeAlarm(name)
      })
    }
    const pauses = [...heard.slice(1), Date.now()].map((time, index) => time - (heard[index] ?? 0))
    expect(Math.max(...pauses)).toBeLessThan(30_000)
  })

  it('leaves other alarms alone, and fails as the request fails', async () => {
    const { awakeFetch, onAwakeAlarm } = await import('../../lib/browser/stay-awake.ts')
    const fetch = awakeFetch(() => Promise.reject(new TypeError('no network')))
    await expect(fetch('https://cloud.example.org/')).rejects.toThrow('no network')
    alarms.clear()
    await onAwakeAlarm('poll:1')
    expect(alarms.size).toBe(0)
  })
})

it('a worker has no need of it', async () => {
  vi.resetModules()
  const { awakeFetch } = await import('../../lib/browser/stay-awake.ts')
  const fetch = async () => new Response()
  expect(awakeFetch(fetch)).toBe(fetch)
})
