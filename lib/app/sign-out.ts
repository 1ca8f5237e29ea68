import { alarmFor } from './alarms.ts'
import { showBadge } from './badge.ts'
import { openHome } from './home.ts'
import type { Ports } from './ports.ts'

/**
 * Forgets an account and, where the server lets an app password delete itself (Nextcloud), revokes it. Works without
 * the server too: then `revoked` is false and the user is told to delete the app password there.
 */
export async function signOut(ports: Ports, accountId: string): Promise<{ revoked: boolean }> {
  const home = await openHome(ports, accountId)
  const revoked =
    home.ok && home.value.account.product === 'nextcloud' && (await home.value.cloud.appPassword.revokeOnNextcloud()).ok
  await ports.alarms.clear(alarmFor('poll', accountId))
  await ports.stores.secrets.update((secrets) => without(secrets, accountId))
  await ports.stores.accounts.update((accounts) => accounts.filter(({ id }) => id !== accountId))
  await ports.stores.inbox.update((inbox) => without(inbox, accountId))
  await ports.stores.jobs.update((jobs) => jobs.filter((job) => job.accountId !== accountId))
  await ports.stores.defaultAccount.update((id) => (id === accountId ? null : id))
  await showBadge(ports)
  return { revoked }
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record
  return rest
}
