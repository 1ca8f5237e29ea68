import type { AccountState } from '../domain/account.ts'
import type { Failure, FailureCode } from '../domain/failure.ts'
import { alarmFor } from './alarms.ts'
import { honourWipe } from './honour-wipe.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

const states: Partial<Record<FailureCode, AccountState>> = {
  'home-rejected-login': 'signed-out',
  'home-permission-missing': 'needs-permission',
  'home-maintenance': 'maintenance',
  'home-unreachable': 'offline',
}

/**
 * Notes how an account is after a call to its home: ready, or what the failure says about it. A rejected login ends
 * its polling at once (a dead password gets the whole network throttled) and may mean that the device is to be wiped.
 */
export async function markAccount(ports: Ports, accountId: string, code: FailureCode | undefined): Promise<void> {
  // A failure that says nothing about the account leaves it ready: the failure itself is shown.
  const state = (code && states[code]) ?? 'ready'
  const before = (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
  if (!before || before.state === state) return
  if (state === 'signed-out') {
    await ports.alarms.clear(alarmFor('poll', accountId))
    if (await honourWipe(ports, before)) return
  }
  await ports.stores.accounts.update((accounts) =>
    accounts.map((account) => (account.id === accountId ? { ...account, state } : account)),
  )
  await log(ports, { type: 'account', accountId, home: before.base, now: state })
}

export type Outcome = { ok: true } | { ok: false; failure: Failure }

/** Notes a rejected login, after which nothing more is sent for the account. */
export async function noted<T extends Outcome>(ports: Ports, accountId: string, result: T): Promise<T> {
  const code = result.ok ? undefined : result.failure.code
  if (code === 'home-rejected-login') await markAccount(ports, accountId, code)
  return result
}
