import { copyEnded } from '../domain/copy-job.ts'
import type { Result } from '../domain/result.ts'
import type { Unmounted } from '../protocol.ts'
import type { ShareRef } from './inbox-store.ts'
import { runCopy } from './keep-copy.ts'
import type { Ports } from './ports.ts'
import { refreshMounted } from './refresh-mounted.ts'
import { singleFlight } from './single-flight.ts'
import { unmount } from './unmount.ts'

/** The background's tasks about mounted shares, each at most once under way per share, copy or account. */
export function mountedTasks(ports: Ports) {
  const refresh = singleFlight((accountId: string) => refreshMounted(ports, accountId))
  const copy = singleFlight((id: string) => runCopy(ports, id))
  const remove = singleFlight((key: string) => {
    const [accountId = '', shareId = ''] = JSON.parse(key) as string[]
    return unmount(ports, { accountId, shareId })
  })
  const unmountOnce = ({ accountId, shareId }: ShareRef): Promise<Result<Unmounted>> =>
    remove(JSON.stringify([accountId, shareId]))

  return {
    refreshMounted: refresh,
    runCopy: copy,
    unmount: unmountOnce,

    /** Takes up what the last worker left: shares on their way out, copies under way. */
    async resumeMounted(): Promise<void> {
      const mounts = Object.entries(await ports.stores.mounts.read())
      const leaving = mounts.flatMap(([accountId, { shares }]) =>
        shares.flatMap((row) => (row.leaving ? [{ accountId, shareId: row.id }] : [])),
      )
      const copies = (await ports.stores.copies.read()).filter((job) => !copyEnded(job))
      await Promise.all([...leaving.map(unmountOnce), ...copies.map(({ id }) => copy(id))])
    },
  }
}
