import { failure } from '../domain/failure.ts'
import type { Changed } from '../cloud/shares.ts'
import {
  isUploadOnly,
  type FieldResult,
  type NewShare,
  type OutgoingShare,
  type Rights,
  type ShareChange,
} from '../domain/outgoing-share.ts'
import { sameBase } from '../domain/public-link.ts'
import { parseCloudId } from '../domain/cloud-id.ts'
import { failed } from '../domain/result.ts'
import { likelyField } from '../domain/share-rules.ts'
import type { CreatedShare } from '../protocol.ts'
import { outgoingView } from './outgoing-view.ts'
import type { Ports } from './ports.ts'
import { isUncertain, logged, type Sharing, type SharingDoor } from './sharing.ts'

/**
 * Creates a share. What the item is shared as already is read first: some servers refuse a second share with the same
 * receiver without saying why, others answer with the first one; and a lost answer is found again by what is new.
 * Failures: as `shares.create`, each with its field where known.
 */
export async function createShare(
  door: SharingDoor,
  accountId: string,
  share: NewShare,
): Promise<FieldResult<CreatedShare>> {
  const { ports } = door
  const sharing = await door.open(accountId)
  if (!sharing.ok) return sharing
  const { account, rules, shares } = sharing.value
  const before = await shares.list({ path: share.path, reshares: true })
  if (!before.ok) {
    const field = before.failure.code === 'file-gone' ? 'path' : before.field
    return logged(ports, accountId, 'create', { ...before, ...(field ? { field } : {}) })
  }
  const there = before.value.find((one) => isSameReceiver(one, share))
  if (there) return { ...failed(failure('already-shared', there.with?.label)), field: 'with' }
  const created = await send(sharing.value, share, before.value)
  await logged(ports, accountId, 'create', created)
  if (!created.ok) return withField(created, share, likelyField(share, rules, localDay(ports)))
  const followed = await follow(shares, created.value, share)
  const view = outgoingView(account, rules, (followed.ok ? followed.value : followed.share) ?? created.value)
  if (followed.ok) return { ok: true, value: { share: view } }
  const { failure: why, field } = followed
  return { ok: true, value: { share: view, refused: { failure: why, ...(field ? { field } : {}) } } }
}

function isSameReceiver(one: OutgoingShare, share: NewShare): boolean {
  if (share.with === undefined || one.kind !== share.kind || one.with === undefined) return false
  const [a, b] = [parseCloudId(one.with.id), parseCloudId(share.with)]
  const isSameCloudId = share.kind === 'remote' && a && b && a.user === b.user && sameBase(a.base, b.base)
  return one.with.id === share.with || Boolean(isSameCloudId)
}

async function send(
  { account, shares }: Sharing,
  share: NewShare,
  before: OutgoingShare[],
): Promise<FieldResult<OutgoingShare>> {
  const created = await shares.create(share)
  if (created.ok || !isUncertain(created.failure)) return created
  const after = await shares.list({ path: share.path, reshares: true })
  const isNew = (one: OutgoingShare): boolean =>
    one.kind === share.kind &&
    one.by.id === account.userId &&
    !before.some(({ id }) => id === one.id) &&
    (!share.with || isSameReceiver(one, share))
  const found = after.ok ? after.value.find(isNew) : undefined
  return found ? { ok: true, value: found } : created
}

const uploadOnly: Rights = { read: false, update: false, create: true, delete: false, share: false }

/**
 * Completes a share that was just made. Nextcloud 29 lets everybody look into a link that was to take uploads only
 * (recorded nextcloud-29.0.1/17-03, 17-04): that ends first.
 */
async function follow(shares: Sharing['shares'], created: OutgoingShare, share: NewShare): Promise<Changed> {
  const isDrop = share.fileRequest || (share.rights !== undefined && isUploadOnly(share.rights))
  const closed = isDrop && created.rights.read ? await shares.change(created, { rights: uploadOnly }) : undefined
  if (closed && !closed.ok) return closed
  return shares.change(closed?.value ?? created, followUp(created, share))
}

/** What servers only take once the share is there, and a last day they added by themselves though none was wanted. */
function followUp(created: OutgoingShare, { hideDownload, token, expires }: NewShare): ShareChange {
  return {
    ...(hideDownload ? { hideDownload } : {}),
    ...(token ? { token } : {}),
    ...(expires === null && created.expires ? { expires } : {}),
  }
}

/** A refusal that names no field gets the likeliest one; about a receiver it says so. */
function withField(
  refused: Extract<FieldResult<never>, { ok: false }>,
  share: NewShare,
  likely: ReturnType<typeof likelyField>,
): FieldResult<never> {
  const { code, detail } = refused.failure
  const isRefusal = code === 'share-not-accepted' || code === 'share-not-allowed'
  if (refused.field || !isRefusal || !likely) return refused
  const isReceiver = likely === 'with' && share.with !== undefined
  return { ok: false, failure: isReceiver ? failure('receiver-unknown', detail) : refused.failure, field: likely }
}

/** Today as `YYYY-MM-DD`, where the user is. */
export function localDay(ports: Ports): string {
  const now = new Date(ports.now())
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
