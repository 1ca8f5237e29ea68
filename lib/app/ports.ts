/**
 * What the use cases need from the world. lib/browser implements these with the real browser,
 * tests with memory. Nothing in lib/app knows which.
 */
import type { Account, Credentials, HomeAddress } from '../domain/account.ts'
import type { CopyJob } from '../domain/copy-job.ts'
import type { Failure } from '../domain/failure.ts'
import type { EventLog } from '../domain/event-log.ts'
import type { MountJob } from '../domain/mount-job.ts'
import type { MountedShare } from '../domain/mounted-share.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Settings } from '../domain/settings.ts'
import type { ShareDeletion } from '../domain/share-deletion.ts'
import type { StoredNotice } from '../domain/stored-notice.ts'
import type { Translate } from '../domain/text.ts'
import type { HomeTab } from './home-tab.ts'
import type { PageTab } from './page-tab.ts'

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
  /** The server asked to be left alone until then, milliseconds since the epoch. */
  quietUntil?: number
  /** Ids that left the list a short while ago, with the time: a list on its way may still hold them. */
  left?: Record<string, number>
}

export interface InboxShare extends ReceivedShare {
  firstSeen: number
  answer?: ShareAnswer
  /** Why the last answer to it failed. */
  failure?: Failure
}

/** An answer the user gave: written down before it is sent. A decline waits until `sendAt`. */
export type ShareAnswer = (Accepting | Declining) & {
  /** It was given to so many shares at once. */
  several?: number
}

interface Accepting {
  kind: 'accepting'
  /** It waits for its turn: nothing was sent yet. */
  queued?: true
  /** When it was given, milliseconds since the epoch; absent in what older versions wrote. */
  at?: number
}

interface Declining {
  kind: 'declining'
  sendAt: number
  /** It is, or may be, on its way. */
  sending?: boolean
}

/** What is known of one account's mounted shares. */
export interface AccountMounts {
  shares: MountRow[]
  /** When they were last read, milliseconds since the epoch; 0 for never. */
  checkedAt: number
  failure?: Failure
  /** The list did not come: some remotes keep the home waiting. */
  slow?: boolean
  /** Accepted here with an error of the server: there may be a row that is in no list. */
  doubtful: ReceivedShare[]
  /** Ids that the home has no more, with the time it was noticed. */
  gone: Record<string, number>
}

export interface MountRow extends MountedShare {
  /** The user wants it unmounted: written down before it is sent. */
  leaving?: boolean
  /** Why that did not work. */
  failure?: Failure
}

/** A Login Flow v2 under way. Its poll token is a secret and kept apart. */
export interface PendingLogin {
  id: string
  base: string
  loginUrl: string
  deadline: number
  tabId?: number
  /** It was asked for at least once, so an answer may have been lost with a worker. */
  polled?: true
  /** Base URL of the home as it calls itself, once access is granted; the app password is in `secrets` then. */
  server?: string
  failure?: Failure
}

export interface Stores {
  accounts: Store<Account[]>
  /** By account id, and what a login gave just now (`granted-login.ts`). Read by the background only. */
  secrets: Store<Record<string, Credentials>>
  /** By account id. */
  inbox: Store<Record<string, AccountInbox>>
  /** By account id. */
  mounts: Store<Record<string, AccountMounts>>
  copies: Store<CopyJob[]>
  deletions: Store<ShareDeletion[]>
  jobs: Store<MountJob[]>
  login: Store<PendingLogin | null>
  /** Of the login under way, by its id. Read by the background only. */
  pollTokens: Store<Record<string, string>>
  /** A home without an account: its own dialog is all that is used of it. */
  homeAddress: Store<HomeAddress | null>
  /** Id of the account that mounts go to; the first one when unset. */
  defaultAccount: Store<string | null>
  /** The user's own choices; see `settings.ts` for what is in force. */
  settings: Store<Partial<Settings>>
  /** Ids of the shares a desktop notification was shown for, by account id. */
  notified: Store<Record<string, string[]>>
  notices: Store<StoredNotice[]>
  events: Store<EventLog>
  /** The welcome page was opened, or was not to be. */
  welcomed: Store<boolean>
}

/** A desktop notification. */
export interface Notification {
  id: string
  title: string
  message: string
  /** Words of up to two buttons, where the browser has them. */
  buttons?: string[]
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
    has(name: string): Promise<boolean>
  }
  tabs: {
    open(url: string): Promise<number | undefined>
    /** Closing a tab that is gone is no error. */
    close(id: number): Promise<void>
    openOptions(): Promise<void>
  }
  firstRun: {
    /** Whether an administrator has installed the extension, as far as the browser tells. */
    isByAdmin(): Promise<boolean>
    open(): Promise<void>
  }
  homeTab: HomeTab
  pageTab: PageTab
  /** Whether the background may call this base URL's origin. */
  mayCall(base: string): Promise<boolean>
  /** The browser's own sync: holds the settings, if the user wants that, and nothing else. */
  sync: {
    read(): Promise<unknown>
    write(settings: Partial<Settings>): Promise<void>
  }
  /** What an administrator has set, unchecked; an empty object where nobody has. May come seconds after the start. */
  managed(): Promise<unknown>
  /** The same at once: as last seen, if the browser does not tell yet. */
  managedSoFar(): Promise<unknown>
  notifications: {
    /** Shows it, or changes the one of that id. */
    show(notification: Notification): Promise<void>
    /** One that is gone is no error. */
    clear(id: string): Promise<void>
    /** Ids of those on the screen or in the system's list. */
    shown(): Promise<string[]>
  }
  /** A text in the user's language. */
  t: Translate
  /** Opens the popup, or its page in a tab where the browser does not let us. */
  openInbox(): Promise<void>
  /** For diagnostics: the extension's version and the browser's name. */
  about: { version: string; browser: string }
  /** Deletes the copies of stored items that could not be read. */
  dropSetAside(): Promise<void>
  badge: {
    /** Number of pending shares, and whether an account needs the user. */
    show(pending: number, needsAttention: boolean): Promise<void>
  }
}
