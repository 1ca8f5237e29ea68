import { failure, type Failure } from '../domain/failure.ts'
import { doubtAbout, staleAfter, type Acceptance } from './accept-share.ts'
import { isUnsent } from './answer-several.ts'
import { changeEach, withChange, withoutAnswer, type Inboxes, type ShareRef } from './inbox-store.ts'
import type { InboxShare, ShareAnswer } from './ports.ts'

/** An answer whose turn it is, written down as being sent. */
export type Due = { ref: ShareRef; several: boolean } & (
  | { kind: 'accepting'; doubt: Acceptance['doubt'] }
  | { kind: 'declining'; isDoubtful: boolean }
)

/** A day: what was chosen then need not be wanted now, in milliseconds. */
const lifetime = 24 * 3_600_000

const isOverdue = (answer: ShareAnswer, now: number): boolean =>
  answer.kind === 'accepting' && answer.at !== undefined && now - answer.at > lifetime

/**
 * Takes the next answer to send, and marks it. One the user gave to a single share does not wait behind those to
 * several; of these the newest share comes first, as in the list.
 */
export function takeNext(all: Inboxes, now: number, isTaken: (ref: ShareRef) => boolean): { all: Inboxes; due?: Due } {
  const current = withoutOverdue(all, now)
  let next: { ref: ShareRef; share: InboxShare; answer: ShareAnswer } | undefined
  for (const [accountId, { shares }] of Object.entries(current)) {
    for (const share of shares) {
      const { answer, id: shareId } = share
      if (!answer || (answer.kind === 'declining' && answer.sendAt > now) || isTaken({ accountId, shareId })) continue
      if (!next || isBefore(share, next.share)) next = { ref: { accountId, shareId }, share, answer }
    }
  }
  if (!next) return { all: current }
  const { ref, answer } = next
  const { checkedAt = 0 } = current[ref.accountId] ?? {}
  const marked = marks(answer)
  return {
    all: marked === answer ? current : withChange(current, ref, (share) => ({ ...share, answer: marked }), now),
    due: { ref, several: answer.several !== undefined, ...dueOf(answer, checkedAt, now) },
  }
}

const isBefore = (a: InboxShare, b: InboxShare): boolean =>
  isUnsent(a) === isUnsent(b) ? a.firstSeen > b.firstSeen : !isUnsent(a)

function marks(answer: ShareAnswer): ShareAnswer {
  if (answer.kind === 'declining') return answer.sending ? answer : { ...answer, sending: true }
  const { queued, ...sent } = answer
  return queued ? sent : answer
}

function dueOf(answer: ShareAnswer, checkedAt: number, now: number) {
  if (answer.kind === 'declining') {
    // A machine that slept meanwhile: it may have been answered elsewhere.
    return { kind: answer.kind, isDoubtful: answer.sending === true || now - answer.sendAt > staleAfter }
  }
  return {
    kind: answer.kind,
    doubt: isOverdue(answer, now) ? 'overdue' : doubtAbout(!answer.queued, checkedAt, now),
  } as const
}

/** What waited in the queue for more than a day is the user's to decide anew. */
function withoutOverdue(all: Inboxes, now: number): Inboxes {
  return changeEach(all, (share) =>
    share.answer && isUnsent(share) && isOverdue(share.answer, now)
      ? { ...withoutAnswer(share), failure: failure('job-interrupted') }
      : share,
  )
}

/** The home of an account is away: what was still to be sent there is pending again, and says why. */
export function giveUp(all: Inboxes, accountId: string, why: Failure): Inboxes {
  return changeEach(all, (share, id) =>
    id === accountId && isUnsent(share) ? { ...withoutAnswer(share), failure: why } : share,
  )
}

/** When the next decline becomes due, in milliseconds since the epoch. */
export function nextDecline(all: Inboxes): number | undefined {
  const answers = Object.values(all).flatMap(({ shares }) => shares.map(({ answer }) => answer))
  const times = answers.flatMap((answer) => (answer?.kind === 'declining' ? answer.sendAt : []))
  return times.length > 0 ? Math.min(...times) : undefined
}
