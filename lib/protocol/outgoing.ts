/** Messages about what the account gives to others: outgoing shares, and what is needed to make one. Types only. */
import type { Failure } from '../domain/failure.ts'
import type {
  FieldResult,
  ItemType,
  NewShare,
  OutgoingShare,
  ShareChange,
  ShareField,
  ShareKind,
} from '../domain/outgoing-share.ts'
import type { Sharee } from '../domain/sharee.ts'
import type { Result } from '../domain/result.ts'
import type { Reach } from '../domain/server-address.ts'
import type { ShareRules } from '../domain/share-rules.ts'
import type { Search } from './files.ts'

export type { FieldResult } from '../domain/outgoing-share.ts'
export type { Sharee } from '../domain/sharee.ts'

/** A share the account gives to others. Names of receivers come from strangers. */
export interface OutgoingShareView extends Omit<OutgoingShare, 'attributes' | 'by' | 'trusted' | 'mayEdit'> {
  accountId: string
  /** The last part of the path; empty for the root. */
  name: string
  /** Receivers of a mail share that is a list. */
  emails?: string[]
  downloadAllowed: boolean
  fileRequest: boolean
  /** Somebody else shared it on: who. */
  by?: string
  /** Opens the item in the home's Files. */
  openUrl: string
  /** For federated shares only. */
  otherSide?: OtherSide
  /** What the server lets this share be changed in. */
  editable: ShareField[]
}

/** What is known about the server a federated share went to. Nothing tells whether it was accepted. */
export interface OtherSide {
  /** Host, port and folder, for people. */
  host: string
  /** Over plain http. */
  insecure: boolean
  /** The host has letters beyond the Latin ones (`xn--…`): it may pose as another. */
  lookAlike?: boolean
  /**
   * `taken`: the other server knows the user and took it. `unknown`: this home says "sent" even when the other server
   * refused it (recorded owncloud-10.15.2/520, 527).
   */
  delivery: 'taken' | 'unknown'
  /** The home's administrator trusts that server. */
  trusted: boolean
}

/** A share that is going to be deleted, or could not be. Stored, so it is in the view. */
export interface DeletionView {
  accountId: string
  shareId: string
  /** What was shared, for the line with "Undo". */
  kind: ShareKind
  path: string
  /** The receiver's name. */
  with?: string
  /** It can be undone until then, milliseconds since the epoch; absent once it is on its way or has failed. */
  undoUntil?: number
  failure?: Failure
}

/**
 * What became of a change: servers take some fields one by one, so part of it may stand. `share` is how it is now,
 * absent where nobody knows.
 */
export type ChangeResult =
  | { ok: true; value: OutgoingShareView }
  | { ok: false; failure: Failure; field?: ShareField; changed: ShareField[]; share?: OutgoingShareView }

/** `existing`: there was such a share already, and this is it. */
export interface CreatedShare {
  share: OutgoingShareView
  existing?: boolean
  /** It was created, but this part of it was refused; the share stands without it. */
  refused?: { field?: ShareField; failure: Failure }
}

/** What is known of a cloud id before something is sent to it. */
export interface CloudIdCheck {
  /** As it is to be given to the server. */
  cloudId: string
  user: string
  /** Base URL of its server, to ask for the permission with. */
  base: string
  /** Full host (with port and folder), for people. */
  host: string
  insecure: boolean
  /**
   * The host has letters beyond the Latin ones, so it may pose as another. `host` is written as on the wire (`xn--…`),
   * which nothing can pose as.
   */
  lookAlike?: boolean
  /** Its address leads into a private network or to one machine, where the home can hardly get. */
  outOfReach?: Exclude<Reach, 'public'>
  /**
   * `federates`: its discovery says so. `unchecked`: the browser does not let us ask; ask for the permission to `base` in
   * a click and check again. `failed`: see `failure`. `own`: it is on the account's own home, share with the user instead.
   */
  state: 'federates' | 'unchecked' | 'failed' | 'own'
  /** What the server says it is, e.g. `Nextcloud`. */
  provider?: string
  failure?: Failure
}

interface Ref {
  accountId: string
  shareId: string
}

export interface OutgoingCalls {
  /** Every outgoing share of the account; with `path` those of one item. */
  'ui/outgoing': { request: { accountId: string; path?: string }; response: Result<OutgoingShareView[]> }
  'ui/share-rules': { request: { accountId: string }; response: Result<ShareRules> }
  'ui/sharees': {
    request: { accountId: string; searchId: string; text: string; itemType: ItemType; page?: number }
    response: Search<Sharee>
  }
  'ui/recommended-sharees': { request: { accountId: string; itemType: ItemType }; response: Result<Sharee[]> }
  'ui/check-cloud-id': { request: { accountId: string; cloudId: string }; response: Result<CloudIdCheck> }
  'ui/create-share': { request: { accountId: string; share: NewShare }; response: FieldResult<CreatedShare> }
  /** A link to it in one step: the plain one there is, else a new one with what the server demands. */
  'ui/quick-link': {
    request: { accountId: string; path: string; itemType: ItemType }
    /** `password`: the server demands one, so it was made up; it is shown once. */
    response: FieldResult<CreatedShare & { password?: string }>
  }
  'ui/change-share': { request: Ref & { change: ShareChange }; response: ChangeResult }
  /** Waits a few seconds before it is sent, see `ui/undo-deletion`. It is in `View.deletions` from now on. */
  'ui/delete-share': {
    request: Ref & Pick<DeletionView, 'kind' | 'path' | 'with'>
    response: void
  }
  'ui/undo-deletion': { request: Ref; response: void }
  /** Forgets one that failed. */
  'ui/dismiss-deletion': { request: Ref; response: void }
  /** The server writes a mail with the link to the receivers of a mail share (Nextcloud). */
  'ui/send-share-mail': { request: Ref & { password?: string }; response: FieldResult<void> }
  /** A password the server's policy accepts, or else one of twenty random characters. */
  'ui/suggest-password': { request: { accountId: string }; response: Result<string> }
}
