import { pollInterval } from '../../lib/domain/poll-schedule.ts'
import { hour, minute, peak, schedules, simulate, total, type Crowd, type Requests, type Schedule } from './crowd.ts'
import { randomFrom } from './random.ts'
import { median, ratios, series, type Series } from './statistics.ts'

const runs = 9

/** What users cost their home, by simulation of the schedule: on an ordinary day, and around a maintenance window. */
export function benchLoad(): Series[] {
  return [...[1, 1000, 100_000].flatMap(ordinary), ...aroundMaintenance(100_000)]
}

/** Users who started their browsers at any time. */
function ordinary(users: number): Series[] {
  const times = repeat({ users, startWithin: pollInterval, until: 2 * hour }, schedules.ours)
  const perHour = times.map((each) => total(each, hour, 2 * hour))
  const peaks = times.map((each) => peak(each, hour, 2 * hour))
  return [
    series(`load: ${users} users, requests an hour`, '', perHour),
    series(
      `load: ${users} users, requests a second`,
      '/s',
      perHour.map((all) => all / 3600),
    ),
    series(`load: ${users} users, busiest second`, '/s', peaks),
  ]
}

/** The worst for a server: everybody came within a minute in the morning, and then it is down for an hour. */
function aroundMaintenance(users: number): Series[] {
  const [down, up] = [30 * minute, 90 * minute]
  const crowd: Crowd = { users, startWithin: minute, until: 3 * hour, maintenance: [down, up] }
  const peaks: Partial<Record<keyof typeof schedules, number[]>> = {}
  const results: Series[] = []
  for (const [name, schedule] of Object.entries(schedules)) {
    const times = repeat(crowd, schedule)
    const busiest = times.map((each) => peak(each, up, 3 * hour))
    peaks[name as keyof typeof schedules] = busiest
    results.push(
      series(`${label[name] ?? name}: busiest second after it`, '/s', busiest),
      series(
        `${label[name] ?? name}: requests while down, per user`,
        '',
        times.map((each) => total(each, down, up) / users),
      ),
      series(
        `${label[name] ?? name}: median user is back after`,
        'min',
        times.map(({ back }) => median(back) / minute),
      ),
    )
  }
  const { ours = [], withoutJitter = [], withoutBackoff = [] } = peaks
  return [
    ...results,
    series('load: busiest second after maintenance, ours / without jitter', 'x', ratios(ours, withoutJitter)),
    series('load: busiest second after maintenance, ours / without both', 'x', ratios(ours, withoutBackoff)),
  ]
}

const label: Record<string, string> = {
  ours: 'load: maintenance, 100000 users',
  withoutJitter: 'load: maintenance, 100000 users, without jitter',
  withoutBackoff: 'load: maintenance, 100000 users, without jitter and backoff',
}

const repeat = (crowd: Crowd, schedule: Schedule): Requests[] =>
  Array.from({ length: runs }, (_, seed) => simulate(crowd, schedule, randomFrom(seed)))
