import { cloudIdOf } from '../domain/cloud-id.ts'
import { hasEnded, type MountJob } from '../domain/mount-job.ts'
import type { Account } from '../domain/account.ts'
import type { AccountView, JobView, LoginView, PendingShareView, View } from '../protocol.ts'
import type { AccountInbox, InboxShare, PendingLogin } from './ports.ts'

/** What is stored without secrets: all that popup and options are painted from. */
export interface Stored {
  accounts: Account[]
  inbox: Record<string, AccountInbox>
  jobs: MountJob[]
  login: PendingLogin | null
  defaultAccount: string | null
}

export function viewOf(stored: Stored): View {
  const { accounts, inbox, jobs, login } = stored
  const chosen = accounts.find(({ id }) => id === stored.defaultAccount) ?? accounts[0]
  const checked = accounts.map(({ id }) => inbox[id]?.checkedAt ?? 0).filter((at) => at > 0)
  return {
    accounts: accounts.map((account) => accountView(account, inbox[account.id], account === chosen)),
    pending: accounts
      .flatMap(({ id }) => (inbox[id]?.shares ?? []).filter(isForUser(jobs)).map((share) => shareView(id, share)))
      .sort((a, b) => b.firstSeen - a.firstSeen),
    jobs: jobs
      .filter((job) => job.origin === 'popup' || !hasEnded(job))
      .map(jobView)
      .reverse(),
    login: login && loginView(login),
    ...(checked.length > 0 ? { checkedAt: Math.min(...checked) } : {}),
  }
}

/** A share that a running job is about to accept is no question to the user. */
function isForUser(jobs: MountJob[]): (share: InboxShare) => boolean {
  const claimed = new Set(jobs.filter((job) => !hasEnded(job)).map(({ shareId }) => shareId))
  return ({ id }) => !claimed.has(id)
}

export function accountView(account: Account, inbox: AccountInbox | undefined, isDefault: boolean): AccountView {
  const { id, displayName, base, state, userId } = account
  const failure = inbox?.failure
  return {
    id,
    displayName,
    base,
    state,
    isDefault,
    cloudId: cloudIdOf(userId, base),
    host: hostOf(base),
    ...(failure ? { failure } : {}),
  }
}

function shareView(accountId: string, share: InboxShare): PendingShareView {
  const { id, name, owner, remote, firstSeen, answer, failure } = share
  return {
    accountId,
    id,
    name,
    owner,
    firstSeen,
    remote: hostOf(remote),
    insecure: remote.toLowerCase().startsWith('http://'),
    ...(answer ? { answer: answer.kind } : {}),
    ...(failure ? { failure } : {}),
  }
}

export function jobView(job: MountJob): JobView {
  const { id, accountId, state, link, name, openUrl, already, failure } = job
  return {
    id,
    accountId,
    state,
    link,
    ...(name === undefined ? {} : { name }),
    ...(openUrl === undefined ? {} : { openUrl }),
    ...(already === undefined ? {} : { already }),
    ...(failure === undefined ? {} : { failure }),
  }
}

function loginView({ base, loginUrl, deadline, failure }: PendingLogin): LoginView {
  return { base, loginUrl, deadline, ...(failure ? { failure } : {}) }
}

/** Host, port and folder: what a person tells servers apart by. */
const hostOf = (base: string): string => base.replace(/^https?:\/\//i, '').replace(/\/+$/, '')
