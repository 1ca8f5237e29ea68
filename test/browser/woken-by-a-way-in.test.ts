import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Settings } from '../../lib/domain/settings.ts'

type Listener = (...given: unknown[]) => unknown

const { heard, asked, chosen } = vi.hoisted(() => ({
  heard: new Map<string, Listener>(),
  /** The tabs that were looked at, and the links that were added without an account. */
  asked: [] as unknown[],
  chosen: {} as Partial<Settings>,
}))

/** A browser that has everything. It notes who listens and, where nothing else is told, answers with nothing. */
vi.mock('webextension-polyfill', () => {
  const nothing = async (): Promise<void> => undefined
  const group = (name: string, known: object): object =>
    new Proxy(known, {
      get(target, key: string) {
        if (key in target) return target[key as never]
        if (!/^on[A-Z]/.test(key)) return nothing
        return { addListener: (listener: Listener) => void heard.set(`${name}.${key}`, listener) }
      },
    })
  const stored = async () => ({ settings: { version: 1, value: chosen } })
  const onChanged = { addListener: nothing, removeListener: nothing }
  const known: Record<string, object> = {
    runtime: { id: 'x', getURL: (path: string) => path, getManifest: () => ({ version: '1.0.0' }) },
    storage: { local: group('local', { get: stored, onChanged }), managed: { get: async () => ({}) }, onChanged },
    permissions: { getAll: async () => ({ origins: [] }), contains: async () => false },
    scripting: { getRegisteredContentScripts: async () => [] },
    notifications: { getAll: async () => ({}) },
    tabs: { get: async (id: number) => (asked.push(id), { id, url: 'about:blank' }) },
    contextMenus: { create: (_: object, done: () => void) => done() },
  }
  const names = ['i18n', 'alarms', 'action', 'commands', 'omnibox', ...Object.keys(known)]
  return { default: Object.fromEntries(names.map((name) => [name, group(name, known[name] ?? {})])) }
})

beforeEach(() => {
  vi.resetModules()
  asked.length = 0
  delete chosen.shortcut
})

/** The browser starts the background for an event: it tells of it as soon as somebody listens. */
async function wokenBy(event: string, ...told: unknown[]): Promise<void> {
  const { startBackground } = await import('../../lib/browser/listeners.ts')
  startBackground()
  heard.get(event)?.(...told)
  await new Promise((resolve) => setTimeout(resolve, 50))
}

describe('the shortcut that wakes the background', () => {
  it('adds the page in front', async () => {
    await wokenBy('commands.onCommand', 'add-page', { id: 7 })
    expect(asked).toEqual([7])
  })

  it('adds nothing when it is switched off, though the settings are not read yet', async () => {
    chosen.shortcut = false
    await wokenBy('commands.onCommand', 'add-page', { id: 7 })
    expect(asked).toEqual([])
  })
})
