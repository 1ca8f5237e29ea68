import type { BrowserContext } from '@playwright/test'
import { startClouds } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { serveBlog } from './blog.ts'
import { loadPage, type PageCost } from './load-page.ts'
import { launchPlain } from './plain-browser.ts'
import { differences, ratios, series, type Series } from './statistics.ts'

const runs = 9

/** What a page load costs with the extension / without it: on a share page, and on a page that only looks like one. */
export async function benchPageCost(): Promise<Series[]> {
  const clouds = await startClouds([
    { name: 'nc-remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  const remote = clouds.cloud('nc-remote')
  for (let file = 0; file < 50; file++) remote.writeFile('bob', `/Photos/picture ${file}.jpg`, 'content')
  const blog = await serveBlog()
  const plain = await launchPlain()
  const homeward = await Homeward.launch()
  const pages = {
    'folder page': remote.createPublicLink({ owner: 'bob', path: '/Photos' }).url,
    'blog page': blog.url,
  }
  const results: Series[] = []
  for (const [name, url] of Object.entries(pages)) {
    results.push(...(await compare(`page cost, ${name}`, url, homeward.context, plain)))
  }
  await homeward.close()
  await plain.close()
  await blog.stop()
  await clouds.stop()
  return results
}

async function compare(name: string, url: string, with_: BrowserContext, without: BrowserContext): Promise<Series[]> {
  const costs: { ours: PageCost; bare: PageCost }[] = []
  for (let run = 0; run <= runs; run++) {
    const pair = { ours: await loadPage(with_, url), bare: await loadPage(without, url) }
    if (run > 0) costs.push(pair)
  }
  const of = (pick: keyof PageCost, side: 'ours' | 'bare') => costs.map((cost) => cost[side][pick])
  return [
    series(`${name}: load without`, 'ms', of('loaded', 'bare')),
    series(`${name}: load with / without`, 'x', ratios(of('loaded', 'ours'), of('loaded', 'bare'))),
    series(`${name}: script time without`, 'ms', of('script', 'bare')),
    series(`${name}: script time added`, 'ms', differences(of('script', 'ours'), of('script', 'bare'))),
    series(`${name}: heap without`, 'kB', of('heap', 'bare')),
    series(`${name}: heap added`, 'kB', differences(of('heap', 'ours'), of('heap', 'bare'))),
    series(`${name}: layout shift with`, '', of('shift', 'ours'), '0'),
    series(`${name}: long tasks with`, '', of('longTasks', 'ours'), '0'),
    series(`${name}: long tasks without`, '', of('longTasks', 'bare')),
  ]
}
