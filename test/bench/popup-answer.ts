import type { CDPSession, Page, Worker } from '@playwright/test'
import { Homeward } from '../e2e/homeward.ts'
import { storePending } from './popup.ts'
import { series, type Series } from './statistics.ts'

const runs = 9

/** From a click on Accept to the row painted as being accepted; and what the popup keeps in memory. */
export async function benchAnswer(): Promise<Series[]> {
  const homeward = await Homeward.launch()
  const results: Series[] = []
  for (const rows of [50, 500, 2000]) {
    await storePending(homeward.context.serviceWorkers()[0] as Worker, rows)
    const page = await homeward.openPopup()
    await page.waitForFunction((all) => document.querySelectorAll('[data-row]').length === all, rows)
    const session = await homeward.context.newCDPSession(page)
    await session.send('Performance.enable')
    const [times, heaps]: [number[], number[]] = [[], []]
    for (let run = 0; run <= runs; run++) {
      const heap = await heapOf(session)
      const time = await answer(page, run)
      if (run === 0) continue
      times.push(time)
      heaps.push(heap)
    }
    await page.close()
    results.push(series(`popup: click on Accept to progress painted, ${rows} pending`, 'ms', times, '100'))
    results.push(series(`popup: heap, ${rows} pending`, 'kB', heaps))
  }
  await homeward.close()
  return results
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1000
}

interface Marks {
  clicked: number
  painted: number
}

/** Each run answers another row. The home is down, so all of them become pending again. */
async function answer(page: Page, row: number): Promise<number> {
  await page.evaluate(() => {
    const marks = globalThis as unknown as Marks
    marks.painted = 0
    addEventListener('click', () => (marks.clicked = performance.now()), { capture: true, once: true })
    new MutationObserver((_, observer) => {
      if (!document.querySelector('[data-row] p.actions.status')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => (marks.painted = performance.now())))
    }).observe(document.body, { childList: true, subtree: true })
  })
  await page.locator('[data-row]').nth(row).getByRole('button', { name: 'Accept', exact: true }).click()
  await page.waitForFunction(() => (globalThis as unknown as Marks).painted > 0)
  await page.waitForFunction(() => !document.querySelector('[data-row] p.actions.status'))
  return page.evaluate(() => {
    const { clicked, painted } = globalThis as unknown as Marks
    return painted - clicked
  })
}
