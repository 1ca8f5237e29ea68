import type { CDPSession, Page } from '@playwright/test'
import { startClouds } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { series, type Series } from './statistics.ts'

const runs = 9
const many = 5000

/** Frames of scrolling, and pixels in each: a whole list in the hurry of somebody who turns the wheel hard. */
const wheel = { frames: 240, pixels: 120 }

/**
 * 5,000 outgoing shares: from opening their page to the list painted, server included; from a key to what it finds, and
 * what that keeps the page's main thread busy (script, style, layout, paint); frames lost while the list is scrolled.
 */
export async function benchOutgoing(): Promise<Series[]> {
  const users = { alice: { password: 'alice-password' } }
  const clouds = await startClouds([{ name: 'bench-home', product: 'nextcloud-32', users }])
  const home = clouds.cloud('bench-home')
  for (let n = 0; n < many; n++) {
    home.writeFile('alice', `/Archive/scan ${n}.pdf`, 'x')
    home.createPublicLink({ owner: 'alice', path: `/Archive/scan ${n}.pdf` })
  }
  const homeward = await Homeward.launch()
  await homeward.connect(home)
  const figures: Record<'opened' | 'longest' | 'painted' | 'busy' | 'lost' | 'slowest', number[]> = {
    opened: [],
    longest: [],
    painted: [],
    busy: [],
    lost: [],
    slowest: [],
  }
  for (let run = 0; run <= runs; run++) {
    const page = await homeward.openShares()
    await page.locator('[data-row]').first().waitFor()
    const opened = await page.evaluate(() => performance.now())
    const longest = await longestTask(page)
    const session = await homeward.context.newCDPSession(page)
    await session.send('Performance.enable')
    const { painted, busy } = await typing(page, session, `${run}27`)
    await search(page, '')
    const { lost, slowest } = await scrolling(page)
    await page.close()
    // The first one warms up.
    if (run === 0) continue
    figures.opened.push(opened)
    figures.longest.push(longest)
    figures.painted.push(...painted)
    figures.busy.push(...busy)
    figures.lost.push(lost)
    figures.slowest.push(slowest)
  }
  await homeward.close()
  await clouds.stop()
  return [
    series(`outgoing: page opened to ${many} shares listed, server included`, 'ms', figures.opened),
    series(`outgoing: longest the page was deaf meanwhile`, 'ms', figures.longest, '50'),
    series(`outgoing: key to painted, ${many} shares, waiting for the screen included`, 'ms', figures.painted, '33'),
    series(`outgoing: main thread busy after a key, ${many} shares`, 'ms', figures.busy, '16.7'),
    series(`outgoing: frames lost scrolling through ${many} shares`, '%', figures.lost, '5'),
    series(`outgoing: slowest frame of that`, 'ms', figures.slowest),
  ]
}

/** The words, letter by letter, as somebody types them: what each costs. Each of these finds other shares. */
async function typing(page: Page, session: CDPSession, words: string): Promise<{ painted: number[]; busy: number[] }> {
  const painted: number[] = []
  const busy: number[] = []
  for (let length = 1; length <= words.length; length++) {
    const before = await mainThread(session)
    painted.push(await search(page, words.slice(0, length)))
    busy.push((await mainThread(session)) - before)
    // What comes near the screen is rendered in the frames after, and not waited for.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  }
  return { painted, busy }
}

/** Milliseconds the page's main thread was busy so far. */
async function mainThread(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** Milliseconds from typing into the page's search to the frame that shows what it finds. */
export function search(page: Page, text: string): Promise<number> {
  return page.evaluate(async (words) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]')
    if (!field) throw new Error('no search')
    const begun = performance.now()
    field.value = words
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - begun
  }, text)
}

/** Milliseconds of the longest task since the page opened; 0 when none took 50. */
function longestTask(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(Math.max(...list.getEntries().map(({ duration }) => duration))),
        ).observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve(0), 200)
      }),
  )
}

/** Per cent of the screen's frames that came too late, and the slowest, while the list is turned by a wheel. */
function scrolling(page: Page): Promise<{ lost: number; slowest: number }> {
  return page.evaluate(async ({ frames, pixels }) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const steps: number[] = []
    let before = await frame()
    for (let turn = 0; turn < frames; turn++) {
      scrollBy(0, pixels)
      const now = await frame()
      steps.push(now - before)
      before = now
    }
    const due = 1000 / 60
    const lost = steps.reduce((sum, step) => sum + Math.max(0, Math.round(step / due) - 1), 0)
    return { lost: (100 * lost) / (steps.length + lost), slowest: Math.max(...steps) }
  }, wheel)
}
