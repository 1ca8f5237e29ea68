import type { Cloud } from '../cloud/create-cloud.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { asMounted, type MountedShare } from '../domain/mounted-share.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Home } from './home.ts'
import { changeMounts, emptyMounts, withoutShare, withShare } from './mounted-store.ts'
import type { AccountMounts, Ports } from './ports.ts'

/** Each look makes the home contact one remote. */
const looksAtMost = 50
const looksAtOnce = 4
/** No look is begun after so many times the patience for one: who waits longer has gone. */
const patienceInAll = 3

/**
 * Looks by id at every share that should be mounted and is not in the list: what the list showed the last time, and what
 * was accepted here. Each outcome is stored as it comes.
 */
export async function checkMissing(ports: Ports, home: Home, list: ReceivedShare[], patience: number): Promise<void> {
  const accountId = home.account.id
  const mounts = (await ports.stores.mounts.read())[accountId] ?? emptyMounts
  const jobs = (await ports.stores.jobs.read()).filter((job) => job.accountId === accountId)
  const listed = new Set(list.map(({ id }) => id))
  const queue = suspects(mounts, jobs).filter(({ id }) => !listed.has(id))
  const onList = new Set(mounts.shares.map(({ id }) => id))
  const until = ports.now() + patienceInAll * patience
  const work = async (): Promise<void> => {
    for (let share = queue.shift(); share && ports.now() < until; share = queue.shift()) {
      const { id } = share
      const seen = await look(home.cloud, share, patience)
      await changeMounts(ports, accountId, (now) => {
        if (now.gone[id] !== undefined) return now
        if (seen !== 'none') return withShare(now, seen)
        return onList.has(id)
          ? withShare(now, { ...asMounted(share), trouble: 'left' })
          : withoutShare(now, id, ports.now())
      })
    }
  }
  await Promise.all(Array.from({ length: looksAtOnce }, work))
}

function suspects({ shares, doubtful, gone }: AccountMounts, jobs: MountJob[]): ReceivedShare[] {
  const all = [...shares.filter(({ trouble }) => trouble !== 'left'), ...doubtful, ...jobs.flatMap(acceptedBy)]
  const byId = new Map(all.toReversed().map((share) => [share.id, share]))
  return [...byId.values()].filter(({ id }) => gone[id] === undefined).slice(0, looksAtMost)
}

/** What a job has accepted, whatever the server said to it. */
function acceptedBy({ shareId, acceptSent, state, mountpoint, link, name, owner }: MountJob): ReceivedShare[] {
  if (shareId === undefined || !(acceptSent || state === 'mounted')) return []
  return [
    {
      id: shareId,
      remote: link.base,
      name: name ?? mountpoint?.slice(mountpoint.lastIndexOf('/') + 1) ?? '',
      owner: owner ?? '',
      accepted: true,
      ...(mountpoint === undefined ? {} : { mountpoint }),
    },
  ]
}

/**
 * One share, as its home sees it now. An error of the server on this call means a dead row (recorded
 * owncloud-10.15.2/802), or a Nextcloud that finds out this very moment and forgets the share (recorded
 * nextcloud-32.0.1/11-09), so it is asked twice.
 */
async function look(cloud: Cloud, share: ReceivedShare, patience: number): Promise<MountedShare | 'none'> {
  const first = await cloud.remoteShares.get(share.id, patience)
  const isError = !first.ok && first.failure.code === 'server-error'
  const found = isError ? await cloud.remoteShares.get(share.id, patience) : first
  if (found.ok) return found.value?.accepted ? asMounted(found.value) : 'none'
  if (found.failure.code === 'server-error') return { ...share, trouble: 'dead' }
  return found.failure.code === 'home-unreachable' ? { ...share, trouble: 'unreachable' } : asMounted(share)
}
