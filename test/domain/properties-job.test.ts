import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failureCodes } from '../../lib/domain/failure.ts'
import {
  advance,
  hasEnded,
  isRunning,
  passwordTriesAllowed,
  type JobEvent,
  type JobState,
  type MountJob,
} from '../../lib/domain/mount-job.ts'
import { begun } from './begun-job.ts'

const anyFailure = fc.constantFrom(...failureCodes).map((code) => ({ code }))
const passwordCodes = ['password-needed', 'password-wrong', 'remote-refused'] as const
const passwordFailure = fc.constantFrom(...passwordCodes).map((code) => ({ code }))
const id = fc.string({ maxLength: 8 })

const event = fc.oneof(
  fc.record({ type: fc.constant('listed' as const), before: fc.array(id, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('tab-opened' as const), tabId: fc.nat() }),
  fc.record({ type: fc.constant('tab-shown' as const) }),
  fc.record({ type: fc.constant('about-to-ask' as const), by: id }),
  fc.record({
    type: fc.constant('answered' as const),
    answer: fc.record({ status: fc.nat(600), body: fc.string(), withPassword: fc.boolean() }),
  }),
  fc.record({ type: fc.constant('sent' as const), uncertain: fc.boolean() }),
  fc.record({ type: fc.constant('looked' as const) }),
  fc.record({ type: fc.constant('arrived' as const), shareId: id }),
  fc.record({ type: fc.constant('about-to-accept' as const) }),
  fc.record({
    type: fc.constant('mounted' as const),
    shareId: id,
    mountpoint: fc.string(),
    openUrl: fc.string(),
    already: fc.boolean(),
  }),
  fc.record({ type: fc.constant('password-needed' as const), failure: passwordFailure }),
  fc.record({ type: fc.constant('password-given' as const) }),
  fc.record({ type: fc.constant('failed' as const), failure: anyFailure }),
)

/** Where a job may go from each state. */
const next: Record<JobState, JobState[]> = {
  asking: ['asking', 'waiting', 'accepting', 'needs-password', 'mounted', 'failed'],
  waiting: ['waiting', 'accepting', 'mounted', 'failed'],
  accepting: ['accepting', 'mounted', 'failed'],
  'needs-password': ['asking', 'failed'],
  mounted: [],
  failed: [],
}

describe('mount job', () => {
  it('makes a legal move or throws, whatever happens to it, and never leaves an end', () => {
    const ends = new Set<JobState>()
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (happenings) => {
        let job = begun
        for (const [at, what] of happenings.entries()) {
          const after = move(job, what, at + 1)
          if (!after) continue
          const wrong = faultsOf(job, after, what)
          if (wrong.length > 0) throw new Error(`${what.type}: ${wrong.join(', ')}`)
          job = after
        }
        ends.add(job.state)
      }),
      { numRuns: 10_000 },
    )
    // Otherwise nothing was tried.
    expect(ends.size).toBe(6)
  }, 60_000)
})

/** The job after an event, or undefined after an illegal one. Frozen: persisted jobs are never changed in place. */
function move(job: MountJob, what: JobEvent, now: number): MountJob | undefined {
  try {
    return advance(Object.freeze({ ...job }), what, now)
  } catch (error) {
    if (String(error).includes(what.type)) return undefined
    throw error
  }
}

/** Names of the rules that a legal move breaks. */
function faultsOf(before: MountJob, after: MountJob, what: JobEvent): string[] {
  const { state, shareId, failure, passwordTries, answer, tabId } = after
  const same = (['id', 'accountId', 'link', 'origin', 'route', 'createdAt'] as const).every(
    (key) => after[key] === begun[key],
  )
  const rules = {
    'ended jobs rest': !hasEnded(before),
    'a legal move': next[before.state].includes(state),
    'what it is about stays': same,
    'time goes on': after.updatedAt > before.updatedAt,
    'the share is written down before it is accepted':
      shareId !== undefined || !(after.acceptSent || state === 'accepting' || state === 'mounted'),
    'mounted can be opened': state !== 'mounted' || after.openUrl !== undefined,
    'failures have a code': !['failed', 'needs-password'].includes(state) || failure !== undefined,
    'no fourth wrong password':
      passwordTries < passwordTriesAllowed || (passwordTries === passwordTriesAllowed && !isRunning(after)),
    'an answer is read once': what.type === 'answered' || answer === undefined,
    'no tab outlives the asking': state === 'asking' || tabId === undefined,
  }
  return Object.entries(rules).flatMap(([name, holds]) => (holds ? [] : name))
}
