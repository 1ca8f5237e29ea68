import type { Account } from '../domain/account.ts'
import type { Failure } from '../domain/failure.ts'
import { nextPollAt, pollInterval } from '../domain/poll-schedule.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Result } from '../domain/result.ts'
import { alarmFor } from './alarms.ts'
import { showBadge } from './badge.ts'
import { openHome } from './home.ts'
import { emptyInbox } from './inbox-store.ts'
import { keepQuiet } from './keep-quiet.ts'
import { log } from './log.ts'
import { markAccount } from './mark-account.ts'
import type { AccountInbox, InboxShare, Ports } from './ports.ts'
import { pollIntervalOf } from './settings.ts'

/**
 * Reads an account's pending shares with exactly one request and sets the alarm for the next time. A rejected login
 * ends the polling of that account until the user signs in again; a server that asked to be left alone is.
 */
export async function refreshInbox(ports: Ports, accountId: string): Promise<void> {
  const alarm = alarmFor('poll', accountId)
  // The alarm that came is used up: should the worker die before it has set the next one, this one goes on.
  await ports.alarms.set(alarm, ports.now() + pollInterval)
  const home = await openHome(ports, accountId)
  if (!home.ok && home.failure.code === 'not-connected') return ports.alarms.clear(alarm)
  const quiet = await quietUntil(ports, accountId)
  if (quiet > ports.now()) return ports.alarms.set(alarm, quiet)
  const since = ports.now()
  const pending = home.ok ? await home.value.cloud.remoteShares.pending() : home
  const account = (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
  // Signed out while the server was asked: nothing of it may be stored again.
  if (!account) return ports.alarms.clear(alarm)
  const failures = await storePending(ports, accountId, pending, since)
  const outcome = pending.ok ? 'ok' : pending.failure.code
  await log(ports, { type: 'poll', accountId, home: account.base, outcome })
  if (outcome === 'home-rejected-login') await ports.alarms.clear(alarm)
  else await schedule(ports, account, failures, pending.ok ? undefined : pending.failure)
  await markAccount(ports, accountId, pending.ok ? undefined : pending.failure.code)
  await showBadge(ports)
}

/** Refreshes all accounts at once; one that is slow or down does not hold up the others. */
export async function refreshAll(refresh: (accountId: string) => Promise<void>, accounts: Account[]): Promise<void> {
  await Promise.all(accounts.map(({ id }) => refresh(id)))
}

async function storePending(
  ports: Ports,
  accountId: string,
  pending: Result<ReceivedShare[]>,
  since: number,
): Promise<number> {
  let failures = 0
  await ports.stores.inbox.update((all) => {
    const inbox = all[accountId] ?? emptyInbox
    const { failure: _, quietUntil: __, ...healthy } = inbox
    const next = pending.ok
      ? { ...healthy, shares: merge(inbox, pending.value, since, ports.now()), checkedAt: ports.now(), failures: 0 }
      : { ...inbox, failures: inbox.failures + 1, failure: pending.failure }
    failures = next.failures
    return { ...all, [accountId]: next }
  })
  return failures
}

/**
 * What is pending now, keeping what is known of each: when it was first seen and what the user answered. What was
 * answered while the list was on its way stays off: accepted once more it would be renamed.
 */
function merge(
  { shares, left = {} }: AccountInbox,
  pending: ReceivedShare[],
  since: number,
  now: number,
): InboxShare[] {
  const byId = new Map(shares.map((share) => [share.id, share]))
  return pending
    .filter(({ id }) => (left[id] ?? 0) < since)
    .map((share) => ({ firstSeen: now, ...byId.get(share.id), ...share }))
}

async function schedule(ports: Ports, account: Account, failures: number, failure?: Failure): Promise<void> {
  const throttled = failure?.code === 'home-throttled'
  const { retryAfter } = failure ?? {}
  const interval = await pollIntervalOf(ports)
  const outcome = { failures, throttled, interval, ...(retryAfter === undefined ? {} : { retryAfter }) }
  const next = nextPollAt(outcome, ports.now(), ports.random())
  if (throttled || retryAfter !== undefined) await keepQuiet(ports, account.id, next)
  await ports.alarms.set(alarmFor('poll', account.id), next)
}

async function quietUntil(ports: Ports, accountId: string): Promise<number> {
  return (await ports.stores.inbox.read())[accountId]?.quietUntil ?? 0
}
