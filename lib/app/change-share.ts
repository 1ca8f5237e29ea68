import type { ShareChange } from '../domain/outgoing-share.ts'
import type { ChangeResult, OutgoingShareView } from '../protocol.ts'
import type { OutgoingShare } from '../domain/outgoing-share.ts'
import type { ShareRef } from './inbox-store.ts'
import { outgoingView } from './outgoing-view.ts'
import { logged, type SharingDoor } from './sharing.ts'

/** Changes a share, starting from how it is now: somebody may have changed it elsewhere. */
export async function changeShareOf(
  door: SharingDoor,
  { accountId, shareId }: ShareRef,
  change: ShareChange,
): Promise<ChangeResult> {
  const sharing = await door.open(accountId)
  if (!sharing.ok) return { ...sharing, changed: [] }
  const { account, rules, shares } = sharing.value
  const view = (share: OutgoingShare): OutgoingShareView => outgoingView(account, rules, share)
  const current = await shares.get(shareId)
  if (!current.ok) return { ...(await logged(door.ports, accountId, 'change', current)), changed: [] }
  const result = await logged(door.ports, accountId, 'change', await shares.change(current.value, change))
  if (result.ok) return { ok: true, value: view(result.value) }
  const { share, ...refusal } = result
  return { ...refusal, ...(share ? { share: view(share) } : {}) }
}
