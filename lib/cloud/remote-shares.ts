import { failure, type FailureCode } from '../domain/failure.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { mountTimeout, type Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { readShare, readShares } from './received-shares.ts'

const root = '/apps/files_sharing/api/v1/remote_shares'

/**
 * Pending shares, oldest first. Read from the home's database only. Recorded: 04-11 (Nextcloud), 502 (ownCloud). What
 * the account declined or unmounted of a group's share is listed for ever and cannot be declined away (recorded
 * nextcloud-33.0.3/16-12, 16-14, 16-18): it is answered, not pending.
 */
export async function listPending(http: Http): Promise<Result<ReceivedShare[]>> {
  const listed = await list(http, `${root}/pending`, {})
  return listed.ok ? ok(listed.value.filter(({ groupShareId }) => groupShareId === undefined)) : listed
}

/**
 * Mounted shares. The home contacts every remote for this, so it is slow and can hang, and a share that is missing
 * may just be unavailable. Recorded: nextcloud-32.0.1/04-17, owncloud-10.15.2/560, 810.
 * @param timeoutMs how long the user is made to wait
 */
export const listMounted = (http: Http, timeoutMs = mountTimeout): Promise<Result<ReceivedShare[]>> =>
  list(http, root, { timeoutMs })

/**
 * One share, pending or mounted; null when there is none with this id. Recorded: 04-18, 04-19, 505, 550. The first
 * call after the owner took the item back may answer 500 (`server-error`), later ones null (recorded 11-11).
 */
export async function getOne(http: Http, id: string, timeoutMs = mountTimeout): Promise<Result<ReceivedShare | null>> {
  const answer = await askOcs(http, { method: 'GET', path: pathOf(id), timeoutMs })
  if (!answer.ok || answer.value === null) return answer as Result<null>
  const share = readShare(answer.value)
  return share ? ok(share) : failed(failure('answer-unreadable', 'not a received share'))
}

/**
 * Mounts a pending share. NOT idempotent: a second call answers 200 and renames the mount to "name (2)" (recorded
 * nextcloud-32.0.1/04-15, owncloud-10.15.2/541), so look with `getOne` before repeating it. Servers that run into an
 * unusable remote answer 500 and may have accepted all the same (owncloud-10.15.2/801). Failure: `accept-gone`.
 */
export const accept = (http: Http, id: string): Promise<Result<void>> =>
  act(http, 'POST', pathOf(id, '/pending'), 'accept-gone')

/** Declines a pending share, and unmounts a mounted one just as well (recorded 539b). Failure: `share-gone`. */
export const decline = (http: Http, id: string): Promise<Result<void>> =>
  act(http, 'DELETE', pathOf(id, '/pending'), 'share-gone')

/**
 * Unmounts a share; the remote is told. Recorded: 04-30, 571, 574, 591. Failures: `share-gone`, `home-refused` ("Could
 * not unshare": the mount cannot be found by its path, nextcloud/server#14797).
 */
export const remove = (http: Http, id: string): Promise<Result<void>> => act(http, 'DELETE', pathOf(id), 'share-gone')

const pathOf = (id: string, under = ''): string => `${root}${under}/${encodeURIComponent(id)}`

async function list(http: Http, path: string, options: { timeoutMs?: number }): Promise<Result<ReceivedShare[]>> {
  const answer = await askOcs(http, { method: 'GET', path, ...options })
  if (!answer.ok) return answer
  // A list that is "not found" is a route that is not there.
  return answer.value ? readShares(answer.value) : failed(failure('home-too-old', 'no such list'))
}

async function act(http: Http, method: string, path: string, gone: FailureCode): Promise<Result<void>> {
  const answer = await askOcs(http, { method, path, timeoutMs: mountTimeout })
  if (!answer.ok) return answer
  return answer.value ? ok() : failed(failure(gone))
}
