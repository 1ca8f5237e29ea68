import type { Kill } from '../app/world.ts'
import { disturbances } from './disturbances.ts'
import type { Operation, Outcome } from './operation.ts'
import { Stage, startStreet, type Street } from './stage.ts'
import { wire, type Target } from './wire.ts'

/** What a cell shows: one character of the matrix, and what went wrong if anything did. */
export interface Cell {
  mark: string
  lost: string | undefined
  doubled: boolean
  wronglyAccepted: boolean
}

export interface Row {
  name: string
  cells: Cell[]
  /** What each cell was about, where that is not the disturbance of its column. */
  columns?: string[]
}

export interface Matrix {
  operation: Operation
  requests: Row[]
  kills: Row[]
}

/** Runs an operation once in peace, then once for each way to disturb each of its requests and to kill its worker. */
export async function runMatrix(operation: Operation): Promise<Matrix> {
  const street = await startStreet(operation.home, operation.remote)
  let user = 0
  try {
    const { labels, steps, calls } = await inPeace(operation, street, ++user)
    const killedAt = async (ats: number[], when: Kill['when'], what: string): Promise<Row> => {
      const cells: Cell[] = []
      for (const at of ats) cells.push(await killed(operation, street, ++user, { at, when }))
      return { name: `worker killed ${when} each ${what} (${ats.length})`, cells, columns: ats.map(String) }
    }
    const requests: Row[] = []
    for (const [index, label] of labels.entries()) {
      const nth = labels.slice(0, index + 1).filter((one) => one === label).length
      const cells: Cell[] = []
      for (const disturbance of disturbances) {
        cells.push(await disturbed(operation, street, ++user, { label, nth, disturbance }))
      }
      requests.push({ name: nth > 1 ? `${label} #${nth}` : label, cells })
    }
    const kills = [
      await killedAt(steps, 'before', 'step'),
      // After any other step it dies as it does before the next one.
      await killedAt(calls, 'after', 'request'),
    ]
    return { operation, requests, kills }
  } finally {
    await street.clouds.stop()
  }
}

async function inPeace(
  operation: Operation,
  street: Street,
  user: number,
): Promise<{ labels: string[]; steps: number[]; calls: number[] }> {
  const stage = new Stage(street, user)
  const begun = await begin(operation, stage)
  await operation.act(stage)
  await wire.idle()
  const labels = [...wire.seen]
  const outcome = await operation.judge(stage)
  if (outcome !== (operation.inPeace ?? 'done')) throw new Error(`${operation.name} ends in peace as ${outcome}`)
  const { steps, calls } = stage.world
  return {
    labels,
    steps: Array.from({ length: steps - begun }, (_, index) => index + 1),
    calls: calls.filter((at) => at > begun).map((at) => at - begun),
  }
}

/** @returns the worker's steps so far */
async function begin(operation: Operation, stage: Stage, target?: Target): Promise<number> {
  await operation.arrange(stage)
  await wire.idle()
  wire.begin(stage.world, { home: stage.home, remote: stage.remote }, target)
  return stage.world.steps
}

async function disturbed(operation: Operation, street: Street, user: number, target: Target): Promise<Cell> {
  const stage = new Stage(street, user)
  await begin(operation, stage, target)
  await operation.act(stage)
  await wire.idle()
  if (!wire.hit) throw new Error(`${operation.name}: ${target.label} #${target.nth} did not happen`)
  return conclude(operation, stage)
}

async function killed(operation: Operation, street: Street, user: number, kill: Kill): Promise<Cell> {
  const stage = new Stage(street, user)
  const begun = await begin(operation, stage)
  stage.world.kill = { ...kill, at: begun + kill.at }
  const { worker } = stage
  const acted = operation.act(stage).then(() => wire.idle())
  // A page that waits for its answer asks the next worker; all others learn that there will be none.
  const died = await Promise.race([acted, operation.by === 'page' ? acted : worker.death.catch(() => 'died')])
  if (died && operation.by === 'popup') stage.told = interrupted
  // After a popup was opened again, or a page was, there is a worker; after an alarm only if another one is set.
  const forgotten = died && operation.by === 'alarm' && stage.world.alarms.size === 0
  if (stage.world.steps >= begun + kill.at) stage.revive(worker)
  await wire.idle()
  const cell = await conclude(operation, stage)
  return forgotten ? { ...cell, lost: 'no alarm is left' } : cell
}

/** What popup and options say when the background dies before it answers. */
const interrupted = { code: 'job-interrupted' }

async function conclude(operation: Operation, stage: Stage): Promise<Cell> {
  wire.calm()
  const first = await operation.judge(stage)
  const isDoubled = async () => stage.isDoubled || ((await operation.isDoubled?.(stage)) ?? false)
  const before = { doubled: await isDoubled(), wrong: !stage.areDecoysUntouched }
  const signsIn = stage.account?.state === 'signed-out'
  if (signsIn) await stage.signIn(operation.home === 'owncloud-10' ? 'login' : 'app')
  await stage.later()
  await operation.retry(stage)
  await wire.idle()
  const fulfilled = (await operation.isFulfilled?.(stage)) ?? (await operation.judge(stage)) === 'done'
  const lost =
    first === 'lost'
      ? 'at once'
      : fulfilled
        ? undefined
        : `for good (${stage.jobs.at(-1)?.failure?.code ?? stage.told.code})`
  return {
    mark: markOf(first, signsIn, stage.marks.includes('inbox')),
    lost,
    doubled: before.doubled || (await isDoubled()),
    wronglyAccepted: before.wrong || !stage.areDecoysUntouched,
  }
}

function markOf(first: Outcome, signsIn: boolean, inbox: boolean): string {
  if (first === 'lost') return 'L'
  if (first === 'done') return signsIn ? 'S' : '.'
  if (signsIn) return 's'
  if (inbox) return 'i'
  return first === 'resumable' ? 'a' : 'r'
}
