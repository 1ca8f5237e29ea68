import type { FailureCode } from './failure.ts'

export type SharePageProduct = 'nextcloud' | 'owncloud'

/** What a recogniser read from a share page. Everything in it comes from a stranger's page. */
export interface SharePage {
  product: SharePageProduct
  /** Base URL of the remote, computed from the address bar, never from the document. */
  base: string
  token: string
  kind: 'folder' | 'file' | 'unknown'
  name?: string
  owner?: string
  /** The page asks the visitor for the link's password. */
  needsPassword: boolean
  /** Why this link cannot be mounted; absent when it can. */
  reason?: FailureCode
}
