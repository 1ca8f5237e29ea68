import type { Account } from '../domain/account.ts'
import type { Failure } from '../domain/failure.ts'
import { nextPollAt } from '../domain/poll-schedule.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Result } from '../domain/result.ts'
import { alarmFor } from './alarms.ts'
import { showBadge } from './badge.ts'
import { openHome } from './home.ts'
import { markAccount } from './mark-account.ts'
import type { AccountInbox, InboxShare, Ports } from './ports.ts'

export const emptyInbox: AccountInbox = { shares: [], checkedAt: 0, failures: 0 }

/**
 * Reads an account's pending shares with exactly one request and sets the alarm for the next time. A rejected login
 * ends the polling of that account until the user signs in again.
 */
export async function refreshInbox(ports: Ports, accountId: string): Promise<void> {
  const home = await openHome(ports, accountId)
  if (!home.ok && home.failure.code === 'not-connected') return
  const pending = home.ok ? await home.value.cloud.remoteShares.pending() : home
  const failures = await storePending(ports, accountId, pending)
  await markAccount(ports, accountId, pending.ok ? undefined : pending.failure.code)
  await schedule(ports, accountId, failures, pending.ok ? undefined : pending.failure)
  await showBadge(ports)
}

/** Refreshes all accounts at once; one that is slow or down does not hold up the others. */
export async function refreshAll(refresh: (accountId: string) => Promise<void>, accounts: Account[]): Promise<void> {
  await Promise.all(accounts.map(({ id }) => refresh(id)))
}

async function storePending(ports: Ports, accountId: string, pending: Result<ReceivedShare[]>): Promise<number> {
  let failures = 0
  await ports.stores.inbox.update((all) => {
    const inbox = all[accountId] ?? emptyInbox
    const { failure: _, ...healthy } = inbox
    const next = pending.ok
      ? { ...healthy, shares: merge(inbox.shares, pending.value, ports.now()), checkedAt: ports.now(), failures: 0 }
      : { ...inbox, failures: inbox.failures + 1, failure: pending.failure }
    failures = next.failures
    return { ...all, [accountId]: next }
  })
  return failures
}

/** What is pending now, keeping what is known of each: when it was first seen and what the user answered. */
function merge(known: InboxShare[], pending: ReceivedShare[], now: number): InboxShare[] {
  const byId = new Map(known.map((share) => [share.id, share]))
  return pending.map((share) => ({ firstSeen: now, ...byId.get(share.id), ...share }))
}

async function schedule(ports: Ports, accountId: string, failures: number, failure?: Failure): Promise<void> {
  const alarm = alarmFor('poll', accountId)
  if (failure?.code === 'home-rejected-login') return ports.alarms.clear(alarm)
  const throttled = failure?.code === 'home-throttled'
  const { retryAfter } = failure ?? {}
  const outcome = { failures, throttled, ...(retryAfter === undefined ? {} : { retryAfter }) }
  return ports.alarms.set(alarm, nextPollAt(outcome, ports.now(), ports.random()))
}
