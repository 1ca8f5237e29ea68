/** What popup and options paint from. Types only. */
import type { Product } from '../domain/account.ts'
import type { StoredNotice } from '../domain/stored-notice.ts'
import type { AccountView, LoginView } from './accounts.ts'
import type { JobView } from './add.ts'
import type { PendingShareView, SeveralView } from './inbox.ts'
import type { CopyView, MountedCheck, MountedShareView } from './mounted.ts'
import type { DeletionView } from './outgoing.ts'
import type { SettingsView } from './settings.ts'

/** Everything popup and options paint from. */
export interface View {
  accounts: AccountView[]
  /** Newest first. */
  pending: PendingShareView[]
  /** While an answer to several of them is being sent. */
  several?: SeveralView
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
