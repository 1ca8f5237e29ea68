import type { ItemType, Rights, ShareField, ShareKind } from '../../../lib/domain/outgoing-share.ts'
import type { KindRule } from '../../../lib/domain/share-rules.ts'
import type { Draft, FieldErrors } from '../draft.ts'

/** What each field of a share needs to know. */
export interface FieldProps {
  accountId: string
  draft: Draft
  /** Takes what changed, and forgets what was wrong with that field. */
  change: (field: ShareField, change: Partial<Draft>) => void
  errors: FieldErrors
  rule: KindRule
  kind: ShareKind
  itemType: ItemType
  /** The rights that can be given at most. */
  most?: Rights | undefined
  /** There is no such share yet. */
  creating?: boolean
  /** It has a password already, which nobody can read. */
  passwordSet?: boolean
}
