import type { AccountInbox, PendingLogin } from '../app/ports.ts'
import type { Account, Credentials } from '../domain/account.ts'
import type { MountJob } from '../domain/mount-job.ts'
import type { ItemOptions } from './store.ts'

const item = <T>(key: string, fallback: T): ItemOptions<T> => ({ key, version: 1, fallback })

/** Every item Homeward stores, all in `storage.local`. */
export const items = {
  accounts: item<Account[]>('accounts', []),
  secrets: item<Record<string, Credentials>>('secrets', {}),
  inbox: item<Record<string, AccountInbox>>('inbox', {}),
  jobs: item<MountJob[]>('jobs', []),
  login: item<PendingLogin | null>('login', null),
  pollTokens: item<Record<string, string>>('pollTokens', {}),
  defaultAccount: item<string | null>('defaultAccount', null),
}

/** What popup and options read to paint: everything but the secrets. */
export const viewItems = [items.accounts, items.inbox, items.jobs, items.login, items.defaultAccount] as const
