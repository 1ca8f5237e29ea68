/**
 * Every message between pages, popup, options and the background: types only.
 * Page calls come from content scripts on strangers' pages and may only concern the page they stand on;
 * UI calls come from the extension's own pages. The background checks the sender of each.
 */
import type { AccountState } from './domain/account.ts'
import type { Failure } from './domain/failure.ts'
import type { JobState } from './domain/mount-job.ts'
import type { MountAnswer } from './domain/mount-request.ts'
import type { PublicLink } from './domain/public-link.ts'
import type { Result } from './domain/result.ts'
import type { SharePage } from './domain/share-page.ts'

export type { MountAnswer } from './domain/mount-request.ts'

/** A mount job as pages and popup may see it. */
export interface JobView {
  id: string
  accountId: string
  state: JobState
  link: PublicLink
  name?: string
  /** Address that opens the mounted item in the home's Files; once mounted. */
  openUrl?: string
  /** It was there before the user asked. */
  already?: boolean
  failure?: Failure
}

/** What a page's content script is told when it has recognised a share page. */
export interface PageGreeting {
  connected: boolean
  /** The job that runs for this link, if any: the button joins it. */
  job?: JobView
}

/** What the content script does next after the user's click. */
export type PageStep =
  /** POST `createFederatedShare` from the page, then report with `page/asked`. */
  | { do: 'ask'; jobId: string; shareWith: string }
  /** Show the job, and follow it with `page/job` while it runs. */
  | { do: 'show'; job: JobView }
  | { do: 'connect' }

export interface PageCalls {
  'page/hello': { request: { page: SharePage }; response: PageGreeting }
  'page/mount': { request: { page: SharePage; password?: string }; response: PageStep }
  'page/asked': { request: { jobId: string; answer: MountAnswer; withPassword: boolean }; response: JobView }
  /** Answers when the job has left the state `seen`, or after about 20 s. */
  'page/job': { request: { jobId: string; seen: JobState }; response: JobView }
  'page/connect': { request: Record<never, never>; response: void }
}

/** An account as popup and options see it: nothing secret. */
export interface AccountView {
  id: string
  displayName: string
  cloudId: string
  base: string
  /** Host, port and folder of the home, for people. */
  host: string
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
  answer?: 'accepting' | 'declining'
  failure?: Failure
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
  login: LoginView | null
  /** When the pending shares were last read, milliseconds since the epoch. */
  checkedAt?: number
}

/** How connecting goes on after the server was recognised. */
export type ConnectStep =
  /** Nextcloud: the server's login page was opened in a tab. */
  | { next: 'browser-login'; base: string }
  /** ownCloud: it has no such page, ask for user name and password here. */
  | { next: 'password'; base: string }

export interface UiCalls {
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
  /** `revoked: false`: the app password still lives on the server, the user must delete it there. */
  'ui/sign-out': { request: { accountId: string }; response: { revoked: boolean } }
  'ui/set-default': { request: { accountId: string }; response: void }
  'ui/add-link': { request: { address: string; accountId?: string }; response: Result<JobView> }
  'ui/job-password': { request: { jobId: string; password: string }; response: Result<JobView> }
  'ui/dismiss-job': { request: { jobId: string }; response: void }
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
  openOptions(): void
  openTab(url: string): void
}
