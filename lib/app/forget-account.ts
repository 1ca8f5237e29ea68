import { alarmFor, type AlarmKind } from './alarms.ts'
import { showBadge } from './badge.ts'
import type { Ports, Store } from './ports.ts'

/** Removes everything local of an account, down to its events and the copies of items that could not be read. */
export async function forgetAccount(ports: Ports, accountId: string): Promise<void> {
  const { stores } = ports
  await ports.alarms.clear(alarmFor('poll', accountId))
  await stores.secrets.update((secrets) => without(secrets, accountId))
  await stores.accounts.update((accounts) => accounts.filter(({ id }) => id !== accountId))
  await stores.inbox.update((inbox) => without(inbox, accountId))
  await stores.mounts.update((mounts) => without(mounts, accountId))
  await forgetOf(ports, 'copy', stores.copies, accountId)
  await stores.deletions.update((deletions) => deletions.filter((share) => share.accountId !== accountId))
  await stores.notified.update((notified) => without(notified, accountId))
  await forgetOf(ports, 'job', stores.jobs, accountId)
  await stores.defaultAccount.update((id) => (id === accountId ? null : id))
  await stores.events.update((log) => ({
    ...log,
    events: log.events.filter((event) => !('accountId' in event) || event.accountId !== accountId),
  }))
  await ports.dropSetAside()
  await showBadge(ports)
}

/** What goes on by alarms, and these with it. */
async function forgetOf<T extends { id: string; accountId: string }>(
  ports: Ports,
  kind: AlarmKind,
  store: Store<T[]>,
  accountId: string,
): Promise<void> {
  const own = (await store.read()).filter((item) => item.accountId === accountId)
  for (const { id } of own) await ports.alarms.clear(alarmFor(kind, id))
  await store.update((all) => all.filter((item) => item.accountId !== accountId))
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record
  return rest
}
