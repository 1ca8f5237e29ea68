import { failure, type Failure } from '../domain/failure.ts'
import { openUrl } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { acceptShare, doubtAbout, type Acceptance } from './accept-share.ts'
import { alarmFor } from './alarms.ts'
import { openHome } from './home.ts'
import { changeShare, readShare, type ShareRef } from './inbox-store.ts'
import { log } from './log.ts'
import { markAccount } from './mark-account.ts'
import { rememberDoubtful, rememberMounted } from './mounted-store.ts'
import type { InboxShare, Ports } from './ports.ts'

/** How long a decline can be undone, in milliseconds. */
export const undoWindow = 6_000

/** Accepts a pending share; the answer is written down before it is sent. Failures: as `acceptShare`. */
export async function acceptPending(ports: Ports, ref: ShareRef): Promise<Result<{ openUrl: string }>> {
  const share = await readShare(ports, ref)
  if (!share) return failed(failure('accept-gone'))
  await changeShare(ports, ref, ({ failure: _, ...known }) => ({ ...known, answer: { kind: 'accepting' } }))
  const { checkedAt = 0 } = (await ports.stores.inbox.read())[ref.accountId] ?? {}
  return finishAccepting(ports, ref, doubtAbout(share.answer?.kind === 'accepting', checkedAt, ports.now()))
}

async function finishAccepting(
  ports: Ports,
  ref: ShareRef,
  doubt: Acceptance['doubt'],
): Promise<Result<{ openUrl: string }>> {
  const home = await openHome(ports, ref.accountId)
  const accepted = home.ok
    ? await acceptShare({ cloud: home.value.cloud, shareId: ref.shareId, doubt, sleep: ports.sleep })
    : home
  await note(ports, ref, 'accept', accepted)
  if (!accepted.ok) {
    const share = accepted.failure.code === 'server-error' ? await readShare(ports, ref) : undefined
    if (share) await rememberDoubtful(ports, ref.accountId, share)
    await settle(ports, ref, accepted.failure)
    return accepted
  }
  await rememberMounted(ports, ref.accountId, accepted.value)
  await changeShare(ports, ref, () => undefined)
  return ok({ openUrl: home.ok ? openUrl(home.value.account.base, accepted.value) : '' })
}

/** Declines a pending share after the undo window. It is written down first, so that it also happens without us. */
export async function declinePending(ports: Ports, ref: ShareRef): Promise<void> {
  const sendAt = ports.now() + undoWindow
  // Before it is written down: an alarm for nothing does no harm, a decline without one might never go.
  await ports.alarms.set(alarmFor('decline'), sendAt)
  await changeShare(ports, ref, ({ failure: _, ...known }) => ({ ...known, answer: { kind: 'declining', sendAt } }))
}

/** Takes a decline back, unless it is on its way. */
export async function undoDecline(ports: Ports, ref: ShareRef): Promise<void> {
  await changeShare(ports, ref, (share) =>
    share.answer?.kind === 'declining' && !share.answer.sending ? withoutAnswer(share) : share,
  )
}

/**
 * Sends what is due and finishes what a worker's death interrupted. Called when the undo window ends, by alarm, and
 * whenever the background starts.
 */
export async function sendAnswers(ports: Ports): Promise<void> {
  const inboxes = await ports.stores.inbox.read()
  const answered = Object.entries(inboxes).flatMap(([accountId, { shares }]) =>
    shares.flatMap(({ id, answer }) => (answer ? [{ ref: { accountId, shareId: id }, answer }] : [])),
  )
  for (const { ref, answer } of answered) {
    if (answer.kind === 'accepting') await finishAccepting(ports, ref, 'sent')
    else if (answer.sendAt <= ports.now()) await sendDecline(ports, ref, answer.sending === true)
  }
}

async function sendDecline(ports: Ports, ref: ShareRef, mayHaveBeenSent: boolean): Promise<void> {
  const home = await openHome(ports, ref.accountId)
  if (!home.ok) return settle(ports, ref, home.failure)
  let stands = false
  await changeShare(ports, ref, (share) => {
    stands = share.answer?.kind === 'declining'
    return share.answer?.kind === 'declining' ? { ...share, answer: { ...share.answer, sending: true } } : share
  })
  if (!stands) return
  const { remoteShares } = home.value.cloud
  // Declining also unmounts what was accepted meanwhile (recorded owncloud-10.15.2/539b), so after a doubt look first.
  const found = mayHaveBeenSent ? await remoteShares.get(ref.shareId) : undefined
  const isOver = found?.ok && (found.value === null || found.value.accepted)
  const declined = isOver ? ok() : await remoteShares.decline(ref.shareId)
  await note(ports, ref, 'decline', declined)
  if (declined.ok || declined.failure.code === 'share-gone') await changeShare(ports, ref, () => undefined)
  else await settle(ports, ref, declined.failure)
}

async function note(
  ports: Ports,
  { accountId }: ShareRef,
  answer: 'accept' | 'decline',
  result: Result<unknown>,
): Promise<void> {
  const outcome = result.ok ? 'ok' : result.failure.code
  await log(ports, { type: 'answer', accountId, answer, outcome })
  if (outcome === 'home-rejected-login') await markAccount(ports, accountId, outcome)
}

/** The answer came to nothing: the share is pending again, and says why. One that is gone leaves the list. */
async function settle(ports: Ports, ref: ShareRef, why: Failure): Promise<void> {
  await changeShare(ports, ref, (share) =>
    why.code === 'accept-gone' ? undefined : { ...withoutAnswer(share), failure: why },
  )
}

function withoutAnswer({ answer: _, ...share }: InboxShare): InboxShare {
  return share
}
