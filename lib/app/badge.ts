import type { Ports } from './ports.ts'

/** Shows how many shares wait for an answer. */
export async function showBadge(ports: Ports): Promise<void> {
  const [inbox, accounts] = await Promise.all([ports.stores.inbox.read(), ports.stores.accounts.read()])
  const waiting = accounts.flatMap(({ id }) => inbox[id]?.shares ?? []).filter(({ answer }) => answer === undefined)
  const needsUser = accounts.some(({ state }) => state === 'signed-out' || state === 'needs-permission')
  await ports.badge.show(waiting.length, needsUser)
}
