import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { ProductName } from '../cloud-server/index.ts'
import type { Operation, Outcome } from './operation.ts'
import { clickOnPage } from './page.ts'
import { elsewhere, type Stage } from './stage.ts'
import { wire } from './wire.ts'

const links = new WeakMap<Stage, SharePage>()
const linkOf = (stage: Stage): SharePage => links.get(stage) as SharePage

async function arrange(stage: Stage): Promise<void> {
  stage.writeFolder()
  const { base } = stage.remote
  const { token } = stage.remote.createPublicLink({ owner: 'bob', path: `/${stage.name}` })
  links.set(stage, {
    product: 'nextcloud',
    base,
    token,
    kind: 'folder',
    name: stage.name,
    owner: 'bob',
    needsPassword: false,
  })
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

const common = { arrange, judge, isFulfilled: (stage: Stage) => stage.isMounted }

async function click(stage: Stage): Promise<void> {
  const job = await clickOnPage(stage, linkOf(stage))
  stage.told = job?.failure ? { code: job.failure.code } : {}
}

async function paste(stage: Stage): Promise<void> {
  const { base, token } = linkOf(stage)
  const added = await stage.worker.ui['ui/add-link']({ address: `${base}/s/${token}` })
  stage.told = added.ok ? {} : { code: added.failure.code }
  if (added.ok) await stage.worker.app.run(added.value.id)
  // The popup is open: what does not go on by itself does by alarm.
  for (let minutes = 0; minutes < 20 && isRunning(stage.jobs.at(-1)); minutes++) {
    await stage.world.wait(stage.worker, 61_000)
  }
}

export const mounting = (home: ProductName): Operation => ({
  ...common,
  name: `mount into ${home}, remote-sends`,
  home,
  by: 'page',
  act: click,
  retry: retryWith(click),
})

export const mountingByHome: Operation = {
  ...common,
  name: 'mount into nextcloud-32, home-asks',
  home: 'nextcloud-32',
  by: 'popup',
  act: paste,
  retry: retryWith(paste),
}
