import type { Page, Worker } from '@playwright/test'
import { Homeward } from '../e2e/homeward.ts'
import { storePending } from './popup.ts'
import { ratios, series, type Series } from './statistics.ts'

const rows = 2000
const runs = 9

/** How the inbox feels with very many pending shares: the longest time a frame takes while the user does something. */
export async function benchInbox(): Promise<Series[]> {
  const homeward = await Homeward.launch()
  await storePending(homeward.context.serviceWorkers()[0] as Worker, rows)
  const page = await homeward.openPopup()
  await page.waitForFunction((count) => document.querySelectorAll('[data-row]').length === count, rows)
  await watchFrames(page)
  const acts: [string, () => Promise<unknown>][] = [
    ['scrolling from top to bottom', () => scroll(page)],
    ['typing a letter of a search', () => type(page)],
    ['choosing all', () => press(page, '.bulk input')],
    ['choosing one', () => press(page, '[data-row] input')],
  ]
  const results: Series[] = []
  const idle: number[] = []
  for (let run = 0; run < runs; run++) idle.push(await longestFrame(page, () => Promise.resolve()))
  results.push(series(`inbox: longest frame while nothing is done, ${rows} pending`, 'ms', idle))
  for (const [name, act] of acts) {
    if (name === 'choosing all') await page.getByRole('button', { name: 'Choose several' }).click()
    const times: number[] = []
    for (let run = 0; run < runs; run++) times.push(await longestFrame(page, act))
    results.push(
      series(`inbox: longest frame while ${name}, ${rows} pending`, 'ms', times),
      series(`inbox: ${name} / nothing`, 'x', ratios(times, idle)),
    )
  }
  await homeward.close()
  return results
}

interface Watched {
  longest: number
}

async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched
    let last = performance.now()
    const frame = () => {
      const now = performance.now()
      watched.longest = Math.max(watched.longest, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    watched.longest = 0
    requestAnimationFrame(frame)
  })
}

async function longestFrame(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.waitForTimeout(200)
  await page.evaluate(() => ((globalThis as unknown as Watched).longest = 0))
  await act()
  await page.waitForTimeout(200)
  return page.evaluate(() => (globalThis as unknown as Watched).longest)
}

const scroll = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const end = document.documentElement.scrollHeight
    for (let top = 0; top <= end; top += end / 60) {
      scrollTo(0, top)
      await new Promise(requestAnimationFrame)
    }
    scrollTo(0, 0)
  })

async function type(page: Page): Promise<void> {
  const box = page.locator('.search')
  await box.press('1')
  await page.waitForTimeout(300)
  await box.press('Backspace')
}

/** Without the search for a role and name among thousands, which would be measured too. */
const press = (page: Page, selector: string): Promise<void> =>
  page.evaluate((found) => document.querySelector<HTMLElement>(found)?.click(), selector)
