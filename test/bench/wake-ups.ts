import { nextPollAt } from '../../lib/domain/poll-schedule.ts'
import { randomFrom } from './random.ts'
import { series, type Series } from './statistics.ts'

const runs = 9
const day = 24 * 60 * 60_000
/** Browsers end a worker after half a minute without an event, in milliseconds. */
const workerLife = 30_000

/** How often a day the background worker is started for polling alone, by the schedule; each account has its alarm. */
export function benchWakeUps(): Series[] {
  return [1, 3, 10].map((accounts) => {
    const starts = Array.from({ length: runs }, (_, seed) => startsOfDay(accounts, randomFrom(seed)))
    return series(`poll: worker starts a day, ${accounts} accounts`, '', starts)
  })
}

function startsOfDay(accounts: number, random: () => number): number {
  const alarms: number[] = []
  for (let account = 0; account < accounts; account++) {
    // All are polled when the browser starts.
    for (let at = 0; at < day; at = nextPollAt({ failures: 0 }, at, random())) alarms.push(at)
  }
  let [starts, alive] = [0, -1]
  for (const at of alarms.sort((a, b) => a - b)) {
    if (at > alive) starts++
    alive = at + workerLife
  }
  return starts
}
