import type { Account } from '../domain/account.ts'
import type { CopyJob } from '../domain/copy-job.ts'
import { mountpointOf } from '../domain/mounted-share.ts'
import { openUrl } from '../domain/received-share.ts'
import type { CopyView, MountedCheck, MountedShareView } from '../protocol.ts'
import { hostOf, isInsecure } from './address-view.ts'
import type { AccountMounts, MountRow } from './ports.ts'

type Mounts = Record<string, AccountMounts>

/** The mounted shares of all accounts: dead ones first, they ask for something; then by path. */
export function mountedView(accounts: Account[], mounts: Mounts): MountedShareView[] {
  return accounts.flatMap((account) => {
    const rows = (mounts[account.id]?.shares ?? []).map((row) => rowView(account, row))
    return rows.sort((a, b) => rank(a) - rank(b) || a.mountpoint.localeCompare(b.mountpoint))
  })
}

const rank = ({ trouble }: MountedShareView): number => (trouble === 'dead' || trouble === 'left' ? 0 : 1)

export const mountedChecks = (accounts: Account[], mounts: Mounts): MountedCheck[] =>
  accounts.map(({ id }) => {
    const { checkedAt = 0, slow = false, failure } = mounts[id] ?? {}
    return { accountId: id, checkedAt, slow, ...(failure ? { failure } : {}) }
  })

function rowView({ id: accountId, base }: Account, row: MountRow): MountedShareView {
  const { id, name, owner, remote, trouble, leaving, failure } = row
  return {
    accountId,
    id,
    name,
    owner,
    mountpoint: mountpointOf(row),
    remote: hostOf(remote),
    insecure: isInsecure(remote),
    openUrl: openUrl(base, row),
    ...(trouble ? { trouble } : {}),
    ...(leaving ? { leaving } : {}),
    ...(failure ? { failure } : {}),
  }
}

export function copyView(job: CopyJob): CopyView {
  const { id, accountId, shareId, name, folder, to, state, openUrl, failure, looks } = job
  return {
    id,
    accountId,
    shareId,
    name,
    folder,
    state,
    unsure: looks > 0,
    ...(to === undefined ? {} : { to }),
    ...(openUrl === undefined ? {} : { openUrl }),
    ...(failure ? { failure } : {}),
  }
}
