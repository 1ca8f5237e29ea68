import type { Operation, Outcome } from './operation.ts'
import type { Stage } from './stage.ts'
import { wire } from './wire.ts'

const folder = '/Kept'

/** A mounted share, and a folder for its copy in which its name is taken. */
async function arrange(stage: Stage): Promise<void> {
  const { accountId, home, user, worker } = stage
  await stage.send()
  await worker.app.refresh(accountId)
  await worker.ui['ui/accept']({ accountId, shareId: stage.shareId })
  home.writeFile(user, `${folder}/${stage.name}/mine.txt`, 'mine')
}

const copyOf = (stage: Stage) => stage.view.copies[0]

async function keep(stage: Stage): Promise<void> {
  const { accountId, shareId, worker } = stage
  const begun = await worker.ui['ui/keep-copy']({ accountId, shareId, folder })
  stage.told = begun.ok ? {} : { code: begun.failure.code }
  await wire.idle()
}

const copies = async ({ home, user }: Stage): Promise<string[]> =>
  (await home.listFolder(user, folder)).filter((name) => / \(\d+\)$/.test(name))

/** The whole folder, once, beside the one that was there. */
async function isCopied(stage: Stage): Promise<boolean> {
  const { home, user, name } = stage
  if ((await copies(stage)).join() !== `${name} (2)`) return false
  const bytes = await home.readFile(user, `${folder}/${name} (2)/hello.txt`)
  return new TextDecoder().decode(bytes) === `hello from ${name}`
}

function goesOn(stage: Stage): Outcome {
  const copy = copyOf(stage)
  if (!copy) return stage.told.code === undefined ? 'lost' : 'explained'
  if (copy.failure) return 'explained'
  return copy.state !== 'done' && stage.world.alarms.has(`copy:${copy.id}`) ? 'resumable' : 'lost'
}

/** Longer than it takes to be sure that a copy was never begun; then once more. */
async function retry(stage: Stage): Promise<void> {
  const runs = () => copyOf(stage) && !['done', 'failed'].includes(copyOf(stage)?.state ?? '')
  for (let looks = 0; looks < 50 && runs(); looks++) await stage.world.wait(stage.worker, 31_000)
  if (copyOf(stage)?.state !== 'done') await keep(stage)
}

export const copying: Operation = {
  name: 'keep a copy at nextcloud-32',
  home: 'nextcloud-32',
  by: 'popup',
  arrange,
  act: keep,
  judge: async (stage) => ((await isCopied(stage)) && copyOf(stage)?.state === 'done' ? 'done' : goesOn(stage)),
  isFulfilled: isCopied,
  isDoubled: async (stage) => (await copies(stage)).length > 1,
  retry,
}

export const copyingWithoutRoom: Operation = {
  ...copying,
  name: 'keep a copy at owncloud-10, without room',
  home: 'owncloud-10',
  inPeace: 'explained',
  async arrange(stage) {
    await arrange(stage)
    stage.home.settings.freeBytes = 3
  },
  // Nothing is copied for want of room, whatever else goes wrong.
  isFulfilled: async (stage) => copyOf(stage)?.failure?.code === 'storage-full' && (await copies(stage)).length === 0,
}
