import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { sameDeletion, type ShareDeletion } from '../domain/share-deletion.ts'
import { alarmFor } from './alarms.ts'
import { undoWindow } from './answer-share.ts'
import { openHome, type Home } from './home.ts'
import type { ShareRef } from './inbox-store.ts'
import type { Ports } from './ports.ts'
import { logged } from './sharing.ts'

/** Deletes an outgoing share after the undo window. It is written down first, so that it also happens without us. */
export async function deleteLater(
  ports: Ports,
  about: Pick<ShareDeletion, 'accountId' | 'shareId' | 'kind' | 'path' | 'with'>,
): Promise<void> {
  const sendAt = ports.now() + undoWindow
  // Before it is written down: an alarm for nothing does no harm, a deletion without one might never go.
  await ports.alarms.set(alarmFor('deletion'), sendAt)
  await ports.stores.deletions.update((all) => [
    ...all.filter((one) => !sameDeletion(one, about)),
    { ...about, sendAt },
  ])
}

/** Takes a deletion back, unless it is on its way; forgets one that failed. */
export async function dropDeletion(ports: Ports, ref: ShareRef): Promise<void> {
  await changeDeletion(ports, ref, (one) => (one.sending && !one.failure ? one : undefined))
}

/** Sends what is due, and again what a worker's death left in doubt: deleting twice does no more than once. */
export async function sendDeletions(ports: Ports): Promise<void> {
  // Looked for anew each time: another may have become due meanwhile. Each is gone or has failed afterwards.
  for (;;) {
    const waiting = await ports.stores.deletions.read()
    const due = waiting.find(({ failure, sendAt }) => !failure && sendAt <= ports.now())
    if (!due) return
    await sendDeletion(ports, due)
  }
}

async function sendDeletion(ports: Ports, ref: ShareRef): Promise<void> {
  let stands = false
  await changeDeletion(ports, ref, (one) => {
    stands = true
    return { ...one, sending: true }
  })
  if (!stands) return
  const home = await openHome(ports, ref.accountId)
  const deleted = home.ok ? await remove(home.value, ref.shareId) : home
  await logged(ports, ref.accountId, 'delete', deleted)
  await changeDeletion(ports, ref, (one) => (deleted.ok ? undefined : { ...one, failure: deleted.failure }))
}

/**
 * Deletes a share; one that is gone already is as good. Servers answer 404 to other trouble too, such as a file that is
 * locked, and nobody may believe a share gone that is not: so what is said to be gone is looked for.
 */
async function remove({ account, cloud }: Home, shareId: string): Promise<Result<void>> {
  const shares = cloud.shares(account.product)
  const deleted = await shares.remove(shareId)
  if (deleted.ok || deleted.failure.code !== 'outgoing-gone') return deleted
  const found = await shares.get(shareId)
  if (found.ok) return failed(failure('share-not-allowed', deleted.failure.detail))
  return found.failure.code === 'outgoing-gone' ? ok() : found
}

/** Changes one deletion; returning undefined takes it off the list. */
async function changeDeletion(
  ports: Ports,
  ref: ShareRef,
  change: (one: ShareDeletion) => ShareDeletion | undefined,
): Promise<void> {
  await ports.stores.deletions.update((all) =>
    all.flatMap((one) => (sameDeletion(one, ref) ? (change(one) ?? []) : one)),
  )
}
