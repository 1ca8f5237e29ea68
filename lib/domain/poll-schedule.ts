const minute = 60_000

/** How often pending shares are looked for when all is well, in milliseconds. */
export const pollInterval = 15 * minute
const longestBackoff = 6 * 60 * minute
/** Nextcloud answers 429 for half an hour once its limit is reached, without saying so (recorded 06-02). */
const throttledSilence = 30 * minute

export interface PollOutcome {
  /** Transient failures in a row, 0 after a success. */
  failures: number
  /** Seconds from `Retry-After`. */
  retryAfter?: number
  throttled?: boolean
  /** What the user or an administrator chose instead of `pollInterval`, in milliseconds. */
  interval?: number
}

/**
 * When to poll next: the interval with ±10 % jitter, doubled for each failure up to 6 hours. After a failure the jitter
 * is wider (50-100 % of the delay), so that many clients do not come back together after a maintenance window.
 * @param random 0 <= n < 1
 * @returns milliseconds since the epoch
 */
export function nextPollAt(
  { failures, retryAfter = 0, throttled = false, interval = pollInterval }: PollOutcome,
  now: number,
  random: number,
): number {
  const backoff = Math.max(Math.min(interval * 2 ** failures, longestBackoff), interval)
  const jittered = failures === 0 ? interval * (0.9 + 0.2 * random) : backoff * (0.5 + 0.5 * random)
  const floor = Math.max(retryAfter * 1000, throttled ? throttledSilence : 0)
  // A server's own wish is a floor, and clients that were told the same time must not return in the same second.
  return now + Math.round(floor > jittered ? floor * (1 + 0.1 * random) : jittered)
}
