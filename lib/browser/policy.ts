import browser from 'webextension-polyfill'

/** Where the policy as last seen lies, for the seconds after the browser's start in which it tells none. */
const lastSeen = 'policy-last-seen'

let asked: Promise<unknown> | undefined
const listeners = new Set<() => void>()

/**
 * What an administrator has set, unchecked: the browser's word. Chromium keeps whoever asks waiting until it has read
 * the policies, two to three seconds after its start; Firefox rejects where nobody has set anything, Safari has no policies.
 */
export function readManaged(): Promise<unknown> {
  asked ??= (browser.storage.managed?.get() ?? Promise.resolve({})).catch(() => ({}))
  return asked
}

/** The same without waiting: what was last seen, as long as the browser has not answered. `watchManaged` tells of news. */
export async function readManagedSoFar(): Promise<unknown> {
  let now: unknown
  void readManaged().then((policy) => (now = policy))
  const seen = (await browser.storage.local.get(lastSeen))[lastSeen] ?? {}
  if (now !== undefined) return now
  void readManaged().then((policy) => (differs(policy, seen) ? tell() : undefined))
  return seen
}

/** Tells when an administrator's settings arrive late or change. Returns how to stop. */
export function watchManaged(listener: () => void): () => void {
  if (listeners.size === 0) browser.storage.onChanged.addListener(onChanged)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Keeps what the browser says for the next start. For the background only: one writer. */
export async function rememberManaged(): Promise<void> {
  const [now, stored] = await Promise.all([readManaged(), browser.storage.local.get(lastSeen)])
  if (differs(now, stored[lastSeen] ?? {})) await browser.storage.local.set({ [lastSeen]: now })
}

function onChanged(_changes: object, area: string): void {
  if (area !== 'managed') return
  asked = undefined
  tell()
}

const tell = (): void => listeners.forEach((listener) => listener())

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other)
