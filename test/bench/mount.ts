import { startClouds, type Cloud, type Clouds } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { clickMount, pasteMount, type Span } from './click-mount.ts'
import { cases, linkPassword, type Case } from './mount-cases.ts'
import { replay } from './replay.ts'
import { differences, ratios, series, type Series } from './statistics.ts'
import { logIn } from './log-in.ts'
import { ofMount, sentByBrowser, type Sent } from './traffic.ts'

const runs = 9

/** Click to "Open in my cloud" in Chromium, against the very same requests sent bare from Node in the same run. */
export async function benchMount(): Promise<Series[]> {
  const clouds = await startPairs()
  const results: Series[] = []
  for (const home of ['nc-home', 'oc-home']) {
    const homeward = await Homeward.launch()
    await homeward.connect(clouds.cloud(home))
    await logIn(homeward.context, clouds.cloud(home))
    for (const one of cases.filter((each) => each.home === home)) {
      results.push(...(await measure(clouds, homeward, one)))
    }
    await homeward.close()
  }
  await clouds.stop()
  return results
}

/** A home and a remote of both products. */
export function startPairs(): Promise<Clouds> {
  const users = { alice: { password: 'alice-password' }, bob: { password: 'bob-password' } }
  return startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users },
    { name: 'nc-remote', product: 'nextcloud-32', users },
    { name: 'oc-home', product: 'owncloud-10', users },
    { name: 'oc-remote', product: 'owncloud-10', users },
  ])
}

async function measure(clouds: Clouds, homeward: Homeward, one: Case): Promise<Series[]> {
  const [home, remote] = [clouds.cloud(one.home), clouds.cloud(one.remote)]
  slow([home, remote], one.answerMs)
  const [clicked, bare]: [number[], number[]] = [[], []]
  let last: Sent[] = []
  for (let run = 0; run <= runs; run++) {
    const [name, again] = [`Clicked${one.id}${run}`, `Bare${one.id}${run}`]
    const [link, other] = [share(remote, one, name), share(remote, one, again)]
    const mounting = await mount(homeward, one, link.url, [home, remote])
    last = mounting.sent
    const taken = await replay(last, home, { [name]: again, [link.token]: other.token })
    for (const each of [name, again]) assertMounted(home, each)
    // The first of each warms both sides up.
    if (run === 0) continue
    clicked.push(mounting.span.to - mounting.span.from)
    bare.push(taken)
  }
  slow([home, remote], 0)
  return [
    series(`mount, ${one.name}: click to "Open in my cloud"`, 'ms', clicked),
    series(`mount, ${one.name}: its ${last.length} requests bare`, 'ms', bare),
    series(`mount, ${one.name}: clicked / bare`, 'x', ratios(clicked, bare), '1.10'),
    series(`mount, ${one.name}: added by browser and extension`, 'ms', differences(clicked, bare), 'or 150'),
  ]
}

/** Mounts one link by Homeward, in a tab of its own. */
export async function mount(
  homeward: Homeward,
  { via, isProtected }: Case,
  url: string,
  clouds: Cloud[],
): Promise<{ span: Span; sent: Sent[] }> {
  const view = via === 'page' ? await homeward.openShare(url) : undefined
  const page = view?.page ?? (await homeward.openPopup())
  // The popup asks for something when it opens.
  if (!view) await page.waitForTimeout(300)
  for (const cloud of clouds) cloud.clearLog()
  const span = await (view ? clickMount(view, isProtected ? linkPassword : undefined) : pasteMount(page, url))
  const sent = ofMount(sentByBrowser(clouds).filter(({ request }) => request.at <= span.to))
  if (!view) await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await page.close()
  return { span, sent }
}

export function share(remote: Cloud, { isFile, isProtected }: Case, name: string): { url: string; token: string } {
  const path = isFile ? `/${name}.txt` : `/${name}`
  remote.writeFile('bob', isFile ? path : `${path}/file.txt`, 'content')
  return remote.createPublicLink({ owner: 'bob', path, ...(isProtected ? { password: linkPassword } : {}) })
}

function assertMounted(home: Cloud, name: string): void {
  const isThere = home.remoteShares('alice').some((row) => row.accepted && row.mountpoint.includes(name))
  if (!isThere) throw new Error(`${name} was not mounted`)
}

/** Lets each answer take as long as a real server's. */
export function slow(clouds: Cloud[], delayMs: number): void {
  for (const { faults } of clouds) {
    faults.clear()
    if (delayMs > 0) faults.add({ path: /./, times: Infinity, delayMs })
  }
}
