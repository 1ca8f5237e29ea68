import type { Failure } from '../domain/failure.ts'
import { nextPollAt } from '../domain/poll-schedule.ts'
import { sameBase } from '../domain/public-link.ts'
import { emptyInbox } from './inbox-store.ts'
import type { Ports } from './ports.ts'

/**
 * Leaves a server alone until then, milliseconds since the epoch. It counts and throttles by address, not by user: what
 * one account was told holds for all on that server.
 */
export async function keepQuiet(ports: Ports, accountId: string, until: number): Promise<void> {
  const accounts = await ports.stores.accounts.read()
  const base = accounts.find(({ id }) => id === accountId)?.base
  const there = accounts.filter((other) => base !== undefined && sameBase(other.base, base))
  await ports.stores.inbox.update((all) => {
    const quieted = there.map(({ id }) => [id, { ...(all[id] ?? emptyInbox), quietUntil: until }])
    return { ...all, ...Object.fromEntries(quieted) }
  })
}

/** After a server has said "too many requests" to anything else than a poll: the polls leave it alone, too. */
export async function heedThrottling(ports: Ports, accountId: string, { code, retryAfter }: Failure): Promise<void> {
  if (code !== 'home-throttled') return
  const outcome = { failures: 1, throttled: true, ...(retryAfter === undefined ? {} : { retryAfter }) }
  await keepQuiet(ports, accountId, nextPollAt(outcome, ports.now(), ports.random()))
}
