import type { MountJob } from '../domain/mount-job.ts'
import type { Home } from './home.ts'
import type { HomeTabLook } from './home-tab.ts'
import { record } from './job-store.ts'
import type { Ports } from './ports.ts'

/** How long the user has to sign in to the home, in milliseconds. */
const signInPatience = 10 * 60_000
/** How long a page may load before the tab is shown, whatever keeps it, in milliseconds. */
const loadPatience = 8_000

export type SignedIn = { is: 'signed-in'; tabId: number; user?: string } | { is: 'awaited' } | { is: 'given-up' }

/**
 * Sees to it that a tab of the home is open in which somebody is signed in. Where nobody is, the tab shows the home's own
 * login; the job goes on when that is done, or ends after ten minutes or with the tab.
 */
export async function signedInTab(ports: Ports, job: MountJob, home: Home): Promise<SignedIn> {
  const tabId = job.tabId ?? (await open(ports, job, home))
  const look = tabId === undefined ? { is: 'gone' as const } : await ports.homeTab.look(tabId)
  if (tabId === undefined || look.is === 'gone') return { is: 'given-up' }
  if (isOfHome(look, home.account.base) && look.signedIn) {
    return { is: 'signed-in', tabId, ...(look.user === undefined ? {} : { user: look.user }) }
  }
  const waited = job.tabId === undefined ? 0 : ports.now() - job.updatedAt
  if (job.tabShown) return { is: waited > signInPatience ? 'given-up' : 'awaited' }
  if (look.is === 'here' || waited > loadPatience) {
    await record(ports, job.id, { type: 'tab-shown' })
    await ports.homeTab.show(tabId)
  }
  return { is: 'awaited' }
}

async function open(ports: Ports, job: MountJob, { account }: Home): Promise<number | undefined> {
  const tabId = await ports.homeTab.open(`${account.base}/index.php/apps/files/`)
  if (tabId !== undefined) await record(ports, job.id, { type: 'tab-opened', tabId })
  return tabId
}

/** A page of the home itself: there may be another cloud in a folder beside it. */
const isOfHome = (look: HomeTabLook, base: string): look is HomeTabLook & { is: 'here' } =>
  look.is === 'here' && look.address.startsWith(`${base}/`)

/** Where a tab is that nobody has used for something else. */
const untouched = /^\/(?:index\.php\/)?(?:apps\/files|login)(?:[/?#]|$)/

/** Closes the job's tab, unless the user has gone somewhere else in it. */
export async function closeTab(ports: Ports, tabId: number | undefined, base: string): Promise<void> {
  if (tabId === undefined) return
  const look = await ports.homeTab.look(tabId)
  if (isOfHome(look, base) && untouched.test(look.address.slice(base.length))) await ports.tabs.close(tabId)
}
