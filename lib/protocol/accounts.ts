/** Messages about accounts: connecting them, signing in again, signing out. Types only. */
import type { AccountState, Product } from '../domain/account.ts'
import type { Failure } from '../domain/failure.ts'
import type { Result } from '../domain/result.ts'

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

/** A Login Flow v2 under way, or how it ended. */
export interface LoginView {
  base: string
  /** Address of the server's own login page, to open it again. */
  loginUrl: string
  /** Milliseconds since the epoch. */
  deadline: number
  failure?: Failure
}

/** How connecting goes on after the server was recognised. */
export type ConnectStep =
  /** Nextcloud: the server's login page was opened in a tab. */
  | { next: 'browser-login'; base: string }
  /** ownCloud: it has no such page, ask for user name and password here. */
  | { next: 'password'; base: string }

/**
 * What became of the app password of an account that was signed out. `rejected`: the server accepted it no more.
 * `not-revoked`: it may still work there, and the user must delete it.
 */
export interface SignedOut {
  appPassword: 'revoked' | 'rejected' | 'not-revoked'
}

export interface AccountCalls {
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
}
