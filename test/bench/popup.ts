import type { Worker } from '@playwright/test'
import { Homeward } from '../e2e/homeward.ts'
import { ratios, series, type Series } from './statistics.ts'

const runs = 9

/** From the popup's script starting to its stored list painted, with many pending shares and a home that is down. */
export async function benchPopup(): Promise<Series[]> {
  const homeward = await Homeward.launch()
  const results: Series[] = []
  for (const count of [0, 50, 500, 2000]) {
    await storePending(homeward.context.serviceWorkers()[0] as Worker, count)
    const [times, bare]: [number[], number[]] = [[], []]
    for (let run = 0; run <= runs; run++) {
      const { time, markup } = await paint(homeward)
      const least = await paintBare(homeward, markup)
      if (run === 0) continue
      times.push(time)
      bare.push(least)
    }
    results.push(
      series(`popup: script start to list painted, ${count} pending`, 'ms', times, ...(count === 500 ? ['100'] : [])),
      series(`popup: the same markup painted bare, ${count} pending`, 'ms', bare),
      series(`popup: list painted / bare, ${count} pending`, 'x', ratios(times, bare)),
    )
  }
  await homeward.close()
  return results
}

interface Storage {
  chrome: { storage: { local: { set(items: object): Promise<void> } } }
}

/** Stores that many pending shares of a home that is down. */
export async function storePending(worker: Worker, count: number): Promise<void> {
  await worker.evaluate(async (many) => {
    const base = 'http://nobody.localhost:9'
    const account = {
      id: 'a',
      base,
      product: 'nextcloud',
      major: 32,
      userId: 'alice',
      displayName: 'Alice',
      state: 'offline',
    }
    const shares = Array.from({ length: many }, (_, index) => ({
      id: String(index),
      remote: 'https://cloud.example.org/',
      name: `Shared folder number ${index}`,
      owner: `owner-${index}`,
      accepted: false,
      firstSeen: 1_760_000_000_000 + index,
    }))
    const items = { accounts: [account], inbox: { a: { shares, checkedAt: 1_760_000_000_000, failures: 3 } } }
    const versioned = Object.entries(items).map(([key, value]) => [key, { version: 1, value }])
    await (globalThis as unknown as Storage).chrome.storage.local.set(Object.fromEntries(versioned))
  }, count)
}

async function paint(homeward: Homeward): Promise<{ time: number; markup: string }> {
  const page = await homeward.context.newPage()
  await page.addInitScript(() => {
    const marks = globalThis as unknown as { painted: number }
    new MutationObserver((_, observer) => {
      // The paste box comes with the first paint of a connected popup; the list's rows are in the same frame.
      if (!document.querySelector('form')) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => (marks.painted = performance.now())))
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(`chrome-extension://${homeward.id}/popup.html`)
  await page.waitForFunction(() => 'painted' in globalThis)
  const time = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    // Module scripts run right after the document was parsed.
    return (globalThis as unknown as { painted: number }).painted - (navigation?.domInteractive ?? 0)
  })
  const markup = await page.evaluate(() => document.getElementById('app')?.getHTML() ?? '')
  await page.close()
  return { time, markup }
}

/** The least that such a popup can cost: its styles, and its markup in one go, with nothing behind it. */
async function paintBare(homeward: Homeward, markup: string): Promise<number> {
  const page = await homeward.context.newPage()
  await page.goto(`chrome-extension://${homeward.id}/popup.html`)
  const time = await page.evaluate(async (html) => {
    const app = document.getElementById('app')
    if (!app) throw new Error('the popup has no #app')
    app.replaceWith(Object.assign(document.createElement('div'), { id: 'bare' }))
    const root = document.getElementById('bare')
    const started = performance.now()
    root?.setHTMLUnsafe(html)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - started
  }, markup)
  await page.close()
  return time
}
