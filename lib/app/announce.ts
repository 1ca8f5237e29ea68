import type { Cloud } from '../cloud/create-cloud.ts'
import { announcedIdOf } from '../domain/announcement.ts'
import { cloudIdOf } from '../domain/cloud-id.ts'
import { isAskedFor } from '../domain/arrival.ts'
import { failure, type Failure } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { sameLink } from '../domain/public-link.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { unknownOwner } from '../domain/session-request.ts'
import { takeResult } from './ask.ts'
import { unclaimed } from './claims.ts'
import { findMounted } from './find-at-home.ts'
import type { Home } from './home.ts'
import { record } from './job-store.ts'
import type { Ports } from './ports.ts'
import { mountedBy } from './record-mounted.ts'
import type { Step } from './step.ts'

/**
 * Tells the user's own home about a public link without a password, as the remote would if it could. The share that is
 * then pending carries our own id, and is accepted like any other.
 */
export async function announceAtHome(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  const { account, cloud } = home
  const there = await findMounted(job, home)
  if (there) {
    await record(ports, job.id, mountedBy(account.base, there, { already: true }))
    return 'go-on'
  }
  const announced = await findAnnounced(ports, job, cloud)
  if (announced) {
    await record(ports, job.id, { type: 'arrived', shareId: announced.id })
    return 'go-on'
  }
  await record(ports, job.id, { type: 'about-to-ask', by: 'background' })
  const { link, name = '', owner = unknownOwner } = job
  const result = await cloud.announce(account.product, {
    link,
    name,
    owner,
    userId: account.userId,
    cloudId: cloudIdOf(account.userId, account.base),
    remoteId: announcedIdOf(job.id),
  })
  return takeResult(ports, job, home, result)
}

/** An earlier job for this link that came to nothing may have announced it all the same: once is enough. */
async function findAnnounced(ports: Ports, job: MountJob, cloud: Cloud): Promise<ReceivedShare | undefined> {
  const jobs = await ports.stores.jobs.read()
  const earlier = jobs.filter(
    ({ id, accountId, link, asked }) =>
      id !== job.id && accountId === job.accountId && asked && sameLink(link, job.link),
  )
  if (earlier.length === 0) return undefined
  const pending = await cloud.remoteShares.pending()
  const free = pending.ok ? await unclaimed(ports, job, pending.value) : []
  return free.find((share) => earlier.some(({ id }) => isAskedFor({ ...job, id }, share)))
}

/**
 * Nobody looks at an announced link before its share is accepted. One that cannot be used (it has a password after all,
 * it has expired, it only takes uploads) makes ownCloud answer 500 and Nextcloud forget the share.
 */
export const looksBroken = ({ route }: MountJob, { code }: Failure): boolean =>
  route === 'announce' && (code === 'server-error' || code === 'accept-gone')

/**
 * Removes what ownCloud then keeps: a row that is accepted, in no list, and goes by its id only (recorded
 * owncloud-10.15.2/801-805, 591). On Nextcloud there is nothing left to remove.
 */
export async function giveUpBroken(ports: Ports, job: MountJob, cloud: Cloud, why: Failure): Promise<Step> {
  if (job.shareId !== undefined) await cloud.remoteShares.remove(job.shareId)
  await record(ports, job.id, { type: 'failed', failure: failure('share-unusable', why.detail) })
  return 'go-on'
}
