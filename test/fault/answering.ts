import type { ProductName } from '../cloud-server/index.ts'
import type { Operation, Outcome } from './operation.ts'
import type { Stage } from './stage.ts'
import { wire } from './wire.ts'

const ref = ({ accountId, shareId }: Stage) => ({ accountId, shareId })

/** The share is listed with its two doubles. */
async function arrange(stage: Stage): Promise<void> {
  await stage.sendDecoys()
  await stage.send()
  await stage.worker.app.refresh(stage.accountId)
}

const row = (stage: Stage) => stage.view.pending.find(({ id }) => id === stage.shareId)

/** What the inbox says of a share that is not where it should be. */
function inInbox(stage: Stage): Outcome {
  // The user was told that it is done, and it is not.
  if (stage.told.done) return 'lost'
  const share = row(stage)
  if (share?.failure || stage.told.code !== undefined) return 'explained'
  // Taken up by the next worker, at the latest for the next poll.
  return share?.answer || stage.isPolled ? 'resumable' : 'lost'
}

async function accept(stage: Stage): Promise<void> {
  const accepted = await stage.worker.ui['ui/accept'](ref(stage))
  stage.told = accepted.ok ? { done: true } : { code: accepted.failure.code }
}

export const accepting = (home: ProductName): Operation => ({
  name: `accept at ${home}`,
  home,
  by: 'popup',
  arrange,
  act: accept,
  judge: (stage) => (stage.isMounted && !row(stage) ? 'done' : inInbox(stage)),
  isFulfilled: (stage) => stage.isMounted && !row(stage),
  async retry(stage) {
    if (row(stage)) await accept(stage)
  },
})

async function decline(stage: Stage): Promise<void> {
  await stage.worker.ui['ui/decline'](ref(stage))
  await wire.idle()
}

const isDeclined = (stage: Stage): boolean => stage.ours.length === 0 && !row(stage)

export const declining = (home: ProductName): Operation => ({
  name: `decline at ${home}`,
  home,
  by: 'popup',
  arrange,
  act: decline,
  judge: (stage) => (isDeclined(stage) ? 'done' : inInbox(stage)),
  isFulfilled: isDeclined,
  async retry(stage) {
    if (row(stage)) await decline(stage)
  },
})

const mountedRow = (stage: Stage) => stage.view.mounted.find(({ id }) => id === stage.shareId)

async function unmount(stage: Stage): Promise<void> {
  const unmounted = await stage.worker.ui['ui/unmount'](ref(stage))
  stage.told = unmounted.ok ? { done: true } : { code: unmounted.failure.code }
}

async function mount(stage: Stage): Promise<void> {
  await arrange(stage)
  await accept(stage)
  if (!mountedRow(stage)) throw new Error('nothing to unmount')
  stage.told = {}
}

const isUnmounted = (stage: Stage): boolean => stage.ours.length === 0 && !mountedRow(stage)

export const unmounting = (home: ProductName): Operation => ({
  name: `unmount at ${home}`,
  home,
  by: 'popup',
  arrange: mount,
  act: unmount,
  judge(stage) {
    if (isUnmounted(stage)) return 'done'
    if (stage.told.done) return 'lost'
    const mount = mountedRow(stage)
    if (mount?.failure || stage.told.code !== undefined) return 'explained'
    return mount?.leaving || mount ? 'resumable' : 'lost'
  },
  isFulfilled: isUnmounted,
  async retry(stage) {
    await stage.worker.ui['ui/refresh-mounted']({})
    if (mountedRow(stage)) await unmount(stage)
  },
})

/** bob has taken the folder back: what is left of it is removed. */
export const unmountingDead = (home: ProductName): Operation => ({
  ...unmounting(home),
  name: `remove a dead mount at ${home}`,
  async arrange(stage) {
    await mount(stage)
    stage.remote.removeFile('bob', `/${stage.name}`)
    await stage.worker.ui['ui/refresh-mounted']({})
    if (!mountedRow(stage)?.trouble) throw new Error('the mount is not known to be dead')
  },
})

export const undoing: Operation = {
  name: 'undo a decline at nextcloud-32',
  home: 'nextcloud-32',
  by: 'page',
  arrange,
  async act(stage) {
    await stage.press((ui) => ui['ui/decline'](ref(stage)))
    await stage.press((ui) => ui['ui/undo-decline'](ref(stage)))
    await wire.idle()
  },
  judge: (stage) => (stage.ours.length === 1 && row(stage) && !row(stage)?.answer ? 'done' : 'lost'),
  retry: async () => {},
}

export const polling = (home: ProductName): Operation => ({
  name: `poll ${home}`,
  home,
  by: 'alarm',
  async arrange(stage) {
    await stage.sendDecoys()
    await stage.worker.app.refresh(stage.accountId)
    await stage.send()
  },
  async act(stage) {
    const alarm = `poll:${stage.accountId}`
    const { kill, steps } = stage.world
    // Used up when it is delivered; a worker that dies before its first step has not got it.
    if (kill?.when !== 'before' || kill.at > steps + 1) stage.world.alarms.delete(alarm)
    await stage.worker.app.onAlarm(alarm)
  },
  judge(stage) {
    const ids = new Set(stage.view.pending.map(({ id }) => id))
    // What was known before stays known.
    if (!stage.decoys.every(({ id }) => ids.has(String(id)))) return 'lost'
    if (ids.has(stage.shareId)) return ids.size === 3 ? 'done' : 'lost'
    if (stage.account?.state === 'signed-out') return 'explained'
    if (!stage.isPolled) return 'lost'
    return stage.view.accounts[0]?.failure ? 'explained' : 'resumable'
  },
  // The alarm has done it.
  retry: async () => {},
})
