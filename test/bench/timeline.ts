/** `node test/bench/timeline.ts [case]`: what the background does between the click and "Open in my cloud". */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from '@playwright/test'
import build from '../e2e/build.ts'
import { Homeward } from '../e2e/homeward.ts'
import type { Span } from './click-mount.ts'
import { logIn } from './log-in.ts'
import { cases } from './mount-cases.ts'
import { mount, share, slow, startPairs } from './mount.ts'
import { openWorkerSession, type Work } from './worker-session.ts'

const output = join(import.meta.dirname, '../../.output/chrome-mv3-e2e')

const [, , wanted = 'A'] = process.argv
const found = cases.find(({ id }) => id === wanted)
if (!found) throw new Error(`no case ${wanted}; they are in mount-cases.ts`)
const one = found

interface Step {
  what: string
  from: number
  to: number
}

interface Bench {
  benchSteps: Step[]
}

/** Notes each use of the browser by the background. Runs before its own code, in the same file. */
const prelude = `
globalThis.benchSteps = []
{
  const note = (what, from) => benchSteps.push({ what, from, to: performance.timeOrigin + performance.now() })
  const wrap = (owner, name, say) => {
    const real = owner[name]
    owner[name] = (...args) => {
      const from = performance.timeOrigin + performance.now()
      const result = real.apply(owner, args)
      if (result?.finally) result.finally(() => note(say(...args), from)).catch(() => {})
      return result
    }
  }
  wrap(chrome.storage.local, 'get', (key) => 'read ' + key)
  wrap(chrome.storage.local, 'set', (items) => 'write ' + Object.keys(items))
  wrap(chrome.alarms, 'create', () => 'alarm set')
  wrap(chrome.alarms, 'clear', () => 'alarm clear')
  wrap(chrome.permissions, 'contains', () => 'permission')
  wrap(globalThis, 'fetch', (url, init) => (init?.method ?? 'GET') + ' ' + new URL(url).pathname.slice(-40))
  chrome.runtime.onMessage.addListener((message) => void note('message ' + message.call, performance.timeOrigin + performance.now()))
}
`

build()
const kept = mkdtempSync(join(tmpdir(), 'homeward-'))
const worker = join(output, 'background.js')
cpSync(worker, join(kept, 'background.js'))
try {
  writeFileSync(worker, prelude + readFileSync(worker, 'utf8'))
  await show()
} finally {
  cpSync(join(kept, 'background.js'), worker)
  rmSync(kept, { recursive: true })
}

async function show(): Promise<void> {
  const clouds = await startPairs()
  const [home, remote] = [clouds.cloud(one.home), clouds.cloud(one.remote)]
  const homeward = await Homeward.launch()
  await homeward.connect(home)
  await logIn(homeward.context, home)
  const session = await openWorkerSession(homeward.context)
  const background = homeward.context.serviceWorkers()[0] as Worker
  slow([home, remote], one.answerMs)
  // The first ones warm everything up.
  for (let run = 0; run < 4; run++) {
    const { url } = share(remote, one, `Shared${run}`)
    await background.evaluate(() => void ((globalThis as unknown as Bench).benchSteps.length = 0))
    let span: Span = { from: 0, to: 0 }
    const work = await session.profile(async () => ({ span } = await mount(homeward, one, url, [home, remote])))
    const steps = await background.evaluate(() => (globalThis as unknown as Bench).benchSteps)
    if (run === 3) print(steps, span, work)
  }
  await homeward.close()
  await clouds.stop()
}

function print(steps: Step[], { from: clicked, to: done }: Span, work: Work): void {
  console.log(`mount, ${one.name}: ${(done - clicked).toFixed(1)} ms`)
  const inside = steps.filter(({ from, to }) => to >= clicked && from <= done).sort((a, b) => a.from - b.from)
  for (const { what, from, to } of inside) {
    console.log(`${(from - clicked).toFixed(1).padStart(8)} ${(to - from).toFixed(1).padStart(7)}  ${what}`)
  }
  for (const kind of new Set(inside.map(kindOf))) {
    const all = inside.filter((step) => kindOf(step) === kind)
    const time = all.reduce((sum, { from, to }) => sum + to - from, 0)
    console.log(`${all.length} x ${kind}: ${time.toFixed(1)} ms`)
  }
  console.log('longest in the worker, page load included:', work.functions.slice(0, 10))
}

function kindOf({ what }: Step): string {
  return what.split(' ')[0] ?? ''
}
