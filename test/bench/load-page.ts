import type { BrowserContext, Page } from '@playwright/test'

export interface PageCost {
  /** From the start of the navigation to the end of the load event, in milliseconds. */
  loaded: number
  /** Time the tab's process ran scripts, of the page and of extensions, in milliseconds. */
  script: number
  /** Script objects in use after garbage was collected, in kB. */
  heap: number
  /** Cumulative layout shift. */
  shift: number
  /** Tasks over 50 ms. */
  longTasks: number
}

/** Loads a page in a new tab and waits until everything that reacts to it has done so. */
export async function loadPage(context: BrowserContext, url: string): Promise<PageCost> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  await page.waitForTimeout(600)
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN
  const seen = await observed(page)
  await page.close()
  return { ...seen, script: metric('ScriptDuration') * 1000, heap: metric('JSHeapUsedSize') / 1000 }
}

const observed = (page: Page): Promise<Pick<PageCost, 'loaded' | 'shift' | 'longTasks'>> =>
  page.evaluate(async () => {
    const entriesOf = (type: string): Promise<PerformanceEntry[]> =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true })
        setTimeout(() => resolve([]), 50)
      })
    const [shifts, tasks] = await Promise.all([entriesOf('layout-shift'), entriesOf('longtask')])
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return {
      loaded: navigation?.loadEventEnd ?? Number.NaN,
      shift: shifts.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
      longTasks: tasks.length,
    }
  })
