import { readShares } from '../../lib/cloud/received-shares.ts'
import { child, parseXml } from '../../lib/cloud/xml.ts'
import { ocsXml } from '../cloud-server/answers/ocs-xml.ts'
import { count, growthExponent, median, ratios, series, type Series } from './statistics.ts'

const runs = 9
const warmUps = 2
const sizes = [10, 100, 1000, 10_000]

/** Reading a list of pending shares from XML / `JSON.parse` of the same data, and how both grow with the list. */
export function benchXml(): Series[] {
  const results: Series[] = []
  const [xmlPoints, jsonPoints]: [Point[], Point[]] = [[], []]
  for (const size of sizes) {
    const data = Array.from({ length: size }, (_, index) => row(index))
    const xml = ocsXml({ status: 'ok', statuscode: 200, message: 'OK' }, data)
    const json = JSON.stringify({ ocs: { data } })
    const repeats = Math.max(1, Math.round(300 / size))
    const [read, parsed]: [number[], number[]] = [[], []]
    // The first ones are compiled while they run.
    for (let run = -warmUps; run < runs; run++) {
      const one = time(repeats, () => readAll(xml, size))
      const other = time(repeats * 10, () => JSON.parse(json) as unknown)
      if (run < 0) continue
      read.push(one)
      parsed.push(other)
    }
    xmlPoints.push({ size, time: median(read) })
    jsonPoints.push({ size, time: median(parsed) })
    results.push(series(`xml: ${size} rows read`, 'ms', read))
    results.push(series(`xml: ${size} rows read / JSON.parse`, 'x', ratios(read, parsed)))
  }
  results.push(count('xml: growth exponent, 10 to 10000 rows', '', growthExponent(xmlPoints), '1 (linear)'))
  results.push(count('xml: growth exponent of JSON.parse', '', growthExponent(jsonPoints)))
  return results
}

interface Point {
  size: number
  time: number
}

/** Recorded: nextcloud-32.0.1/04-11. */
const row = (id: number): object => ({
  id,
  parent: -1,
  share_type: 0,
  remote: 'https://cloud.example.org/',
  remote_id: String(id),
  share_token: 'qS1bXEzxYpKjPzS',
  password: '',
  name: `/Shared folder & more, number ${id}`,
  owner: `owner-${id}`,
  user: 'alice',
  mountpoint: `{{TemporaryMountPointName#/Shared folder number ${id}}}`,
  accepted: 0,
})

function readAll(xml: string, rows: number): void {
  const data = child(parseXml(xml) ?? undefined, 'data')
  const shares = data && readShares(data)
  if (!shares?.ok || shares.value.length !== rows) throw new Error('the list was not read')
}

function time(repeats: number, act: () => unknown): number {
  const started = performance.now()
  for (let repeat = 0; repeat < repeats; repeat++) act()
  return (performance.now() - started) / repeats
}
