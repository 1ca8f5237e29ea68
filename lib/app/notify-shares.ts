import { counted } from '../domain/counted.ts'
import { displayName } from '../domain/display-name.ts'
import { isRunning, type MountJob } from '../domain/mount-job.ts'
import { matches } from '../domain/received-share.ts'
import type { ShareRef } from './inbox-store.ts'
import { log } from './log.ts'
import type { InboxShare, Ports } from './ports.ts'
import { settingsOf } from './settings.ts'
import { hostOf } from './address-view.ts'

/** One notification stands for several shares. */
export const severalId = 'shares'
export const notificationFor = ({ accountId, shareId }: ShareRef): string => JSON.stringify([accountId, shareId])

/** Ids remembered per account beyond those still pending: a list that comes back short once is no reason to repeat. */
const remembered = 1000

/** Systems cut what a notification says after two or three lines, and the server stands last. In characters. */
const longest = { owner: 40, host: 60 }

type Fresh = ShareRef & { share: InboxShare }

/**
 * Shows a desktop notification for the pending shares that have had none: one for a single share, with its answers as
 * buttons, or one that sums up several. What was shown is written down first: rather once too few than twice.
 * Shares that a running job asked for are no news.
 */
export async function notifyShares(ports: Ports): Promise<void> {
  const { stores } = ports
  const [inbox, accounts, jobs] = await Promise.all([stores.inbox.read(), stores.accounts.read(), stores.jobs.read()])
  const pending = accounts.flatMap(({ id: accountId }) =>
    (inbox[accountId]?.shares ?? []).map((share): Fresh => ({ accountId, shareId: share.id, share })),
  )
  await clearAnswered(ports, pending)
  const before = await stores.notified.read()
  const fresh = pending
    .filter(({ accountId, shareId }) => !before[accountId]?.includes(shareId))
    .filter(({ share, accountId }) => !share.answer && !jobs.some((job) => isAwaitedBy(job, accountId, share)))
  if (fresh.length === 0) return
  await stores.notified.update((notified) => remember(notified, fresh, pending))
  if (!(await settingsOf(ports)).notifications) return
  await show(ports, fresh)
  await log(ports, { type: 'notification', shares: fresh.length })
}

const isAwaitedBy = (job: MountJob, accountId: string, share: InboxShare): boolean =>
  isRunning(job) && job.accountId === accountId && (job.shareId === share.id || matches(share, job))

async function show(ports: Ports, fresh: Fresh[]): Promise<void> {
  const [first, ...others] = fresh
  if (!first) return
  if (others.length > 0) {
    const from = [...new Set(fresh.map(({ share }) => hostOf(share.remote)))].slice(0, 3).join(', ')
    const message = ports.t('notification_several_from', from)
    return ports.notifications.show({
      id: severalId,
      title: counted(ports.t, 'notification_several', fresh.length),
      message,
    })
  }
  const { share } = first
  const owner = displayName(share.owner, longest.owner) || ports.t('common_unnamed')
  const host = hostOf(share.remote)
  await ports.notifications.show({
    id: notificationFor(first),
    title: ports.t('notification_one', displayName(share.name) || ports.t('common_unnamed')),
    // The server's whole name, not only the owner's words about themselves.
    message: ports.t('notification_from', owner, host),
    // Where it cannot be read as a whole, nothing is accepted: a click opens the inbox, which shows it.
    ...(host.length > longest.host
      ? {}
      : { buttons: [ports.t('notification_accept'), ports.t('notification_decline')] }),
  })
}

/** What was answered elsewhere needs no answer any more. */
async function clearAnswered(ports: Ports, pending: Fresh[]): Promise<void> {
  const waiting = new Set(pending.filter(({ share }) => !share.answer).map(notificationFor))
  const shown = await ports.notifications.shown()
  const over = shown.filter((id) => (id === severalId ? waiting.size === 0 : id.startsWith('[') && !waiting.has(id)))
  for (const id of over) await ports.notifications.clear(id)
}

function remember(notified: Record<string, string[]>, fresh: Fresh[], pending: Fresh[]): Record<string, string[]> {
  const after = { ...notified }
  for (const { accountId, shareId } of fresh) after[accountId] = [...(after[accountId] ?? []), shareId]
  const waiting = new Set(pending.map(notificationFor))
  for (const [accountId, ids] of Object.entries(after)) {
    const old = ids.filter((shareId) => !waiting.has(notificationFor({ accountId, shareId }))).slice(-remembered)
    const kept = new Set(old)
    after[accountId] = ids.filter(
      (shareId) => kept.has(shareId) || waiting.has(notificationFor({ accountId, shareId })),
    )
  }
  return after
}
