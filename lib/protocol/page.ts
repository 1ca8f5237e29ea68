/**
 * Messages from content scripts on strangers' pages: they may only concern the page they stand on. Types only.
 */
import type { Failure } from '../domain/failure.ts'
import type { JobState } from '../domain/mount-job.ts'
import type { MountAnswer } from '../domain/mount-request.ts'
import type { SharePage } from '../domain/share-page.ts'
import type { JobView } from './add.ts'

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
