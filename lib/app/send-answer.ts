import type { Cloud } from '../cloud/create-cloud.ts'
import { failure, type Failure } from '../domain/failure.ts'
import { openUrl } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { acceptShare, type Acceptance } from './accept-share.ts'
import { openHome } from './home.ts'
import { readShare, withoutAnswer, type ShareChange, type ShareRef } from './inbox-store.ts'
import { heedThrottling } from './keep-quiet.ts'
import { log } from './log.ts'
import { markAccount } from './mark-account.ts'
import { rememberDoubtful, rememberMounted } from './mounted-store.ts'
import type { Ports } from './ports.ts'

export type Opened = { openUrl: string }

/** What came of an answer, and what that makes of the share in the inbox; not stored yet. */
export interface Sent {
  /** As a question whether the share is mounted: one that was declined is `accept-gone`. */
  result: Result<Opened>
  change: ShareChange
}

/** Accepts a share whose acceptance is written down. Failures: as `acceptShare`. */
export async function sendAccept(ports: Ports, ref: ShareRef, doubt: Acceptance['doubt']): Promise<Sent> {
  const home = await openHome(ports, ref.accountId)
  if (!home.ok) return cameToNothing(await noted(ports, ref, 'accept', home))
  const { account, cloud } = home.value
  const accepted = await acceptShare({ cloud, shareId: ref.shareId, doubt, sleep: ports.sleep })
  await noted(ports, ref, 'accept', accepted)
  if (accepted.ok) {
    await rememberMounted(ports, ref.accountId, accepted.value)
    return { result: ok({ openUrl: openUrl(account.base, accepted.value) }), change: () => undefined }
  }
  const share = accepted.failure.code === 'server-error' ? await readShare(ports, ref) : undefined
  if (share) await rememberDoubtful(ports, ref.accountId, share)
  return cameToNothing(accepted)
}

/**
 * Declines a share whose decline is written down as being sent. Declining also unmounts what was accepted meanwhile
 * (recorded owncloud-10.15.2/539b), so after a doubt it looks first.
 */
export async function sendDecline(ports: Ports, ref: ShareRef, isDoubtful: boolean): Promise<Sent> {
  const home = await openHome(ports, ref.accountId)
  if (!home.ok) return cameToNothing(home)
  const declined = await decline(home.value.cloud, ref.shareId, isDoubtful)
  await noted(ports, ref, 'decline', declined)
  return cameToNothing(declined.ok ? failed(failure('accept-gone')) : declined)
}

async function decline({ remoteShares }: Cloud, id: string, isDoubtful: boolean): Promise<Result<void>> {
  const isOver = async (): Promise<boolean> => {
    const found = await remoteShares.get(id)
    return found.ok && (found.value === null || found.value.accepted)
  }
  if (isDoubtful && (await isOver())) return ok()
  const declined = await remoteShares.decline(id)
  if (declined.ok || declined.failure.code !== 'share-gone') return declined
  // A server in trouble may say so of a share that is there.
  return (await isOver()) ? ok() : failed(failure('server-error'))
}

/** The share is pending again, and says why. One that is gone leaves the list. */
const cameToNothing = (result: { ok: false; failure: Failure }): Sent => ({
  result,
  change: (share) =>
    result.failure.code === 'accept-gone' ? undefined : { ...withoutAnswer(share), failure: result.failure },
})

async function noted<R extends Result<unknown>>(
  ports: Ports,
  { accountId }: ShareRef,
  answer: 'accept' | 'decline',
  result: R,
): Promise<R> {
  const outcome = result.ok ? 'ok' : result.failure.code
  await log(ports, { type: 'answer', accountId, answer, outcome })
  if (outcome === 'home-rejected-login') await markAccount(ports, accountId, outcome)
  if (!result.ok) await heedThrottling(ports, accountId, result.failure)
  return result
}
