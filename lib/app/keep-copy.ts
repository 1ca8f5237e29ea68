import type { DavEntry } from '../cloud/dav-entries.ts'
import { copyEnded, judgeCopy, looked, type CopyJob } from '../domain/copy-job.ts'
import { failure, isTransient, type Failure } from '../domain/failure.ts'
import { freeName } from '../domain/free-name.ts'
import { mountpointOf } from '../domain/mounted-share.ts'
import { openUrl } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { addCopy, changeCopy, readCopy } from './copy-store.ts'
import { openHome, type Home } from './home.ts'
import type { ShareRef } from './inbox-store.ts'
import { noted } from './mark-account.ts'
import { measure } from './measure.ts'
import type { Ports } from './ports.ts'

/** How often a name that turned out to be taken is replaced by another. */
const clashesAtMost = 3
/** How long a home may be away before a copy in doubt is given up, in milliseconds. */
const patience = 24 * 3_600_000

/**
 * Begins a copy of a mounted share into a folder of the account's own. `run` carries it on. A copy of the same share
 * that is under way is joined. Failure: `share-gone`.
 */
export async function keepCopy(
  ports: Ports,
  run: (id: string) => Promise<unknown>,
  { accountId, shareId }: ShareRef,
  folder: string,
): Promise<Result<CopyJob>> {
  const share = (await ports.stores.mounts.read())[accountId]?.shares.find(({ id }) => id === shareId)
  if (!share) return failed(failure('share-gone'))
  const now = ports.now()
  const from = mountpointOf(share)
  const name = from.slice(from.lastIndexOf('/') + 1)
  const fresh = { state: 'preparing', looks: 0, still: 0, clashes: 0, createdAt: now, updatedAt: now } as const
  const job = await addCopy(ports, { id: ports.newId(), accountId, shareId, from, name, folder, ...fresh })
  void run(job.id)
  return ok(job)
}

/**
 * Carries a copy on until it has ended or must be looked at again later. Safe to call at any time: each step is written
 * down before it is taken, and a copy that may have begun is never begun again.
 */
export async function runCopy(ports: Ports, id: string): Promise<void> {
  for (;;) {
    const job = await readCopy(ports, id)
    if (!job || copyEnded(job)) return
    const home = await openHome(ports, job.accountId)
    const changes = home.ok ? await step(ports, job, home.value) : end(home.failure)
    await changeCopy(ports, id, changes)
    if (changes.failure) await noted(ports, job.accountId, failed(changes.failure))
    if (changes.looks !== undefined && changes.state === undefined) return
  }
}

const end = (why: Failure): Partial<CopyJob> => ({ state: 'failed', failure: why })

async function step(ports: Ports, job: CopyJob, home: Home): Promise<Partial<CopyJob>> {
  if (job.to === undefined || job.state === 'preparing') return prepare(job, home)
  if (job.sent) return lookAfter(ports, job, home, job.to)
  await changeCopy(ports, job.id, { sent: true })
  return send(job, home, job.to)
}

/** Chooses a free name and makes sure that the copy will fit, before anything is copied. */
async function prepare(job: CopyJob, home: Home): Promise<Partial<CopyJob>> {
  const { account, cloud } = home
  const source = await cloud.files(account.userId, job.from)
  if (!source.ok) return end(source.failure)
  const target = await cloud.files(account.userId, job.folder)
  if (!target.ok) return end(target.failure)
  const [item] = source.value ?? []
  const [folder, ...content] = target.value ?? []
  if (!item) return end(failure('share-gone'))
  if (folder?.kind !== 'folder') return end(failure('folder-gone'))
  const size = await measure(home, item)
  const short = folder.free !== undefined && size !== undefined && size > folder.free
  if (short) return end(failure('storage-full'))
  const name = freeName(job.name, names(content), item.kind)
  const to = folder.path === '/' ? `/${name}` : `${folder.path}/${name}`
  return { state: 'copying', kind: item.kind, to, ...(size === undefined ? {} : { size }) }
}

const names = (content: DavEntry[]): string[] => content.map(({ name }) => name)

async function send(job: CopyJob, home: Home, to: string): Promise<Partial<CopyJob>> {
  const copied = await home.cloud.copy({ userId: home.account.userId, from: job.from, to })
  if (copied.ok) return copied.value === 'copied' ? finish(job, home, to) : { looks: 1 }
  const { failure: why } = copied
  if (why.code !== 'name-taken') return afterRefusal(home, to, why)
  // Somebody was faster; look again for a free name.
  const clashes = job.clashes + 1
  return clashes > clashesAtMost ? end(why) : { state: 'preparing', sent: false, clashes }
}

/** A copy that broke off leaves behind what it had: the name was free before, so whatever is there now is that. */
async function afterRefusal({ account, cloud }: Home, to: string, why: Failure): Promise<Partial<CopyJob>> {
  const left = await cloud.files(account.userId, to)
  return end(left.ok && left.value ? failure('copy-incomplete', why.detail) : why)
}

/** The copy may have been sent and nobody knows what came of it. */
async function lookAfter(ports: Ports, job: CopyJob, home: Home, to: string): Promise<Partial<CopyJob>> {
  const listed = await home.cloud.files(home.account.userId, to)
  if (!listed.ok) {
    // Not reachable now: that says nothing about the copy, for a while.
    const mayComeBack = isTransient(listed.failure.code) && ports.now() - job.createdAt < patience
    return mayComeBack ? { looks: job.looks } : end(listed.failure)
  }
  const [entry] = listed.value ?? []
  const size = entry && (await measure(home, entry))
  const sighting = size === undefined ? (entry ? {} : null) : { size }
  switch (judgeCopy(job, sighting)) {
    case 'complete':
      return finish(job, home, to)
    case 'nothing':
      return end(failure('copy-lost'))
    case 'incomplete':
      return end(failure('copy-incomplete'))
    case 'look-again':
      return looked(job, sighting)
  }
}

async function finish(job: CopyJob, { account, cloud }: Home, to: string): Promise<Partial<CopyJob>> {
  const listed = await cloud.files(account.userId, to)
  const [entry] = (listed.ok && listed.value) || []
  const share = { id: '', remote: '', name: job.name, owner: '', accepted: true, mountpoint: to }
  const { kind = job.kind, fileId } = entry ?? {}
  const opened = { ...share, ...(kind ? { kind } : {}), ...(fileId ? { fileId } : {}) }
  return { state: 'done', openUrl: openUrl(account.base, opened) }
}
