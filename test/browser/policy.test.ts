import { beforeEach, expect, it, vi } from 'vitest'
import { Area } from './area.ts'

const local = new Area()
const changed: ((changes: object, area: string) => void)[] = []
let answer: (policy: unknown) => void
const browser = {
  storage: {
    local: local.api,
    managed: { get: () => new Promise((resolve) => (answer = resolve)) },
    onChanged: { addListener: (listener: (typeof changed)[number]) => void changed.push(listener) },
  },
}
vi.mock('webextension-polyfill', () => ({ default: browser }))

const locked = { pollMinutes: 60 }
let policy: typeof import('../../lib/browser/policy.ts')

beforeEach(async () => {
  vi.resetModules()
  changed.length = 0
  local.stored = {}
  policy = await import('../../lib/browser/policy.ts')
})

it('nobody waits for a browser that has not read its policies; who must be sure does', async () => {
  const sure = policy.readManaged()
  expect(await policy.readManagedSoFar()).toEqual({})
  answer(locked)
  expect(await sure).toEqual(locked)
  expect(await policy.readManagedSoFar()).toEqual(locked)
})

it('what was last seen counts until the browser tells', async () => {
  const first = policy.rememberManaged()
  answer(locked)
  await first
  vi.resetModules()
  const restarted: typeof policy = await import('../../lib/browser/policy.ts')
  const news = vi.fn<() => void>()
  restarted.watchManaged(news)
  expect(await restarted.readManagedSoFar()).toEqual(locked)
  answer(locked)
  await restarted.readManaged()
  expect(news).not.toHaveBeenCalled()
})

it('tells when the late word is another one, and remembers it', async () => {
  const news = vi.fn<() => void>()
  policy.watchManaged(news)
  expect(await policy.readManagedSoFar()).toEqual({})
  answer(locked)
  await vi.waitFor(() => expect(news).toHaveBeenCalledOnce())
  await policy.rememberManaged()
  expect(Object.values(local.stored)).toEqual([locked])
})

it('asks again after a change', async () => {
  policy.watchManaged(() => undefined)
  void policy.readManaged()
  answer(locked)
  for (const listener of changed) listener({}, 'managed')
  const again = policy.readManaged()
  answer({})
  expect(await again).toEqual({})
})
