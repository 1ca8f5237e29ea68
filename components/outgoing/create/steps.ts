import type { ItemType, Rights, ShareKind } from '../../../lib/domain/outgoing-share.ts'
import type { CloudIdCheck } from '../../../lib/protocol.ts'

/** What is going to be shared. */
export interface ChosenItem {
  path: string
  name: string
  itemType: ItemType
  /** What can be given at most, where it is known. */
  rights?: Rights
}

/** With whom, or how. */
export interface Target {
  kind: ShareKind
  /** What the server calls the receiver; absent for a link. */
  with?: string
  label?: string
  detail?: string
  /** What the other server said about itself; of a federated receiver. */
  check?: CloudIdCheck
  /** A link with a password and a last day, or one that only takes files in. */
  link?: 'protected' | 'request'
}
