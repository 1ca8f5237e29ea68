import type { FieldResult, ItemType, OutgoingShare, Rights } from '../domain/outgoing-share.ts'
import { needsPassword } from '../domain/share-rules.ts'
import type { CreatedShare } from '../protocol.ts'
import { createShare, localDay } from './create-share.ts'
import { outgoingView } from './outgoing-view.ts'
import { noted } from './mark-account.ts'
import type { Sharing, SharingDoor } from './sharing.ts'
import { suggestPassword } from './suggest-password.ts'

const readOnly: Rights = { read: true, update: false, create: false, delete: false, share: false }

/** A link to an item: the plain one there is, else a new one with what the server demands. */
export async function quickLink(
  door: SharingDoor,
  { accountId, path, itemType }: { accountId: string; path: string; itemType: ItemType },
): Promise<FieldResult<CreatedShare & { password?: string }>> {
  const sharing = await door.open(accountId)
  if (!sharing.ok) return sharing
  const listed = await sharing.value.shares.list({ path })
  if (!listed.ok) {
    const field = listed.failure.code === 'file-gone' ? 'path' : listed.field
    return noted(door.ports, accountId, { ...listed, ...(field ? { field } : {}) })
  }
  const { account, rules } = sharing.value
  const plain = listed.value.find((share) => isPlain(share, localDay(door.ports)))
  if (plain) return { ok: true, value: { share: outgoingView(account, rules, plain), existing: true } }
  const password = mustHavePassword(sharing.value) ? await suggestPassword(sharing.value) : undefined
  const share = { path, itemType, kind: 'link' as const, rights: readOnly, ...(password ? { password } : {}) }
  const created = await createShare(door, accountId, share)
  return created.ok ? { ok: true, value: { ...created.value, ...(password ? { password } : {}) } } : created
}

/** Whoever has it can look, and nobody is asked for anything. */
const isPlain = ({ kind, hasPassword, rights, expires }: OutgoingShare, today: string): boolean =>
  kind === 'link' && !hasPassword && rights.read && !rights.update && !rights.create && (!expires || expires > today)

function mustHavePassword({ rules }: Sharing): boolean {
  const rule = rules?.kinds.link
  return rule !== undefined && needsPassword(rule, readOnly)
}
