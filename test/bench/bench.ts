/** `npm run bench`: one table, and the same in .output/bench.json. Ratios are measured within one run. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import build from '../e2e/build.ts'
import { benchMount } from './mount.ts'
import { benchPopup } from './popup.ts'

build()
const results = [...(await benchMount()), ...(await benchPopup())]
console.table(
  Object.fromEntries(results.map(({ name, unit, median, min, max, runs }) => [name, { median, min, max, unit, runs }])),
)
writeFileSync(join(import.meta.dirname, '../../.output/bench.json'), `${JSON.stringify(results, null, 2)}\n`)
