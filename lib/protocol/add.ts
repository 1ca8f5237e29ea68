/** Messages about adding public links from the popup, and the mount jobs that come of it. Types only. */
import type { Failure } from '../domain/failure.ts'
import type { JobState } from '../domain/mount-job.ts'
import type { PublicLink } from '../domain/public-link.ts'
import type { Result } from '../domain/result.ts'

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

/** Whether two servers whose links do not work with each other know invitations. */
export type Invitation =
  /** Both do; `dialog`: the home's page where one is accepted. */
  | { is: 'possible'; dialog: string }
  /** The home does; the other server may only be asked once the user has allowed it. */
  | { is: 'not-allowed-to-ask' }
  | { is: 'impossible' }

export interface AddCalls {
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
  'ui/dismiss-job': { request: { jobId: string }; response: void }
}
