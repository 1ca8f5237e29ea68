import type { ShareKind } from './outgoing-share.ts'

/** Somebody or something a share can be for. Names come from strangers and other users. */
export interface Sharee {
  kind: Exclude<ShareKind, 'link'>
  /** What to create the share with. */
  id: string
  label: string
  /** Mail address, user name or whatever tells namesakes apart. */
  detail?: string
  /** It is exactly what was typed. */
  exact: boolean
  /** For federated ones: host, port and folder. */
  host?: string
}
