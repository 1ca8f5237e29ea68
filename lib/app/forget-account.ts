import { alarmFor } from './alarms.ts'
import { showBadge } from './badge.ts'
import type { Ports } from './ports.ts'

/** Removes everything local of an account, down to its events and the copies of items that could not be read. */
export async function forgetAccount(ports: Ports, accountId: string): Promise<void> {
  const { stores } = ports
  await ports.alarms.clear(alarmFor('poll', accountId))
  await stores.secrets.update((secrets) => without(secrets, accountId))
  await stores.accounts.update((accounts) => accounts.filter(({ id }) => id !== accountId))
  await stores.inbox.update((inbox) => without(inbox, accountId))
  await stores.mounts.update((mounts) => without(mounts, accountId))
  await stores.copies.update((copies) => copies.filter((copy) => copy.accountId !== accountId))
  await stores.deletions.update((deletions) => deletions.filter((share) => share.accountId !== accountId))
  await stores.notified.update((notified) => without(notified, accountId))
  const jobs = (await stores.jobs.read()).filter((job) => job.accountId === accountId)
  for (const { id } of jobs) await ports.alarms.clear(alarmFor('job', id))
  await stores.jobs.update((all) => all.filter((job) => job.accountId !== accountId))
  await stores.defaultAccount.update((id) => (id === accountId ? null : id))
  await stores.events.update((log) => ({
    ...log,
    events: log.events.filter((event) => !('accountId' in event) || event.accountId !== accountId),
  }))
  await ports.dropSetAside()
  await showBadge(ports)
}

function without<T>(record: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = record
  return rest
}
