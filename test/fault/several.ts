import type { PendingShareView } from '../../lib/protocol.ts'
import type { ProductName } from '../cloud-server/index.ts'
import type { Operation, Outcome } from './operation.ts'
import type { Stage } from './stage.ts'
import { wire } from './wire.ts'

/** Two shares are listed with their doubles. */
async function arrange(stage: Stage): Promise<void> {
  stage.names = [stage.name, `${stage.name} b`]
  await stage.sendDecoys()
  await stage.send()
  await stage.worker.app.refresh(stage.accountId)
}

/** Their rows in the inbox. */
function rows(stage: Stage): PendingShareView[] {
  const ids = new Set(stage.ours.map(({ id }) => String(id)))
  const names = new Set(stage.names)
  return stage.view.pending.filter(
    ({ id, name, owner }) => ids.has(id) || (names.has(name) && owner === 'bob' && !isDecoy(stage, id)),
  )
}

const isDecoy = (stage: Stage, shareId: string): boolean => stage.decoys.some(({ id }) => String(id) === shareId)

const answerAll =
  (answer: 'accept' | 'decline') =>
  async (stage: Stage): Promise<void> => {
    const refs = rows(stage).map(({ accountId, id: shareId }) => ({ accountId, shareId }))
    await stage.worker.ui['ui/answer-several']({ refs, answer })
    await wire.idle()
  }

/** What the inbox says of shares that are not where they should be: an alarm sees to each, or it says why not. */
function inInbox(stage: Stage): Outcome {
  const left = rows(stage)
  if (left.length === 0) return 'lost'
  if (left.some(({ answer }) => answer)) return stage.world.alarms.has('answer:') ? 'resumable' : 'lost'
  const isTold = stage.told.code !== undefined || left.every(({ failure }) => failure)
  return isTold ? 'explained' : 'lost'
}

const answering = (
  name: string,
  home: ProductName,
  answer: 'accept' | 'decline',
  isDone: (stage: Stage) => boolean,
) => ({
  name: `${name} at ${home}`,
  home,
  by: 'popup' as const,
  arrange,
  act: answerAll(answer),
  judge: (stage: Stage): Outcome => (isDone(stage) ? 'done' : inInbox(stage)),
  isFulfilled: isDone,
  async retry(stage: Stage): Promise<void> {
    if (rows(stage).length > 0) await answerAll(answer)(stage)
  },
})

export const acceptingSeveral = (home: ProductName): Operation =>
  answering('accept several', home, 'accept', (stage) => stage.isMounted && rows(stage).length === 0)

export const decliningSeveral = (home: ProductName): Operation =>
  answering('decline several', home, 'decline', (stage) => stage.ours.length === 0 && rows(stage).length === 0)
