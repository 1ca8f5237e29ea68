import { isRunning } from '../domain/mount-job.ts'
import { alarmFor } from './alarms.ts'
import { undoWindow } from './answer-share.ts'
import { showBadge } from './badge.ts'
import { changeEach, withoutAnswer, type ShareRef } from './inbox-store.ts'
import type { InboxShare, Ports, ShareAnswer } from './ports.ts'

/** The queue is looked at again by alarm after this long, whatever became of the worker, in milliseconds. */
export const queuePause = 60_000

/**
 * Answers several pending shares: all answers are written down in one go and then sent one after the other, whether or
 * not anybody looks. Shares that have an answer already, or that a mount is about to accept, are left alone.
 */
export async function answerSeveral(ports: Ports, refs: ShareRef[], answer: 'accept' | 'decline'): Promise<void> {
  const now = ports.now()
  const chosen = new Set(refs.map(({ accountId, shareId }) => keyOf(accountId, shareId)))
  for (const { accountId, shareId = '' } of (await ports.stores.jobs.read()).filter(isRunning)) {
    chosen.delete(keyOf(accountId, shareId))
  }
  const isMeant = (accountId: string, share: InboxShare): boolean =>
    !share.answer && chosen.has(keyOf(accountId, share.id))
  const given: ShareAnswer =
    answer === 'accept' ? { kind: 'accepting', queued: true, at: now } : { kind: 'declining', sendAt: now + undoWindow }
  // Before they are written down: an alarm for nothing does no harm, answers without one might never go.
  await ports.alarms.set(alarmFor('answer'), now + (answer === 'accept' ? queuePause : undoWindow))
  await ports.stores.inbox.update((all) => {
    const shares = Object.entries(all).flatMap(([id, inbox]) => inbox.shares.map((share) => [id, share] as const))
    const several = shares.filter(([id, share]) => isMeant(id, share) || isUnsent(share)).length
    return changeEach(all, (share, accountId) => {
      if (!isMeant(accountId, share)) return share
      const { failure: _, ...known } = share
      return { ...known, answer: { ...given, several } }
    })
  })
  await showBadge(ports)
}

/** Of the answers given to several at once, those that are not on their way are taken back. */
export async function stopSeveral(ports: Ports): Promise<void> {
  await ports.stores.inbox.update((all) => changeEach(all, (share) => (isUnsent(share) ? withoutAnswer(share) : share)))
  await showBadge(ports)
}

/** Whether an answer that was given to several shares at once has not been sent to this one. */
export const isUnsent = ({ answer }: InboxShare): boolean =>
  answer?.several !== undefined && (answer.kind === 'accepting' ? answer.queued === true : !answer.sending)

const keyOf = (accountId: string, shareId: string): string => JSON.stringify([accountId, shareId])
