import { showBadge } from './badge.ts'
import type { AccountInbox, InboxShare, Ports } from './ports.ts'

export interface ShareRef {
  accountId: string
  shareId: string
}

export type Inboxes = Record<string, AccountInbox>

/** Of an account that was never asked. */
export const emptyInbox: AccountInbox = { shares: [], checkedAt: 0, failures: 0 }

/** Undefined takes the share off the list. */
export type ShareChange = (share: InboxShare) => InboxShare | undefined

/** How long a share that left the list is remembered, in milliseconds: longer than any list is on its way. */
const leftMemory = 10 * 60_000

export async function readShare(ports: Ports, { accountId, shareId }: ShareRef): Promise<InboxShare | undefined> {
  return (await ports.stores.inbox.read())[accountId]?.shares.find(({ id }) => id === shareId)
}

/** Changes one pending share; returning undefined takes it off the list. */
export async function changeShare(ports: Ports, ref: ShareRef, change: ShareChange): Promise<void> {
  await ports.stores.inbox.update((all) => withChange(all, ref, change, ports.now()))
  await showBadge(ports)
}

/** All inboxes after a change of one share. Nothing comes back of an account that was signed out meanwhile. */
export function withChange(all: Inboxes, { accountId, shareId }: ShareRef, change: ShareChange, now: number): Inboxes {
  const inbox = all[accountId]
  const before = inbox?.shares.find(({ id }) => id === shareId)
  const after = before && change(before)
  if (!inbox || before === after) return all
  const shares = inbox.shares.flatMap((share) => (share === before ? (after ?? []) : share))
  return { ...all, [accountId]: { ...inbox, shares, ...(after ? {} : { left: withLeft(inbox, shareId, now) }) } }
}

/** All inboxes after a change of each share. Unchanged when no share is. */
export function changeEach(all: Inboxes, change: (share: InboxShare, accountId: string) => InboxShare): Inboxes {
  let isSame = true
  const entries = Object.entries(all).map(([accountId, inbox]) => {
    const shares = inbox.shares.map((share) => {
      const after = change(share, accountId)
      isSame &&= after === share
      return after
    })
    return [accountId, { ...inbox, shares }]
  })
  return isSame ? all : (Object.fromEntries(entries) as Inboxes)
}

/** A share was answered outside the inbox: no list that is on its way may bring it back. */
export async function takeOff(ports: Ports, { accountId, shareId }: ShareRef): Promise<void> {
  await ports.stores.inbox.update((all) => {
    const inbox = all[accountId]
    if (!inbox) return all
    const shares = inbox.shares.filter(({ id }) => id !== shareId)
    return { ...all, [accountId]: { ...inbox, shares, left: withLeft(inbox, shareId, ports.now()) } }
  })
}

function withLeft({ left = {} }: AccountInbox, shareId: string, now: number): Record<string, number> {
  const recent = Object.entries(left).filter(([, at]) => now - at < leftMemory)
  return { ...Object.fromEntries(recent), [shareId]: now }
}

export function withoutAnswer({ answer: _, ...share }: InboxShare): InboxShare {
  return share
}
