import type { ProductName } from '../cloud-server/index.ts'
import type { Stage } from './stage.ts'

/**
 * What became of what the user wanted. `done`: the intended state of the server, and the user sees it. `explained`: a
 * named failure where the user looks. `resumable`: it goes on by itself, an alarm sees to it. `lost`: none of these.
 */
export type Outcome = 'done' | 'explained' | 'resumable' | 'lost'

/** One thing a user (or an alarm) does, and how to tell what came of it. */
export interface Operation {
  name: string
  home: ProductName
  /** Nextcloud 32 when absent. */
  remote?: ProductName
  /** Undisturbed; before anything is counted. */
  arrange(stage: Stage): Promise<void>
  /** Resolves when the user was answered, or never when the worker dies before. */
  act(stage: Stage): Promise<void>
  judge(stage: Stage): Outcome | Promise<Outcome>
  /** Once, when the disturbance is over and half an hour has gone by. */
  retry(stage: Stage): Promise<void>
  /** Who began it and what becomes of it when the worker dies: a page asks again, a popup says so, an alarm is gone. */
  by: 'page' | 'popup' | 'alarm'
  /** What a run in peace ends with, where that is not `done`. */
  inPeace?: Outcome
  /** The user's intent after everything; `judge` says `done` when absent. */
  isFulfilled?(stage: Stage): boolean | Promise<boolean>
  /** Whether there are two of what there must be one of, beyond what the stage knows of. */
  isDoubled?(stage: Stage): boolean | Promise<boolean>
}
