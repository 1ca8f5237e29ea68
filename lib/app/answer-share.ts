import { alarmFor } from './alarms.ts'
import { changeShare, withoutAnswer, type ShareRef } from './inbox-store.ts'
import type { Ports } from './ports.ts'

/** How long a decline can be undone, in milliseconds. */
export const undoWindow = 6_000

/** Declines a pending share after the undo window. It is written down first, so that it also happens without us. */
export async function declinePending(ports: Ports, ref: ShareRef): Promise<void> {
  const sendAt = ports.now() + undoWindow
  // Before it is written down: an alarm for nothing does no harm, a decline without one might never go.
  await ports.alarms.set(alarmFor('answer'), sendAt)
  await changeShare(ports, ref, ({ failure: _, ...known }) => ({ ...known, answer: { kind: 'declining', sendAt } }))
}

/** Takes a decline back, unless it is on its way. */
export async function undoDecline(ports: Ports, ref: ShareRef): Promise<void> {
  await changeShare(ports, ref, (share) =>
    share.answer?.kind === 'declining' && !share.answer.sending ? withoutAnswer(share) : share,
  )
}
