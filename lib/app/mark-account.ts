import type { AccountState } from '../domain/account.ts'
import type { FailureCode } from '../domain/failure.ts'
import type { Ports } from './ports.ts'

const states: Partial<Record<FailureCode, AccountState>> = {
  'home-rejected-login': 'signed-out',
  'home-permission-missing': 'needs-permission',
  'home-maintenance': 'maintenance',
  'home-unreachable': 'offline',
}

/** Notes how an account is after a call to its home: ready, or what the failure says about it. */
export async function markAccount(ports: Ports, accountId: string, code: FailureCode | undefined): Promise<void> {
  // A failure that says nothing about the account leaves it ready: the failure itself is shown.
  const state = (code && states[code]) ?? 'ready'
  await ports.stores.accounts.update((accounts) =>
    accounts.some((account) => account.id === accountId && account.state !== state)
      ? accounts.map((account) => (account.id === accountId ? { ...account, state } : account))
      : accounts,
  )
}
