import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { ProductName } from '../cloud-server/index.ts'
import type { Operation, Outcome } from './operation.ts'
import { clickOnPage } from './page.ts'
import { elsewhere, type Stage } from './stage.ts'
import { wire } from './wire.ts'

const links = new WeakMap<Stage, SharePage>()
const linkOf = (stage: Stage): SharePage => links.get(stage) as SharePage

/** bob's link, decoys of what it brings, and what else the way needs. */
const arrange =
  (more: (stage: Stage) => void = () => {}, password?: string) =>
  async (stage: Stage): Promise<void> => {
    stage.writeFolder()
    const { base, product } = stage.remote
    const secret = password === undefined ? {} : { password }
    const { token } = stage.remote.createPublicLink({ owner: 'bob', path: `/${stage.name}`, ...secret })
    links.set(stage, {
      product: product === 'owncloud-10' ? 'owncloud' : 'nextcloud',
      base,
      token,
      kind: 'folder',
      name: stage.name,
      owner: 'bob',
      needsPassword: password !== undefined,
      isProtected: password !== undefined,
    })
    more(stage)
    await stage.sendDecoy(base, 'carol')
    // One arrives when home was listed and the share has not come yet.
    let requests = 0
    wire.meanwhile(async () => {
      if (++requests === 2) await stage.sendDecoy(elsewhere, 'bob')
    })
  }

function judge(stage: Stage): Outcome {
  const job = stage.jobs.at(-1)
  if (!job) return stage.told.code === undefined ? 'lost' : 'explained'
  if (job.state === 'mounted') return stage.isMounted ? 'done' : 'lost'
  if (job.state === 'failed' || job.state === 'needs-password') return job.failure ? 'explained' : 'lost'
  return stage.world.alarms.has(`job:${job.id}`) ? 'resumable' : 'lost'
}

const isRunning = (job: MountJob | undefined): boolean =>
  job !== undefined && ['asking', 'waiting', 'accepting'].includes(job.state)

/** Again the same way; where the share has arrived all the same, it waits in the inbox. */
const retryWith =
  (again: (stage: Stage) => Promise<void>) =>
  async (stage: Stage): Promise<void> => {
    if (judge(stage) === 'done') return
    await again(stage)
    if (judge(stage) === 'done') return
    await stage.worker.ui['ui/refresh']({})
    const waiting = stage.view.pending.find(({ id }) => id === String(stage.ours[0]?.id))
    if (!waiting) return
    stage.marks.push('inbox')
    await stage.worker.ui['ui/accept']({ accountId: stage.accountId, shareId: waiting.id })
  }

const common = { arrange: arrange(), judge, isFulfilled: (stage: Stage) => stage.isMounted }

const clickWith =
  (password?: string) =>
  async (stage: Stage): Promise<void> => {
    const job = await clickOnPage(stage, linkOf(stage), password)
    stage.told = job?.failure ? { code: job.failure.code } : {}
  }

/** The popup is open: what does not go on by itself does by alarm. */
async function lookOn(stage: Stage): Promise<void> {
  for (let minutes = 0; minutes < 20 && isRunning(stage.jobs.at(-1)); minutes++) {
    await stage.world.wait(stage.worker, 61_000)
  }
}

async function paste(stage: Stage): Promise<void> {
  const { base, token } = linkOf(stage)
  const added = await stage.worker.ui['ui/add-link']({ address: `${base}/s/${token}` })
  stage.told = added.ok ? {} : { code: added.failure.code }
  if (added.ok) await stage.worker.app.run(added.value.id)
  await lookOn(stage)
}

const tabId = 7

/** The popup is opened on the share page, which its tab shows. */
async function addFromTab(stage: Stage): Promise<void> {
  const { base, token } = linkOf(stage)
  const added = await stage.worker.ui['ui/add-page']({ tabId, link: { base, token } })
  stage.told = added.ok ? {} : { code: added.failure.code }
  if (added.ok && added.value.do === 'show') await stage.worker.app.run(added.value.job.id)
  await lookOn(stage)
}

function visit(stage: Stage): void {
  const page = linkOf(stage)
  stage.world.pageTabs.tabs.set(tabId, { address: `${page.base}/s/${page.token}`, page })
}

/** The user's browser is signed in at home. */
function logIn({ world, home, user }: Stage): void {
  world.homeTabs.cookie = home.logInCookie(user)
}

const clicked = (home: ProductName, route: string, password?: string): Operation => ({
  ...common,
  name: `mount into ${home}, ${route}`,
  home,
  by: 'page',
  act: clickWith(password),
  retry: retryWith(clickWith(password)),
})

export const mounting = (home: ProductName): Operation => clicked(home, 'remote-sends')

/** Home is told of an ownCloud link, by itself. */
export const announcing: Operation = {
  ...clicked('nextcloud-32', 'announce'),
  remote: 'owncloud-10',
}

/** A protected ownCloud link goes into ownCloud by the web session, in a tab. */
export const mountingInSession: Operation = {
  ...clicked('owncloud-10', 'home-session', 'Correct-horse-9'),
  remote: 'owncloud-10',
  arrange: arrange(logIn, 'Correct-horse-9'),
}

const pasted = (home: ProductName, route: string): Operation => ({
  ...common,
  name: `mount into ${home}, ${route}`,
  home,
  by: 'popup',
  act: paste,
  retry: retryWith(paste),
})

export const mountingByHome = pasted('nextcloud-32', 'home-asks')

/** A home that is too old to be asked by us, for a link whose server we may not call: its own page asks. */
export const mountingInOldSession: Operation = {
  ...pasted('nextcloud-30', 'home-session'),
  arrange: arrange((stage) => {
    logIn(stage)
    stage.world.forbidden = [stage.remote.base]
  }),
}

export const mountingFromBackground = pasted('nextcloud-30', 'remote-sends by the background')

export const mountingThroughTab: Operation = {
  ...common,
  name: 'mount into nextcloud-32, remote-sends through its tab',
  home: 'nextcloud-32',
  by: 'popup',
  arrange: arrange(visit),
  act: addFromTab,
  retry: retryWith(addFromTab),
}
