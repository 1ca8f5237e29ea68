import { asMounted } from '../domain/mounted-share.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import type { Result } from '../domain/result.ts'
import { checkMissing } from './check-mounts.ts'
import { openHome, type Home } from './home.ts'
import { markAccount } from './mark-account.ts'
import { changeMounts } from './mounted-store.ts'
import type { AccountMounts, Ports } from './ports.ts'

/** How long the user waits for a list that may hang: the home contacts every remote for it, in milliseconds. */
const listPatience = 20_000

/**
 * Reads an account's mounted shares, on the user's demand only. What the list shows is stored at once; then each share
 * that should be there and is not is looked at by its id. When the list hangs on one of its remotes, all known shares
 * are looked at one by one, so that a dead remote hides none but its own.
 */
export async function refreshMounted(ports: Ports, accountId: string, patience = listPatience): Promise<void> {
  const home = await openHome(ports, accountId)
  if (!home.ok) return home.failure.code === 'not-connected' ? undefined : fail(ports, accountId, home)
  const since = ports.now()
  const list = await home.value.cloud.remoteShares.mounted(patience)
  const mayHang = !list.ok && list.failure.code === 'home-unreachable'
  const alive = mayHang ? await isAlive(home.value) : list
  await markAccount(ports, accountId, alive.ok ? undefined : alive.failure.code)
  if (!alive.ok) return fail(ports, accountId, alive)
  await changeMounts(ports, accountId, (mounts) => withList(mounts, list.ok ? list.value : undefined, since))
  await checkMissing(ports, home.value, list.ok ? list.value : [], patience)
  await changeMounts(ports, accountId, (mounts) => ({ ...mounts, checkedAt: ports.now() }))
}

/** The list of pending shares is read from the home's database alone: it hangs only when the home does. */
async function isAlive({ cloud }: Home): Promise<Result<unknown>> {
  return cloud.remoteShares.pending()
}

async function fail(
  ports: Ports,
  accountId: string,
  { failure }: { failure: AccountMounts['failure'] },
): Promise<void> {
  if (failure) await changeMounts(ports, accountId, (mounts) => ({ ...mounts, failure }))
}

/**
 * The known shares brought up to the list, in its order, with those that are missing in it behind. What was unmounted
 * while the list was on its way stays off.
 */
function withList(
  { failure: _, slow: __, ...mounts }: AccountMounts,
  list: ReceivedShare[] | undefined,
  since: number,
): AccountMounts {
  if (!list) return { ...mounts, slow: true }
  const known = new Map(mounts.shares.map((row) => [row.id, row]))
  const there = list.filter(({ id }) => (mounts.gone[id] ?? 0) < since)
  const listed = new Set(there.map(({ id }) => id))
  const rows = there.map((share) => {
    const { leaving, failure } = known.get(share.id) ?? {}
    return { ...asMounted(share), ...(leaving ? { leaving } : {}), ...(failure ? { failure } : {}) }
  })
  return { ...mounts, shares: [...rows, ...mounts.shares.filter(({ id }) => !listed.has(id))] }
}
