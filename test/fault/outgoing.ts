import type { UiHandlers } from '../../lib/app/ui-calls.ts'
import { call } from '../cloud-server/http/call.ts'
import type { Operation, Outcome } from './operation.ts'
import type { Stage } from './stage.ts'
import { wire } from './wire.ts'

const links = new WeakMap<Stage, { id: string; url: string }>()
const linkOf = (stage: Stage) => links.get(stage) as { id: string; url: string }

/** The user has shared a folder by a link. */
async function arrange(stage: Stage): Promise<void> {
  stage.home.writeFile(stage.user, '/Mine/mine.txt', 'mine')
  links.set(stage, stage.home.createPublicLink({ owner: stage.user, path: '/Mine' }))
}

const isThere = async (stage: Stage): Promise<boolean> => (await call('GET', linkOf(stage).url)).status === 200
const ref = (stage: Stage) => ({ accountId: stage.accountId, shareId: linkOf(stage).id })
const line = (stage: Stage) => stage.view.deletions[0]
const remove = (stage: Stage) => (ui: UiHandlers) =>
  ui['ui/delete-share']({ ...ref(stage), kind: 'link', path: '/Mine' })

async function judgeDeleted(stage: Stage): Promise<Outcome> {
  const left = line(stage)
  if (left?.failure) return 'explained'
  if (left) return stage.world.alarms.has('deletion:') ? 'resumable' : 'lost'
  if (!(await isThere(stage))) return 'done'
  return stage.told.code === undefined ? 'lost' : 'explained'
}

export const deleting: Operation = {
  name: 'delete a share at nextcloud-32',
  home: 'nextcloud-32',
  by: 'popup',
  arrange,
  async act(stage) {
    await remove(stage)(stage.worker.ui)
    await wire.idle()
  },
  judge: judgeDeleted,
  isFulfilled: async (stage) => !(await isThere(stage)) && !line(stage),
  async retry(stage) {
    if (line(stage) || (await isThere(stage))) await remove(stage)(stage.worker.ui)
    await wire.idle()
  },
}

export const undoingDeletion: Operation = {
  name: 'undo the deletion of a share at nextcloud-32',
  home: 'nextcloud-32',
  by: 'page',
  arrange,
  async act(stage) {
    await stage.press(remove(stage))
    await stage.press((ui) => ui['ui/undo-deletion'](ref(stage)))
    await wire.idle()
  },
  judge: async (stage) => ((await isThere(stage)) && !line(stage) ? 'done' : 'lost'),
  retry: async () => {},
}
