import type { Page } from '@playwright/test'
import { startClouds } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { series, type Series } from './statistics.ts'

const runs = 9
const many = 5000

/** 5,000 outgoing shares: from opening their page to the list painted, server included, and from a key to what it finds. */
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
  const opened: number[] = []
  const typed: number[] = []
  for (let run = 0; run <= runs; run++) {
    const page = await homeward.openShares()
    await page.locator('[data-row]').first().waitFor()
    const painted = await page.evaluate(() => performance.now())
    const key = await search(page, `scan ${run}`)
    if (run > 0) {
      opened.push(painted)
      typed.push(key)
    }
    await page.close()
  }
  await homeward.close()
  await clouds.stop()
  return [
    series(`outgoing: page opened to ${many} shares listed, server included`, 'ms', opened),
    series(`outgoing: key to painted, ${many} shares`, 'ms', typed, '100'),
  ]
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
