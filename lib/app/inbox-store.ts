import { emptyInbox } from './refresh-inbox.ts'
import { showBadge } from './badge.ts'
import type { InboxShare, Ports } from './ports.ts'

export interface ShareRef {
  accountId: string
  shareId: string
}

export async function readShare(ports: Ports, { accountId, shareId }: ShareRef): Promise<InboxShare | undefined> {
  return (await ports.stores.inbox.read())[accountId]?.shares.find(({ id }) => id === shareId)
}

/** Changes one pending share; returning undefined takes it off the list. */
export async function changeShare(
  ports: Ports,
  { accountId, shareId }: ShareRef,
  change: (share: InboxShare) => InboxShare | undefined,
): Promise<void> {
  await ports.stores.inbox.update((all) => {
    const inbox = all[accountId] ?? emptyInbox
    const shares = inbox.shares.flatMap((share) => (share.id === shareId ? (change(share) ?? []) : share))
    return { ...all, [accountId]: { ...inbox, shares } }
  })
  await showBadge(ports)
}
