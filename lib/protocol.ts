/**
 * Every message between pages, popup, options and the background: types only.
 * Page calls come from content scripts on strangers' pages and may only concern the page they stand on;
 * UI calls come from the extension's own pages. The background checks the sender of each.
 */
import type { AccountState, Product } from './domain/account.ts'
import type { CopyState } from './domain/copy-job.ts'
import type { Failure, FailureCode } from './domain/failure.ts'
import type { JobState } from './domain/mount-job.ts'
import type { MountAnswer } from './domain/mount-request.ts'
import type { MountTrouble } from './domain/mounted-share.ts'
import type { PublicLink } from './domain/public-link.ts'
import type { Result } from './domain/result.ts'
import type { Reach } from './domain/server-address.ts'
import type { Settings } from './domain/settings.ts'
import type { SharePage } from './domain/share-page.ts'
import type { StoredNotice } from './domain/stored-notice.ts'
import type { DeletionView, OutgoingCalls } from './protocol/outgoing.ts'

export type { MountAnswer } from './domain/mount-request.ts'
export type * from './protocol/outgoing.ts'

/** The share page in a tab, as the popup offers it. */
export interface PageView {
  link: PublicLink
  /** Absent where the page does not tell, or was not recognised. */
  name?: string
  owner?: string
  needsPassword: boolean
  /** Why it can never be added. */
  failure?: Failure
}

/** `opened`: the home's own dialog, in a tab. */
export type PageAdded = { do: 'show'; job: JobView } | { do: 'opened'; host: string } | { do: 'connect' }

/** A mount job as pages and popup may see it. */
export interface JobView {
  id: string
  accountId: string
  state: JobState
  link: PublicLink
  name?: string
  /** Address that opens the mounted item in the home's Files; once mounted. */
  openUrl?: string
  /** It failed, and trying again can help. */
  mayTryAgain?: boolean
  /** It was there before the user asked. */
  already?: boolean
  /**
   * `sign-in-at-home`: goes on when the user has signed in, in the tab that was opened. `owner-not-told`: the home
   * mounted it by itself, and the owner's list of shares does not show it.
   */
  note?: 'sign-in-at-home' | 'owner-not-told'
  failure?: Failure
}

/** What a page's content script is told when it has recognised a share page. */
export interface PageGreeting {
  connected: boolean
  /** There is a choice of accounts; which ones, only `page/accounts` tells. */
  several: boolean
  /** The job that runs for this link, if any: the button joins it. */
  job?: JobView
  /** There is no way to mount it, and what to say and offer instead. */
  instead?: Instead
}

/** In place of a button that could not help. */
export interface Instead {
  failure: Failure
  /** Address at home that helps. */
  openUrl?: string
  /** It leads to the page where an invitation is accepted. */
  invitation?: boolean
}

/** Whether two servers whose links do not work with each other know invitations. */
export type Invitation =
  /** Both do; `dialog`: the home's page where one is accepted. */
  | { is: 'possible'; dialog: string }
  /** The home does; the other server may only be asked once the user has allowed it. */
  | { is: 'not-allowed-to-ask' }
  | { is: 'impossible' }

/** What the content script does next after the user's click. */
export type PageStep =
  /** POST `createFederatedShare` from the page, then report with `page/asked`. */
  | { do: 'ask'; jobId: string; shareWith: string }
  /** Show the job, and follow it with `page/job` while it runs. */
  | { do: 'show'; job: JobView }
  /** Without an account: the home's own dialog was opened in a tab. */
  | { do: 'opened'; host: string }
  | { do: 'refuse'; failure: Failure }
  | { do: 'connect' }

/** An account as the content script may name it, after the user asked for the choice. */
export interface AccountLabel {
  id: string
  /** Display name @ host. */
  label: string
  isDefault: boolean
}

export interface PageCalls {
  'page/hello': { request: { page: SharePage }; response: PageGreeting }
  /** Without `accountId`: into the default account. */
  'page/mount': {
    /** `anyway`: after the warning that the home can hardly reach the remote. */
    request: { page: SharePage; password?: string; accountId?: string; anyway?: boolean }
    response: PageStep
  }
  /** Only after a click on the choice. */
  'page/accounts': { request: Record<never, never>; response: AccountLabel[] }
  'page/asked': { request: { jobId: string; answer: MountAnswer; withPassword: boolean }; response: JobView }
  /** Answers when the job has left the state `seen`, or after about 20 s. */
  'page/job': { request: { jobId: string; seen: JobState }; response: JobView }
  'page/connect': { request: Record<never, never>; response: void }
}

/** An account as popup and options see it: nothing secret. */
export interface AccountView {
  id: string
  displayName: string
  product: Product
  /** The server's own id of the user. */
  userId: string
  cloudId: string
  base: string
  /** Host, port and folder of the home, for people. */
  host: string
  /** What the home calls itself, where that is another address: the cloud id may then not work. */
  callsItself?: string
  state: AccountState
  isDefault: boolean
  /** Why the last look at its pending shares failed. */
  failure?: Failure
}

