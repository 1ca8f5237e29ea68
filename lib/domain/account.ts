/** What a server is, as far as mounting is concerned. */
export type Product = 'nextcloud' | 'owncloud' | 'ocis'

export type AccountState = 'ready' | 'signed-out' | 'needs-permission' | 'offline' | 'maintenance'

/** A user on a home. Holds no secret: app passwords are kept apart (see `Secrets` in lib/app/ports.ts). */
export interface Account {
  id: string
  /** Base URL of the home, no trailing slash, no `/index.php`. */
  base: string
  product: Product
  /** Major version; 0 when the server hides it. */
  major: number
  /** The server's own id of the user: the first part of the cloud id and of WebDAV paths. */
  userId: string
  displayName: string
  state: AccountState
  /** Base URL the server gives itself, where it is not the one it is used with: a sign of trouble with cloud ids. */
  callsItself?: string
}

/** The address of a home without an account: enough for the home's own dialog. */
export type HomeAddress = Pick<Account, 'base' | 'product' | 'major'>

/** The app password of an account and the name it goes with (what the user typed, not always the user id). */
export interface Credentials {
  loginName: string
  appPassword: string
}

/** First major Nextcloud version that takes `askForFederatedShare` from an app password (server PR 46760). */
const asksWithAppPassword = 31

export const canAskForShares = (account: Pick<Account, 'product' | 'major'>): boolean =>
  account.product === 'nextcloud' && account.major >= asksWithAppPassword

/** Oldest versions whose `remote_shares` API is known to work (server-facts.md 3.3, 3.4). */
export const oldestMajor: Record<Exclude<Product, 'ocis'>, number> = { nextcloud: 21, owncloud: 10 }
