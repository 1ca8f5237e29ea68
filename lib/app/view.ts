import { cloudIdOf } from '../domain/cloud-id.ts'
import { mayTryAgain } from '../domain/failure.ts'
import { hasEnded, type MountJob } from '../domain/mount-job.ts'
import type { Account, HomeAddress } from '../domain/account.ts'
import { askedFor } from '../domain/asked-for.ts'
import type { CopyJob } from '../domain/copy-job.ts'
import { hidesWelcome, readPolicy, settingsInForce } from '../domain/policy.ts'
import type { Settings } from '../domain/settings.ts'
import type { ShareDeletion } from '../domain/share-deletion.ts'
import type { StoredNotice } from '../domain/stored-notice.ts'
import type { AccountView, JobView, LoginView, PendingShareView, SettingsView, SeveralView, View } from '../protocol.ts'
import { hostOf, isInsecure, outOfReach } from './address-view.ts'
import { deletionView } from './deletion-view.ts'
import { copyView, mountedChecks, mountedView } from './mounted-view.ts'
import type { AccountInbox, AccountMounts, InboxShare, PendingLogin } from './ports.ts'

/** What is stored without secrets: all that popup and options are painted from. */
export interface Stored {
  accounts: Account[]
  inbox: Record<string, AccountInbox>
  mounts: Record<string, AccountMounts>
  copies: CopyJob[]
  deletions: ShareDeletion[]
  jobs: MountJob[]
  login: PendingLogin | null
  homeAddress?: HomeAddress | null
  defaultAccount: string | null
  settings: Partial<Settings>
  notices: StoredNotice[]
}

/** @param managed what an administrator has set, unchecked */
export function viewOf(stored: Stored, managed: unknown): View {
  const { accounts, inbox, jobs, login, homeAddress } = stored
  const chosen = accounts.find(({ id }) => id === stored.defaultAccount) ?? accounts[0]
  const several = severalView(accounts.flatMap(({ id }) => inbox[id]?.shares ?? []))
  const checked = accounts.map(({ id }) => inbox[id]?.checkedAt ?? 0).filter((at) => at > 0)
  return {
    accounts: accounts.map((account) => accountView(account, inbox[account.id], account === chosen)),
    pending: accounts
      .flatMap((account) => pendingView(account, (inbox[account.id]?.shares ?? []).filter(isForUser(jobs)), jobs))
      .sort((a, b) => b.firstSeen - a.firstSeen),
    ...(several ? { several } : {}),
    jobs: jobs
      .filter((job) => job.origin !== 'page' || !hasEnded(job))
      .map(jobView)
      .reverse(),
    mounted: mountedView(accounts, stored.mounts),
    mountedChecks: mountedChecks(accounts, stored.mounts),
    copies: stored.copies.map(copyView).reverse(),
    deletions: stored.deletions.map(deletionView),
    login: login && loginView(login),
    ...(homeAddress ? { homeAddress: homeAddressView(homeAddress) } : {}),
    ...(checked.length > 0 ? { checkedAt: Math.min(...checked) } : {}),
    settings: settingsView(stored.settings, managed),
    notices: stored.notices,
  }
}

function settingsView(chosen: Partial<Settings>, managed: unknown): SettingsView {
  const { policy, problems } = readPolicy(managed)
  const { settings, locked } = settingsInForce(chosen, policy)
  const { homeAddress, homeAddressLocked = false } = policy
  return {
    values: settings,
    locked,
    ...(homeAddress === undefined ? {} : { homeAddress }),
    homeAddressLocked: homeAddressLocked && homeAddress !== undefined,
    hidesWelcome: hidesWelcome(policy),
    mistakes: problems.map(({ key }) => key),
  }
}

/** A share that a running job is about to accept is no question to the user. */
function isForUser(jobs: MountJob[]): (share: InboxShare) => boolean {
  const claimed = new Set(jobs.filter((job) => !hasEnded(job)).map(({ shareId }) => shareId))
  return ({ id }) => !claimed.has(id)
}

export function accountView(account: Account, inbox: AccountInbox | undefined, isDefault: boolean): AccountView {
  const { id, displayName, base, state, userId, product, callsItself } = account
  const failure = inbox?.failure
  return {
    id,
    displayName,
    product,
    userId,
    base,
    state,
    isDefault,
    cloudId: cloudIdOf(userId, base),
    host: hostOf(base),
    ...(callsItself === undefined ? {} : { callsItself: hostOf(callsItself) }),
    ...(failure ? { failure } : {}),
  }
}

function pendingView(account: Account, shares: InboxShare[], jobs: MountJob[]): PendingShareView[] {
  const own = jobs.filter((job) => job.accountId === account.id)
  const asked = askedFor(shares, own, Date.now())
  return shares.map((share) => ({ ...shareView(account, share), ...(asked.has(share.id) ? { asked: true } : {}) }))
}

function severalView(shares: InboxShare[]): SeveralView | undefined {
  const answers = shares.flatMap(({ answer }) => (answer?.several === undefined ? [] : answer))
  const [first] = answers
  return (
    first && { answer: first.kind, left: answers.length, total: Math.max(...answers.map(({ several = 0 }) => several)) }
  )
}

function shareView({ id: accountId, base }: Account, share: InboxShare): PendingShareView {
  const { id, name, owner, remote, firstSeen, answer, failure } = share
  const reach = outOfReach(base, remote)
  return {
    accountId,
    id,
    name,
    owner,
    firstSeen,
    remote: hostOf(remote),
    insecure: isInsecure(remote),
    ...(reach ? { outOfReach: reach } : {}),
    ...(answer ? { answer: answer.kind } : {}),
    ...(failure ? { failure } : {}),
  }
}

export function jobView(job: MountJob): JobView {
  const { id, accountId, state, link, name, openUrl, already, failure } = job
  const note = noteOf(job)
  return {
    id,
    accountId,
    state,
    link,
    ...(name === undefined ? {} : { name }),
    ...(openUrl === undefined ? {} : { openUrl }),
    ...(already === undefined ? {} : { already }),
    ...(note === undefined ? {} : { note }),
    ...(failure === undefined ? {} : { failure }),
    ...(state === 'failed' && failure ? { mayTryAgain: mayTryAgain(failure.code) } : {}),
  }
}

function noteOf({ state, tabShown, ownerNotTold }: MountJob): JobView['note'] {
  if (state === 'asking' && tabShown) return 'sign-in-at-home'
  return state === 'mounted' && ownerNotTold ? 'owner-not-told' : undefined
}

const homeAddressView = ({ base, product }: HomeAddress): NonNullable<View['homeAddress']> => ({
  base,
  host: hostOf(base),
  product,
})

function loginView({ base, loginUrl, deadline, failure }: PendingLogin): LoginView {
  return { base, loginUrl, deadline, ...(failure ? { failure } : {}) }
}
