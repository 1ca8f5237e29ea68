/**
 * What the use cases need from the world. lib/browser implements these with the real browser,
 * tests with memory. Nothing in lib/app knows which.
 */
import type { Account, Credentials } from '../domain/account.ts'
import type { Failure } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import type { ReceivedShare } from '../domain/received-share.ts'

/** One stored item. `update` is serialised: two updates never overlap. */
export interface Store<T> {
  read(): Promise<T>
  /** Returns the new value. Returning the very same value writes nothing. */
  update(change: (value: T) => T): Promise<T>
}

/** What is known of one account's pending shares. */
export interface AccountInbox {
  shares: InboxShare[]
  /** When the list was last read, milliseconds since the epoch; 0 for never. */
  checkedAt: number
  /** Polls that failed in a row: decides the backoff. */
  failures: number
  failure?: Failure
}

export interface InboxShare extends ReceivedShare {
  firstSeen: number
  answer?: ShareAnswer
  /** Why the last answer to it failed. */
  failure?: Failure
}

/** An answer the user gave: written down before it is sent. A decline waits until `sendAt`. */
export type ShareAnswer = { kind: 'accepting' } | { kind: 'declining'; sendAt: number; sending?: boolean }

/** A Login Flow v2 under way. Its poll token is a secret and kept apart. */
export interface PendingLogin {
  id: string
  base: string
  loginUrl: string
  deadline: number
  tabId?: number
  failure?: Failure
}

export interface Stores {
  accounts: Store<Account[]>
  /** By account id. Read by the background only. */
  secrets: Store<Record<string, Credentials>>
  /** By account id. */
  inbox: Store<Record<string, AccountInbox>>
  jobs: Store<MountJob[]>
  login: Store<PendingLogin | null>
  /** Of the login under way, by its id. Read by the background only. */
  pollTokens: Store<Record<string, string>>
  /** Id of the account that mounts go to; the first one when unset. */
  defaultAccount: Store<string | null>
}

export interface Ports {
  fetch: typeof fetch
  /** Milliseconds since the epoch. */
  now(): number
  /** 0 <= n < 1. */
  random(): number
  newId(): string
  sleep(milliseconds: number): Promise<void>
  stores: Stores
  alarms: {
    /** Fires once at that time, also after the worker died. At most one alarm per name. */
    set(name: string, at: number): Promise<void>
    clear(name: string): Promise<void>
  }
  tabs: {
    open(url: string): Promise<number | undefined>
    /** Closing a tab that is gone is no error. */
    close(id: number): Promise<void>
    openOptions(): Promise<void>
  }
  /** Whether the background may call this base URL's origin. */
  mayCall(base: string): Promise<boolean>
  badge: {
    /** Number of pending shares, and whether an account needs the user. */
    show(pending: number, needsAttention: boolean): Promise<void>
  }
}