export interface PendingShareView {
  accountId: string
  id: string
  name: string
  owner: string
  /** Full host (with port and folder) of the remote. */
  remote: string
  /** The remote is addressed over plain http. */
  insecure: boolean
  /** Milliseconds since the epoch. */
  firstSeen: number
  /** The remote's address leads into a private network or to one machine, where this home can hardly get. */
  outOfReach?: Exclude<Reach, 'public'>
  /** A link the user added must have brought it. */
  asked?: boolean
  answer?: 'accepting' | 'declining'
  failure?: Failure
}

export interface MountedShareView {
  accountId: string
  id: string
  name: string
  /** Path in the account's Files. */
  mountpoint: string
  owner: string
  /** Full host (with port and folder) of the remote. */
  remote: string
  insecure: boolean
  openUrl: string
  trouble?: MountTrouble
  /** It is being unmounted. */
  leaving?: boolean
  failure?: Failure
}

/** How one account's mounted shares were last read. */
export interface MountedCheck {
  accountId: string
  /** Milliseconds since the epoch; 0 for never. */
  checkedAt: number
  /** Some remotes keep the home waiting, so the shares were looked at one by one. */
  slow: boolean
  failure?: Failure
}

/** A copy of a mounted share into the account's own files. */
export interface CopyView {
  id: string
  accountId: string
  shareId: string
  name: string
  /** The folder it goes into, and once it is chosen the whole path. */
  folder: string
  to?: string
  state: CopyState
  /** No answer came: the home may still be at it, Homeward looks now and then. */
  unsure: boolean
  openUrl?: string
  failure?: Failure
}

/** A folder of the account's own that a copy can go into, with the folders inside it. */
export interface FolderView {
  path: string
  folders: string[]
  /** Bytes that still fit; absent where there is no limit or none is known. */
  free?: number
}

/**
 * How a mount went: unmounted as usual; gone already; or its entry was removed because the home could not unmount it,
 * and the owner's server may not know.
 */
export type Unmounted = 'unmounted' | 'was-gone' | 'row-removed'

/**
 * What became of the app password of an account that was signed out. `rejected`: the server accepted it no more.
 * `not-revoked`: it may still work there, and the user must delete it.
 */
export interface SignedOut {
  appPassword: 'revoked' | 'rejected' | 'not-revoked'
}

/** A Login Flow v2 under way, or how it ended. */
export interface LoginView {
  base: string
  /** Address of the server's own login page, to open it again. */
  loginUrl: string
  /** Milliseconds since the epoch. */
  deadline: number
  failure?: Failure
}

/** Everything popup and options paint from. */
export interface View {
  accounts: AccountView[]
  /** Newest first. */
  pending: PendingShareView[]
  /** Jobs begun from the popup, and running ones; newest first. */
  jobs: JobView[]
  mounted: MountedShareView[]
  mountedChecks: MountedCheck[]
  /** Newest first. */
  copies: CopyView[]
  /** Outgoing shares that are about to be deleted. */
  deletions: DeletionView[]
  login: LoginView | null
  /** The home of somebody who connected no account. */
  homeAddress?: { base: string; host: string; product: Product }
  /** When the pending shares were last read, milliseconds since the epoch. */
  checkedAt?: number
  settings: SettingsView
  notices: StoredNotice[]
}

/** The settings in force, and what an administrator has decided. */
export interface SettingsView {
  values: Settings
  /** Set by an administrator, not to be changed here. */
  locked: (keyof Settings)[]
  /** The organisation's cloud. */
  homeAddress?: string
  /** No other cloud may be connected. */
  homeAddressLocked: boolean
  /** Nobody is to be welcomed after the installation. */
  hidesWelcome: boolean
  /** Names of the administrator's settings that are not valid. */
  mistakes: string[]
}

/** How connecting goes on after the server was recognised. */
export type ConnectStep =
  /** Nextcloud: the server's login page was opened in a tab. */
  | { next: 'browser-login'; base: string }
  /** ownCloud: it has no such page, ask for user name and password here. */
  | { next: 'password'; base: string }

