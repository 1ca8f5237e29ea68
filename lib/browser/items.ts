import type { AccountInbox, AccountMounts, PendingLogin } from '../app/ports.ts'
import type { Account, Credentials, HomeAddress } from '../domain/account.ts'
import type { CopyJob } from '../domain/copy-job.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { emptyLog, type EventLog } from '../domain/event-log.ts'
import { hasEnded } from '../domain/mount-job.ts'
import type { Settings } from '../domain/settings.ts'
import type { ShareDeletion } from '../domain/share-deletion.ts'
import type { StoredNotice } from '../domain/stored-notice.ts'
import type { ItemOptions } from './item.ts'
import { has, isBoolean, isNumber, isText, listOf, orNull, recordOf } from './shapes.ts'

type Extras<T> = Partial<Omit<ItemOptions<T>, 'key' | 'fallback'>>

const item = <T>(key: string, fallback: T, extras: Extras<T> = {}): ItemOptions<T> => ({
  key,
  fallback,
  fits: () => true,
  ...extras,
})

const isShare = has({ id: isText, remote: isText, name: isText, owner: isText, firstSeen: isNumber })
const isMount = has({ id: isText, remote: isText, name: isText, owner: isText })
const isJob = has({
  id: isText,
  accountId: isText,
  state: isText,
  link: has({ base: isText, token: isText }),
  createdAt: isNumber,
})

/** How much of it stays when the browser's room is used up. */
const jobsInNeed = 20
const eventsInNeed = 40

const withoutOldJobs = (jobs: MountJob[]): MountJob[] =>
  jobs.filter((job, index) => !hasEnded(job) || jobs.length - index <= jobsInNeed)

const withoutOldEvents = (log: EventLog): EventLog => ({ ...log, events: log.events.slice(-eventsInNeed) })

/** Every item Homeward stores, all in `storage.local`. */
export const items = {
  accounts: item<Account[]>('accounts', [], {
    fits: listOf(has({ id: isText, base: isText, userId: isText, displayName: isText, state: isText })),
  }),
  secrets: item<Record<string, Credentials>>(
    'secrets',
    {},
    {
      fits: recordOf(has({ loginName: isText, appPassword: isText })),
      secret: true,
    },
  ),
  inbox: item<Record<string, AccountInbox>>(
    'inbox',
    {},
    {
      fits: recordOf(has({ shares: listOf(isShare), checkedAt: isNumber, failures: isNumber })),
    },
  ),
  mounts: item<Record<string, AccountMounts>>(
    'mounts',
    {},
    {
      fits: recordOf(
        has({ shares: listOf(isMount), checkedAt: isNumber, doubtful: listOf(isMount), gone: recordOf(isNumber) }),
      ),
    },
  ),
  copies: item<CopyJob[]>('copies', [], {
    fits: listOf(has({ id: isText, accountId: isText, shareId: isText, from: isText, folder: isText, state: isText })),
  }),
  deletions: item<ShareDeletion[]>('deletions', [], {
    fits: listOf(has({ accountId: isText, shareId: isText, kind: isText, path: isText, sendAt: isNumber })),
  }),
  jobs: item<MountJob[]>('jobs', [], { fits: listOf(isJob), trim: withoutOldJobs }),
  login: item<PendingLogin | null>('login', null, {
    fits: orNull(has({ id: isText, base: isText, loginUrl: isText, deadline: isNumber })),
  }),
  pollTokens: item<Record<string, string>>('pollTokens', {}, { fits: recordOf(isText), secret: true }),
  homeAddress: item<HomeAddress | null>('homeAddress', null, { fits: orNull(has({ base: isText, product: isText })) }),
  defaultAccount: item<string | null>('defaultAccount', null, { fits: orNull(isText) }),
  settings: item<Partial<Settings>>('settings', {}, { fits: has({}) }),
  notified: item<Record<string, string[]>>('notified', {}, { fits: recordOf(listOf(isText)) }),
  welcomed: item<boolean>('welcomed', false, { fits: isBoolean }),
  notices: item<StoredNotice[]>('notices', [], { fits: listOf(has({ id: isText, kind: isText })) }),
  events: item<EventLog>('events', emptyLog, {
    fits: has({ next: isNumber, events: listOf(has({ type: isText })) }),
    trim: withoutOldEvents,
  }),
}

/** What popup and options read to paint: everything but the secrets. */
export const viewItems = [
  items.accounts,
  items.inbox,
  items.mounts,
  items.copies,
  items.deletions,
  items.jobs,
  items.login,
  items.homeAddress,
  items.defaultAccount,
  items.settings,
  items.notices,
] as const
