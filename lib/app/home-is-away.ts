import type { Failure, FailureCode } from '../domain/failure.ts'
import { openHome } from './home.ts'
import type { Ports } from './ports.ts'

/** After these nothing else that is sent to the home can work. */
const stopsAll: FailureCode[] = [
  'home-rejected-login',
  'home-permission-missing',
  'home-maintenance',
  'home-throttled',
  'not-connected',
]

/** Pauses between looks, in milliseconds: a laptop that was opened just now has its network a little later. */
const pauses = [0, 2_000, 8_000, 20_000]

/**
 * Whether a failure is the home's own, so that nothing more need be sent to it: the failure to show for all, else
 * false. Accepting makes the home ask the remote, so no answer may also mean a remote that keeps it waiting; the list
 * of pending shares is read from the home's database alone.
 */
export async function homeIsAway(ports: Ports, accountId: string, why: Failure): Promise<Failure | false> {
  if (stopsAll.includes(why.code)) return why
  if (why.code !== 'home-unreachable') return false
  let last = why
  for (const pause of pauses) {
    if (pause > 0) await ports.sleep(pause)
    const home = await openHome(ports, accountId)
    const alive = home.ok ? await home.value.cloud.remoteShares.pending() : home
    if (alive.ok || !mayBeAway(alive.failure)) return false
    last = alive.failure
    if (stopsAll.includes(last.code)) return last
  }
  return last
}

const mayBeAway = ({ code }: Failure): boolean => code === 'home-unreachable' || stopsAll.includes(code)