export interface UiCalls extends OutgoingCalls {
  'ui/refresh': { request: Record<never, never>; response: void }
  'ui/accept': { request: { accountId: string; shareId: string }; response: Result<{ openUrl: string }> }
  /** Waits a few seconds before it is sent, see `ui/undo-decline`. */
  'ui/decline': { request: { accountId: string; shareId: string }; response: void }
  'ui/undo-decline': { request: { accountId: string; shareId: string }; response: void }
  'ui/connect': { request: { address: string; insecureConfirmed: boolean }; response: Result<ConnectStep> }
  'ui/cancel-connect': { request: Record<never, never>; response: void }
  /** `login`: exchanged for an app password and dropped (ownCloud). `app`: kept as it is. */
  'ui/sign-in': {
    request: { address: string; userName: string; password: string; kind: 'login' | 'app'; insecureConfirmed: boolean }
    response: Result<AccountView>
  }
  /** Signs in again to a known account, at its own address. The same account comes back, under its id. */
  'ui/sign-in-again': { request: { accountId: string }; response: Result<ConnectStep> }
  'ui/sign-out': { request: { accountId: string }; response: SignedOut }
  'ui/set-default': { request: { accountId: string }; response: void }
  /** `anyway`: after the warning that the home can hardly reach the remote. */
  'ui/add-link': { request: { address: string; accountId?: string; anyway?: boolean }; response: Result<JobView> }
  /** Keeps the address of a home without signing in; null forgets it. */
  'ui/use-address': { request: { address: string | null; insecureConfirmed: boolean }; response: Result<void> }
  /** Opens the dialog of that home for a pasted link. */
  'ui/open-dialog': { request: { address: string; anyway?: boolean }; response: Result<void> }
  /** What the tab behind the popup shows; null when that is no share page. */
  'ui/page': { request: { tabId: number }; response: PageView | null }
  /** Adds what that tab shows, if it still shows `link`. Without an account the home's own dialog opens, or options do. */
  'ui/add-page': {
    request: { tabId: number; link: PublicLink; password?: string; accountId?: string; anyway?: boolean }
    response: Result<PageAdded>
  }
  /** For a link that failed with `pair-unsupported`. */
  'ui/invitation': { request: { base: string; accountId?: string }; response: Invitation }
  'ui/job-password': { request: { jobId: string; password: string }; response: Result<JobView> }
  'ui/choose-settings': { request: Partial<Settings>; response: void }
  'ui/dismiss-notice': { request: { id: string }; response: void }
  /** The diagnostics as JSON text; hosts and cloud ids hashed unless `withNames`. */
  'ui/diagnostics': { request: { withNames: boolean }; response: string }
  'ui/dismiss-job': { request: { jobId: string }; response: void }
  /** Resolves when all accounts were looked at; what is known of each is stored as it comes. */
  'ui/refresh-mounted': { request: Record<never, never>; response: void }
  'ui/unmount': { request: { accountId: string; shareId: string }; response: Result<Unmounted> }
  'ui/folder': { request: { accountId: string; path: string }; response: Result<FolderView> }
  'ui/keep-copy': { request: { accountId: string; shareId: string; folder: string }; response: Result<CopyView> }
  'ui/dismiss-copy': { request: { copyId: string }; response: void }
}

export type Calls = PageCalls & UiCalls
export type CallName = keyof Calls
export type Request<K extends CallName> = Calls[K]['request']
export type Response<K extends CallName> = Calls[K]['response']

/** What travels: `runtime.sendMessage` of exactly this. */
export interface Message<K extends CallName = CallName> {
  call: K
  request: Request<K>
}

/** A key combination, as the browser has it now. */
export interface Shortcut {
  does: 'open' | 'add-page'
  /** As the browser writes it; empty when the user, or another extension, has left it without. */
  keys: string
}

/** What the options page tells of the extension as it is installed in this browser. */
export interface Installation {
  version: string
  /** Whether there are menus and an address bar to put something into: phones have neither. */
  hasMenus: boolean
  hasOmnibox: boolean
  /** Empty where the browser has none (phones). */
  shortcuts(): Promise<Shortcut[]>
  /** Whether Homeward's button is in the toolbar itself; undefined where the browser does not tell. */
  isPinned(): Promise<boolean | undefined>
  /** Opens the browser's own page for them; false where there is no way to. */
  openShortcuts(): Promise<boolean>
}

/** How views reach the background and the browser; implemented in lib/browser, faked in component tests. */
export interface Backend {
  call<K extends keyof UiCalls>(call: K, request: Request<K>): Promise<Response<K>>
  /** Paints come from storage at once; the listener is called on each later change. Returns how to stop. */
  watchView(listener: (view: View) => void): () => void
  /** Asks the user for host permissions; must be called inside a click. Resolves to what was granted. */
  requestOrigins(bases: string[]): Promise<boolean>
  /** Asks for "show the button on share pages" (all sites); must be called inside a click. */
  requestAllSites(): Promise<boolean>
  hasAllSites(): Promise<boolean>
  /** With an account's id: at the form that signs in to it again. */
  openOptions(signInAgain?: string): void
  openTab(url: string): void
  /** The extension's own help, at that failure. */
  openHelp(code: FailureCode): void
  /** The tab the popup was opened on, where its address may be read: only after a click of the user on it. */
  activeTab(): Promise<{ id: number; url: string } | null>
  /** The page of outgoing shares; `create`: at the choice of what to share. */
  openShares(create?: boolean): void
}
