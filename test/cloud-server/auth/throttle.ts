/** Brute-force protection of Nextcloud: failures are counted per action, for the one address all tests share. */

export interface Throttle {
  fail(action: string): void
  /** Recorded: nextcloud-32.0.1/06-02-bruteforce-11 — after 11 failures even the right password gets 429. */
  isBlocked(action: string): boolean
  /** Milliseconds the next attempt would have to wait. */
  delay(action: string): number
}

const blockedAfter = 11
const longestDelayMs = 25_000

export function createThrottle(isOn: () => boolean): Throttle {
  const failures = new Map<string, number>()
  const count = (action: string) => (isOn() ? (failures.get(action) ?? 0) : 0)
  return {
    fail: (action) => {
      if (isOn()) failures.set(action, count(action) + 1)
    },
    isBlocked: (action) => count(action) >= blockedAfter,
    delay: (action) => (count(action) === 0 ? 0 : Math.min(longestDelayMs, 100 * 2 ** count(action))),
  }
}
