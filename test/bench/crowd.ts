import { nextPollAt, type PollOutcome } from '../../lib/domain/poll-schedule.ts'

const second = 1000
export const minute = 60 * second
export const hour = 60 * minute

/** When a client asks again, in milliseconds from the beginning. */
export type Schedule = (outcome: PollOutcome, now: number, random: number) => number

/** Homeward's own, and what is left of it without its safeguards. */
export const schedules = {
  ours: nextPollAt,
  withoutJitter: (outcome, now) => nextPollAt(outcome, now, 0.5),
  withoutBackoff: (_, now) => nextPollAt({ failures: 0 }, now, 0.5),
} satisfies Record<string, Schedule>

export interface Crowd {
  users: number
  /** All users start their browsers within this time, in milliseconds. */
  startWithin: number
  until: number
  /** Asking in here is answered 503 with `Retry-After: 120`, as Nextcloud does. */
  maintenance?: [from: number, to: number]
}

export interface Requests {
  /** Requests in each second. */
  perSecond: Uint32Array
  /** When each user heard from the server for the first time after the maintenance, in milliseconds after it. */
  back: number[]
}

/** Plays the schedule of many users at one home. */
export function simulate(crowd: Crowd, schedule: Schedule, random: () => number): Requests {
  const { users, startWithin, until, maintenance: [from, to] = [Infinity, Infinity] } = crowd
  const perSecond = new Uint32Array(Math.ceil(until / second))
  const back: number[] = []
  for (let user = 0; user < users; user++) {
    let failures = 0
    let isBack = false
    for (let at = random() * startWithin; at < until;) {
      const bin = Math.floor(at / second)
      perSecond[bin] = (perSecond[bin] ?? 0) + 1
      const isDown = at >= from && at < to
      failures = isDown ? failures + 1 : 0
      if (!isBack && at >= to) {
        isBack = true
        back.push(at - to)
      }
      at = schedule({ failures, ...(isDown ? { retryAfter: 120 } : {}) }, at, random())
    }
  }
  return { perSecond, back }
}

/** The busiest second between two times. */
export function peak({ perSecond }: Requests, from: number, to: number): number {
  return perSecond.subarray(from / second, to / second).reduce((most, each) => Math.max(most, each), 0)
}

/** All requests between two times. */
export function total({ perSecond }: Requests, from: number, to: number): number {
  return perSecond.subarray(from / second, to / second).reduce((sum, each) => sum + each, 0)
}
