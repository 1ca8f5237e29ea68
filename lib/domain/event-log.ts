import type { AccountState } from './account.ts'
import type { CopyState } from './copy-job.ts'
import type { FailureCode } from './failure.ts'
import type { JobState } from './mount-job.ts'
import type { MountRoute } from './mount-route.ts'
import type { PolicyProblem } from './policy.ts'

export type Outcome = 'ok' | FailureCode

export type StorageTrouble = 'corrupt' | 'newer' | 'full'

/**
 * One thing that happened, for diagnostics. Holds no secret by construction: codes, states and random ids, never a
 * server's words, a password, a token or the name of an item. Hosts stand in fields of their own, to be hashed.
 */
export type LogEntry =
  | { type: 'poll'; accountId: string; home: string; outcome: Outcome }
  | {
      type: 'job'
      jobId: string
      accountId: string
      remote: string
      route: MountRoute
      state: JobState
      code?: FailureCode
    }
  | { type: 'answer'; accountId: string; answer: 'accept' | 'decline'; outcome: Outcome }
  | { type: 'unmount'; accountId: string; outcome: 'unmounted' | 'was-gone' | 'row-removed' | FailureCode }
  | { type: 'copy'; accountId: string; state: CopyState; code?: FailureCode }
  | { type: 'outgoing'; accountId: string; act: 'create' | 'change' | 'delete' | 'mail'; outcome: Outcome }
  | { type: 'account'; accountId: string; home: string; now: AccountState | 'connected' }
  | { type: 'sign-out'; appPassword: 'revoked' | 'rejected' | 'not-revoked' }
  | { type: 'wipe'; confirmed: boolean }
  | { type: 'storage'; item: string; trouble: StorageTrouble }
  | { type: 'policy'; problems: PolicyProblem[] }
  | { type: 'notification'; shares: number }
  | { type: 'permission'; removed: number }

export type LoggedEvent = LogEntry & {
  /** Counts up for as long as Homeward is installed. */
  number: number
  /** Milliseconds since the epoch. */
  at: number
  /** The same again since, and when last. */
  repeated?: { times: number; until: number }
}

export interface EventLog {
  /** Number of the next event. */
  next: number
  /** Oldest first. */
  events: LoggedEvent[]
}

export const emptyLog: EventLog = { next: 1, events: [] }

export const eventsKept = 200

/** The log with one more event. Polls that go as the last one went are counted on it: they come by the hundred. */
export function addEvent({ next, events }: EventLog, entry: LogEntry, now: number): EventLog {
  const same = entry.type === 'poll' ? lastOfSame(events, entry) : -1
  if (same >= 0) return { next, events: events.map((event, index) => (index === same ? again(event, now) : event)) }
  return { next: next + 1, events: [...events, { ...entry, number: next, at: now }].slice(-eventsKept) }
}

function again(event: LoggedEvent, now: number): LoggedEvent {
  return { ...event, repeated: { times: (event.repeated?.times ?? 0) + 1, until: now } }
}

/** Index of the same poll among those since which nothing but polls has happened, or -1. */
function lastOfSame(events: LoggedEvent[], { accountId, outcome }: LogEntry & { type: 'poll' }): number {
  const others = events.findLastIndex(({ type }) => type !== 'poll')
  const last = events.findLastIndex((event) => event.type === 'poll' && event.accountId === accountId)
  const found = events[last]
  return last > others && found?.type === 'poll' && found.outcome === outcome ? last : -1
}
