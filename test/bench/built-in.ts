import type { Page } from '@playwright/test'
import { startClouds, type Cloud } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { logIn } from './log-in.ts'
import { mountByDialog } from './mount-by-dialog.ts'
import { mountByHomeward } from './mount-by-homeward.ts'
import { launchPlain } from './plain-browser.ts'
import { count, ratios, series, type Series } from './statistics.ts'
import { pageLoads, sentByBrowser } from './traffic.ts'

const runs = 9

/** What one way to mount costs a person. */
export interface Effort {
  clicks: number
  typed: number
}

export interface Wanted {
  url: string
  name: string
  password?: string
}

type Way = (page: Page, home: Cloud, wanted: Wanted) => Promise<Effort>

/**
 * From the share page to the folder shown in one's own Files: Nextcloud's own dialog / Homeward. Both are driven by a
 * machine that neither thinks nor searches nor mistypes, so what a person does with the typed cloud id comes on top.
 */
export async function benchBuiltIn(): Promise<Series[]> {
  const clouds = await startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users: { alice: { password: 'alice-password' } } },
    { name: 'nc-remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  const [home, remote] = [clouds.cloud('nc-home'), clouds.cloud('nc-remote')]
  const plain = await launchPlain()
  const homeward = await Homeward.launch()
  await homeward.connect(home)
  await logIn(plain, home)
  await logIn(homeward.context, home)
  const results: Series[] = []
  for (const password of [undefined, 'Correct-horse-9']) {
    const kind = password === undefined ? 'folder' : 'protected folder'
    const go = async (context: typeof plain, way: Way, name: string) => {
      remote.writeFile('bob', `/${name}/file.txt`, 'content')
      const secret = password === undefined ? {} : { password }
      const { url } = remote.createPublicLink({ owner: 'bob', path: `/${name}`, ...secret })
      return walk(await context.newPage(), [home, remote], way, { url, name, ...secret })
    }
    const [theirs, ours]: [Walk[], Walk[]] = [[], []]
    for (let run = 0; run <= runs; run++) {
      const [one, other] = [`Dialog${kind.length}${run}`, `Homeward${kind.length}${run}`]
      const walks = [await go(plain, mountByDialog, one), await go(homeward.context, mountByHomeward, other)] as const
      if (run === 0) continue
      theirs.push(walks[0])
      ours.push(walks[1])
    }
    results.push(...describe(`built-in dialog, ${kind}`, theirs), ...describe(`Homeward, ${kind}`, ours))
    const [longer, shorter] = [theirs, ours].map((walks) => walks.map(({ taken }) => taken))
    results.push(series(`built-in / Homeward, ${kind}`, 'x', ratios(longer ?? [], shorter ?? [])))
  }
  await plain.close()
  await homeward.close()
  await clouds.stop()
  return results
}

interface Walk extends Effort {
  taken: number
  loads: number
  requests: number
}

async function walk(page: Page, clouds: Cloud[], way: Way, wanted: Wanted): Promise<Walk> {
  await page.goto(wanted.url)
  // Homeward's button ignores clicks right after it appeared; a person needs longer to see either.
  await page.waitForTimeout(400)
  for (const cloud of clouds) cloud.clearLog()
  const started = performance.now()
  const effort = await way(page, clouds[0] as Cloud, wanted)
  const taken = performance.now() - started
  const sent = sentByBrowser(clouds)
  await Promise.all(
    page
      .context()
      .pages()
      .slice(1)
      .map((each) => each.close()),
  )
  return { ...effort, taken, loads: pageLoads(sent), requests: sent.length }
}

function describe(name: string, walks: Walk[]): Series[] {
  const [first] = walks
  const times = walks.map(({ taken }) => taken)
  return [
    series(`${name}: share page to the folder in Files`, 'ms', times),
    count(`${name}: clicks`, '', first?.clicks ?? Number.NaN),
    count(`${name}: typed characters`, '', first?.typed ?? Number.NaN),
    count(`${name}: page loads`, '', first?.loads ?? Number.NaN),
    series(
      `${name}: requests`,
      '',
      walks.map(({ requests }) => requests),
    ),
  ]
}
