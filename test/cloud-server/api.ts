/** What tests, the demo and benches code against. Everything else in this folder is an implementation detail. */

export type ProductName = 'nextcloud-33' | 'nextcloud-32' | 'nextcloud-30' | 'owncloud-10' | 'owncloud-7' | 'opencloud'

export interface UserOptions {
  password: string
  displayName?: string
  email?: string
  /** The owner's name is visible on share pages (Nextcloud's scope "Published"; it is not by default). */
  published?: boolean
  /** Ids of the groups the user is in; their names are their ids. */
  groups?: string[]
}

export interface CloudOptions {
  /** Host name without `.localhost`, e.g. `nc-home`. */
  name: string
  product: ProductName
  users: Record<string, UserOptions>
  port?: number
  /** `/sub`: all paths live below it. */
  webroot?: string
  /** Nextcloud's Teams: id to name. Everybody here may share with each. */
  teams?: Record<string, string>
  /** Conversations of Nextcloud Talk: token to name. */
  rooms?: Record<string, string>
}

/** When shares of a kind end unless somebody says otherwise; `enforced`: at the latest. */
export interface ExpirySetting {
  days: number
  enforced: boolean
}

/** A mail the cloud would have sent. */
export interface SentMail {
  to: string
  shareId: string
}

/** Administrator's switches; change them at any time. */
export interface Settings {
  incomingFederation: boolean
  outgoingFederation: boolean
  maintenance: boolean
  /** Bases whose shares are accepted at once (recorded: nextcloud-32.0.1/12-0*, owncloud-10.15.2/902). */
  trustedServers: string[]
  bruteForce: boolean
  /** Translates the messages that real servers translate. */
  language: 'en' | 'de'
  sharingEnabled: boolean
  /** Added to what Open Cloud Mesh discovery tells (Nextcloud 33, OpenCloud): other capabilities, a dialog for invitations. */
  ocm: Record<string, unknown>
  publicLinks: boolean
  publicUpload: boolean
  groupSharing: boolean
  /** Federated shares to groups go out and come in (Nextcloud; off when it is installed). */
  groupFederation: boolean
  /** A new link that is to take uploads only shows what is there, until it is changed (nextcloud-29.0.1/17-03, 17-04). */
  opensDrops: boolean
  /** Links of every kind must have a password; ownCloud: those that can only be looked at. */
  passwordEnforced: boolean
  linkExpiry: ExpirySetting | null
  internalExpiry: ExpirySetting | null
  remoteExpiry: ExpirySetting | null
  /** Owners may choose the token of a link (Nextcloud 31). */
  customTokens: boolean
  /** Nextcloud's app for trusted servers; without it the capabilities deny that federation works. */
  federationApp: boolean
  /** Shares a user may create in ten minutes (Nextcloud: 20). */
  shareLimit: number
  /** What every user has left, in bytes. */
  freeBytes: number
}

export interface Fault {
  method?: string
  /** Matched against the path below the webroot, without the query: equal when a string, tested when a RegExp. */
  path: RegExp | string
  /** Default 1; `Infinity` until cleared. */
  times?: number
  /** Default true: acts instead of the handler. False: runs the handler, then spoils its answer. */
  before?: boolean
  delayMs?: number
  /** Destroys the socket. */
  drop?: boolean
  status?: number
  headers?: Record<string, string>
  body?: string
  contentType?: string
  /** Announces the whole body, sends this many bytes, closes. */
  truncateAt?: number
  padToBytes?: number
}

export interface Faults {
  add(fault: Fault): void
  clear(): void
}

export interface LoggedRequest {
  method: string
  /** Below the webroot, without the query, as sent (percent-encoded). */
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  body: string
  /** 0 while unanswered and after a dropped socket. */
  status: number
  /** Milliseconds since the epoch. */
  at: number
}

/** One row of the table of received federated shares, pending and accepted. */
export interface RemoteShareRow {
  /** Since Nextcloud 33 a text, of more digits than a number holds. */
  readonly id: number | string
  readonly remote: string
  readonly remoteId: string
  readonly shareToken: string
  readonly name: string
  readonly owner: string
  readonly user: string
  readonly mountpoint: string
  readonly accepted: boolean
}

export interface PublicLinkOptions {
  owner: string
  path: string
  password?: string
  /** YYYY-MM-DD; may lie in the past, to get an expired link. */
  expireDate?: string
  /** 1 read, 4 upload only, 15/31 everything. */
  permissions?: number
  hideDownload?: boolean
  label?: string
}

export interface FederatedShareOptions {
  owner: string
  path: string
  shareWith: string
  permissions?: number
}

export type SendResult = { ok: true; id: string } | { ok: false; status: number; message: string }

export interface Cloud {
  /** `http://nc-home.localhost:41234[/sub]` */
  readonly base: string
  readonly product: ProductName
  readonly settings: Settings
  /** Every request received, oldest first. */
  readonly log: LoggedRequest[]
  clearLog(): void
  cloudId(user: string): string
  writeFile(user: string, path: string, bytes: Uint8Array | string): void
  /** Through mounts too: really fetches from the remote over HTTP. */
  readFile(user: string, path: string): Promise<Uint8Array>
  listFolder(user: string, path: string): Promise<string[]>
  removeFile(user: string, path: string): void
  createPublicLink(options: PublicLinkOptions): { token: string; url: string; id: string }
  deletePublicLink(token: string): void
  sendFederatedShare(options: FederatedShareOptions): Promise<SendResult>
  remoteShares(user: string): RemoteShareRow[]
  appPasswords(user: string): string[]
  revokeAppPasswords(user: string): void
  /** "Wipe device" for all the user's app passwords (Nextcloud). */
  wipeDevices(user: string): void
  readonly faults: Faults
  /** Oldest first. */
  readonly mails: readonly SentMail[]
  /** `Cookie` header of a fresh web session, as after the login form. */
  logInCookie(user: string): string
  stop(): Promise<void>
  start(): Promise<void>
}

export interface Clouds {
  cloud(name: string): Cloud
  stop(): Promise<void>
}
