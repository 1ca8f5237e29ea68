import type { MountedShare } from '../domain/mounted-share.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { ShareRef } from './inbox-store.ts'
import type { AccountMounts, MountRow, Ports } from './ports.ts'

export const emptyMounts: AccountMounts = { shares: [], checkedAt: 0, doubtful: [], gone: {} }

/** Ids remembered as gone: enough for a list that was asked for before they went, and for all jobs that are kept. */
const goneKept = 400

/** Nothing is kept of an account that was signed out meanwhile. */
export async function changeMounts(
  ports: Ports,
  accountId: string,
  change: (mounts: AccountMounts) => AccountMounts,
): Promise<void> {
  if (!(await ports.stores.accounts.read()).some(({ id }) => id === accountId)) return
  await ports.stores.mounts.update((all) => {
    const before = all[accountId] ?? emptyMounts
    const after = change(before)
    return after === before ? all : { ...all, [accountId]: after }
  })
}

/** Changes one row; returning undefined takes it off the list. */
export const changeRow = (
  ports: Ports,
  { accountId, shareId }: ShareRef,
  change: (row: MountRow) => MountRow | undefined,
): Promise<void> =>
  changeMounts(ports, accountId, (mounts) => ({
    ...mounts,
    shares: mounts.shares.flatMap((row) => (row.id === shareId ? (change(row) ?? []) : row)),
  }))

/** Puts what a look showed in its place; a share that was not on the list comes last. Takes it off the doubtful ones. */
export function withShare(mounts: AccountMounts, share: MountedShare): AccountMounts {
  const { trouble: _, ...old } = mounts.shares.find(({ id }) => id === share.id) ?? {}
  const row = { ...old, ...share }
  const listed = mounts.shares.some(({ id }) => id === share.id)
  return {
    ...mounts,
    shares: listed ? mounts.shares.map((other) => (other.id === share.id ? row : other)) : [...mounts.shares, row],
    doubtful: mounts.doubtful.filter(({ id }) => id !== share.id),
  }
}

/** Takes a share off the list for good. Ids are never given out twice. */
export function withoutShare(mounts: AccountMounts, id: string, now: number): AccountMounts {
  const gone = Object.entries(mounts.gone).slice(1 - goneKept)
  return {
    ...mounts,
    shares: mounts.shares.filter((row) => row.id !== id),
    doubtful: mounts.doubtful.filter((share) => share.id !== id),
    gone: { ...Object.fromEntries(gone), [id]: now },
  }
}

/** A share was accepted here: it is on the list before the list is read again. */
export const rememberMounted = (ports: Ports, accountId: string, share: ReceivedShare): Promise<void> =>
  changeMounts(ports, accountId, (mounts) => withShare(mounts, share))

/**
 * An acceptance ended in an error of the server. ownCloud may have made a row of it that is in no list and that only
 * its id can remove (recorded owncloud-10.15.2/801-805), so the id must not be lost.
 */
export const rememberDoubtful = (ports: Ports, accountId: string, share: ReceivedShare): Promise<void> =>
  changeMounts(ports, accountId, (mounts) => ({
    ...mounts,
    doubtful: [...mounts.doubtful.filter(({ id }) => id !== share.id), share],
  }))
