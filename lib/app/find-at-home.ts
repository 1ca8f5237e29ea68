import type { MountJob } from '../domain/mount-job.ts'
import { sameBase } from '../domain/public-link.ts'
import { matches, type ReceivedShare } from '../domain/received-share.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Home } from './home.ts'

/**
 * Ids of what the home has before a job asks: whatever is not in here is new. An ownCloud home that mounts by itself has
 * nothing pending in between, so the mounted ones count too.
 */
export async function listKnown(job: MountJob, { account, cloud }: Home): Promise<Result<string[]>> {
  const pending = await cloud.remoteShares.pending()
  if (!pending.ok) return pending
  const mountsAtOnce = job.route === 'home-session' && account.product === 'owncloud'
  const mounted = mountsAtOnce ? await cloud.remoteShares.mounted() : ok<ReceivedShare[]>([])
  return mounted.ok ? ok([...pending.value, ...mounted.value].map(({ id }) => id)) : mounted
}

/** A mounted share of the link's item, whichever way it came. Without its name any share of that remote would fit. */
export async function findMounted(job: MountJob, { cloud }: Home): Promise<ReceivedShare | undefined> {
  if (job.name === undefined) return undefined
  const mounted = await cloud.remoteShares.mounted()
  return mounted.ok ? mounted.value.findLast((share) => matches(share, job)) : undefined
}

/** The id a home gives shares that it mounts by itself (recorded owncloud-10.15.2/414). */
const ownMount = '-1'

/** The share that the home mounted by itself since the job began. */
export async function findOwnMount(job: MountJob, { cloud }: Home): Promise<ReceivedShare | undefined> {
  const known = new Set(job.before)
  const mounted = await cloud.remoteShares.mounted()
  if (!mounted.ok) return undefined
  return mounted.value.findLast(
    (share) => !known.has(share.id) && share.remoteId === ownMount && sameBase(share.remote, job.link.base),
  )
}
