import type { FailureCode } from './failure.ts'

/** `ocis` is OpenCloud too: both have links that no other product can mount. */
export type SharePageProduct = 'nextcloud' | 'owncloud' | 'ocis'

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
  /** The page says that the link has a password, which this visitor has entered. */
  isProtected?: boolean
  /** Why this link cannot be mounted; absent when it can. */
  reason?: FailureCode
}
