import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { startClouds } from '../cloud-server/index.ts'
import { builtExtension, Homeward } from '../e2e/homeward.ts'
import { serveBlog } from './blog.ts'
import { loadPage, type PageCost } from './load-page.ts'
import { launchPlain } from './plain-browser.ts'
import { differences, ratios, series, type Series } from './statistics.ts'

const runs = 9

/**
 * What a page load costs with the extension / without it: on a share page, and on a page that only looks like one. What
 * Chromium takes to put any script into a page is not ours, hence a third browser, whose extension does so with an empty
 * one.
 */
export async function benchPageCost(): Promise<Series[]> {
  const clouds = await startClouds([
    { name: 'nc-remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  const remote = clouds.cloud('nc-remote')
  for (let file = 0; file < 50; file++) remote.writeFile('bob', `/Photos/picture ${file}.jpg`, 'content')
  const blog = await serveBlog()
  const plain = await launchPlain()
  const homeward = await Homeward.launch()
  const hollow = hollowExtension()
  const idle = await Homeward.launch({ extension: hollow })
  const pages = {
    'folder page': remote.createPublicLink({ owner: 'bob', path: '/Photos' }).url,
    'blog page': blog.url,
  }
  const results: Series[] = []
  for (const [name, url] of Object.entries(pages)) {
    results.push(...(await compare(`page cost, ${name}`, url, [homeward.context, idle.context, plain])))
  }
  await Promise.all([homeward.close(), idle.close(), plain.close()])
  rmSync(hollow, { recursive: true })
  await blog.stop()
  await clouds.stop()
  return results
}

/** The built extension with nothing in its content script. */
function hollowExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-'))
  cpSync(builtExtension, folder, { recursive: true })
  writeFileSync(join(folder, 'content-scripts', 'share-page.js'), '0')
  return folder
}

async function compare(name: string, url: string, browsers: BrowserContext[]): Promise<Series[]> {
  const costs: PageCost[][] = browsers.map(() => [])
  for (let run = 0; run <= runs; run++) {
    for (const [at, browser] of browsers.entries()) {
      const cost = await loadPage(browser, url)
      if (run > 0) costs[at]?.push(cost)
    }
  }
  const [ours = [], hollow = [], bare = []] = costs
  const of = (pick: keyof PageCost, side: PageCost[]): number[] => side.map((cost) => cost[pick])
  return [
    series(`${name}: load without`, 'ms', of('loaded', bare)),
    series(`${name}: load with / without`, 'x', ratios(of('loaded', ours), of('loaded', bare))),
    series(`${name}: load with / with an empty script`, 'x', ratios(of('loaded', ours), of('loaded', hollow))),
    series(`${name}: script time without`, 'ms', of('script', bare)),
    series(`${name}: script time added`, 'ms', differences(of('script', ours), of('script', bare))),
    series(`${name}: heap without`, 'kB', of('heap', bare)),
    series(`${name}: heap added`, 'kB', differences(of('heap', ours), of('heap', bare))),
    series(`${name}: layout shift with`, '', of('shift', ours), '0'),
    series(`${name}: long tasks with`, '', of('longTasks', ours), '0'),
    series(`${name}: long tasks without`, '', of('longTasks', bare)),
  ]
}
