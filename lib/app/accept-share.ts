import type { Cloud } from '../cloud/create-cloud.ts'
import { failure, isTransient } from '../domain/failure.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'

/**
 * Accepts one pending share and returns it as mounted. Accepting twice renames the mount to "name (2)" on every
 * server (recorded nextcloud-32.0.1/04-15, owncloud-10.15.2/541), so after any doubt it is looked up first.
 * @param mayHaveBeenSent an earlier attempt may have reached the server
 * Failures: `accept-gone` when the share is no longer there, else what the server or the network says.
 */
export async function acceptShare(cloud: Cloud, id: string, mayHaveBeenSent: boolean): Promise<Result<ReceivedShare>> {
  if (mayHaveBeenSent) {
    const found = await lookUp(cloud, id)
    if (!found.ok || found.value.accepted) return found
  }
  const accepted = await cloud.remoteShares.accept(id)
  const now = await lookUp(cloud, id)
  if (!now.ok) return accepted.ok ? now : accepted
  if (now.value.accepted) return now
  return accepted.ok ? failed(failure('server-error')) : accepted
}

async function lookUp(cloud: Cloud, id: string): Promise<Result<ReceivedShare>> {
  const found = await cloud.remoteShares.get(id)
  if (!found.ok) return found
  return found.value ? ok(found.value) : failed(failure('accept-gone'))
}

/** Whether trying the same acceptance later makes sense. */
export const mayAcceptLater = (result: Result<ReceivedShare>): boolean => !result.ok && isTransient(result.failure.code)
