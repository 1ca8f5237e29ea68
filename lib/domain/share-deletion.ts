import type { Failure } from './failure.ts'
import type { ShareKind } from './outgoing-share.ts'

/** An outgoing share the user wants deleted: written down before it is sent, and only for as long. */
export interface ShareDeletion {
  accountId: string
  shareId: string
  /** What was shared and with whom, for the line with "Undo". */
  kind: ShareKind
  path: string
  with?: string
  /** It can be undone until then, milliseconds since the epoch. */
  sendAt: number
  /** It is, or may be, on its way. */
  sending?: boolean
  /** Why it came to nothing. */
  failure?: Failure
}

export const sameDeletion = (a: Pick<ShareDeletion, 'accountId' | 'shareId'>, b: typeof a): boolean =>
  a.accountId === b.accountId && a.shareId === b.shareId
