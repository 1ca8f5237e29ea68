/**
 * `npm run bench [part ...]`: one table, and the same in .output/bench.json. Times are only worth something against
 * their baseline of the same run.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import build from '../e2e/build.ts'
import { benchBuiltIn } from './built-in.ts'
import { benchInbox } from './inbox.ts'
import { benchLoad } from './load.ts'
import { benchMount } from './mount.ts'
import { benchOutgoing } from './outgoing.ts'
import { benchPageCost } from './page-cost.ts'
import { benchPoll } from './poll.ts'
import { benchAnswer } from './popup-answer.ts'
import { benchPopup } from './popup.ts'
import { benchRecognise } from './recognise.ts'
import type { Series } from './statistics.ts'
import { benchWakeUps } from './wake-ups.ts'
import { benchXml } from './xml.ts'

const parts: Record<string, () => Series[] | Promise<Series[]>> = {
  mount: benchMount,
  'built-in': benchBuiltIn,
  'page-cost': benchPageCost,
  recognise: benchRecognise,
  popup: benchPopup,
  answer: benchAnswer,
  inbox: benchInbox,
  outgoing: benchOutgoing,
  poll: benchPoll,
  'wake-ups': benchWakeUps,
  xml: benchXml,
  load: benchLoad,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)

build()
const results: Series[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const started = performance.now()
  results.push(...(await measure()))
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
const rows = results.map(({ name, median, min, max, unit, runs, goal = '' }) => [
  name,
  { median, min, max, unit, runs, goal },
])
console.table(Object.fromEntries(rows))
// A part of the table must not take the place of the whole.
if (chosen.length === 0) {
  const file = join(import.meta.dirname, '../../.output/bench.json')
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}
