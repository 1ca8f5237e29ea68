/** How the products differ. Handlers ask this descriptor; they never compare names. */

import type { ProductName } from '../api.ts'
import type { CloudState } from '../cloud-state.ts'
import type { Share } from '../store/shares.ts'
import type { ReceivedShare } from '../store/received.ts'
import type { User } from '../store/users.ts'

export type Values = Record<string, unknown>

export interface Product {
  readonly name: ProductName
  readonly family: 'nextcloud' | 'owncloud'
  /** Its web server was set up for pretty addresses when it was recorded. */
  readonly rewrites: boolean
  /** `/.well-known/ocm` describes the server too; older ones know only `/ocm-provider/`. */
  readonly hasWellKnownOcm: boolean
  readonly title: string

  status(maintenance: boolean): Values
  /** Every page may read the status, but that of ownCloud 7. */
  readonly statusHeaders: Readonly<Record<string, string>>
  /** `user` undefined: what the anonymous may know. */
  capabilities(cloud: CloudState, user: User | undefined): Values
  accountFields(user: User): Values
  shareFields(cloud: CloudState, share: Share): Values
  /** Takes no password for WebDAV from a script: with `X-Requested-With` (recorded: nextcloud-29.0.1/17-02). */
  readonly refusesAjaxDav?: boolean
  receivedShareFields(row: ReceivedShare, view: 'list' | 'single'): Values
  ocmProvider(cloud: CloudState): Values

  readonly ocs: {
    /** `message` of a successful answer; capabilities and the account always say "OK". */
    readonly okMessage: 'OK' | null
    readonly totals: 'v1' | 'both'
    /** Totals also in answers made outside the framework. */
    readonly bareTotals: boolean
    /** Version 1 turns 403 into HTTP 401 (recorded: nextcloud-21.0.5/02-24). */
    readonly v1HidesForbidden: boolean
    readonly needsHeader: boolean
    /** `Accept: application/json` chooses JSON; `format=json` always does. */
    readonly heedsAccept: boolean
    readonly unknownRoute: { readonly v1: number; readonly v2: number; readonly message: string }
    readonly loginMessage: string
    /** What wrong Basic credentials get instead. */
    readonly rejectedMessage: string
    readonly challengesRejected: boolean
    readonly sendsUserId: 'everywhere' | 'not by WebDAV' | 'never'
  }

  readonly auth: {
    /** An app password works only with the very name its owner typed. */
    readonly exactLoginName: boolean
    readonly sessionBeatsBasic: boolean
    /** `OCS-APIRequest` passes for a request token everywhere (server PR 46760). */
    readonly ocsHeaderPassesCsrf: boolean
    readonly loginNeedsOrigin: boolean
    /** Login Flow v2 starts with a form whose button a script enables; older ones show a link. */
    readonly flowStartsWithForm: boolean
  }

  readonly links: {
    /** Where a link's page is, below the base. */
    pathOf(token: string): string
    permissions(asked: number | undefined, isFile: boolean): number
    readonly minPasswordLength: number
    readonly weakPasswordStatus: number
    /** Download links lead to WebDAV instead of sending the file. */
    readonly downloadsByDav: boolean
    readonly badPermissionsStatus: number
    readonly passwordPage: string
    /** Id of the password prompt's form; older ones have none. */
    readonly passwordFormId?: string
    /** A script draws the prompt. */
    readonly drawsPrompt: boolean
  }

  readonly maintenance: {
    readonly headers: Readonly<Record<string, string>>
    /** OCM discovery goes down too. */
    readonly hidesOcmProvider: boolean
    readonly davException: string
    readonly davMessage: string
  }

  readonly federation: {
    readonly autoAcceptsTrusted: boolean
    /** Schemes to try for a cloud id without one. */
    readonly schemes: readonly string[]
    readonly storesTrailingSlash: boolean
    /** Which of the receiver's DAV properties say what a mount may do. */
    readonly readsShareList: boolean
    /** Added to a mount's permissions whatever the remote granted. */
    readonly alwaysGranted: number
    /** Ids of received shares, by their count. */
    receivedId(count: number): number | string
    /** Accepting and reading an unusable share leaves its row behind. */
    readonly keepsZombies: boolean
  }

  readonly messages: Messages
}

/** Wording that differs between products or versions; `%s` in order of the arguments. */
export interface Messages {
  readonly pathMissing: string
  readonly pathUnknown: string
  readonly rootShared: string
  readonly shareTypeUnknown: string
  readonly shareUnknown: string
  readonly receivedUnknown: string
  readonly dateInvalid: string
  readonly datePast: string
  readonly permissionsInvalid: string
  readonly passwordWeak: string
  readonly recipientInvalid: string
  readonly uploadOnly: string
  readonly alreadyShared: string
  readonly notFound: string
  readonly ownAccount: string
  readonly cloudIdInvalid: string
  readonly withYourself: string
  readonly passwordMissing: string
  readonly dateTooFar: string
  /** Set when what goes wrong with an update gets this one text (Nextcloud 32). */
  readonly updateFailed?: string
  /** Set when every failure of a federated share by its owner gets this one text (Nextcloud 32). */
  readonly federatedShareFailed?: string
}

export function fill(message: string, ...values: string[]): string {
  return values.reduce((filled, value) => filled.replace('%s', () => value), message)
}
