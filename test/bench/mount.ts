import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import { startClouds, type Cloud } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'
import { series, type Series } from './statistics.ts'

const runs = 11

/** Click to "Open in my cloud" in Chromium, against the same five requests made bare from Node in the same run. */
export async function benchMount(): Promise<Series[]> {
  const clouds = await startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users: { alice: { password: 'alice-password' } } },
    { name: 'nc-remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  const [home, remote] = [clouds.cloud('nc-home'), clouds.cloud('nc-remote')]
  const homeward = await Homeward.launch()
  await homeward.connect(home)
  const [clicked, bare, ratios]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run <= runs; run++) {
    const one = await mountByClick(homeward, share(remote, `Clicked ${run}`).url)
    const other = await mountBare(home, remote, share(remote, `Bare ${run}`).token)
    // The first of each warms both sides up.
    if (run === 0) continue
    clicked.push(one)
    bare.push(other)
    ratios.push(one / other)
  }
  await homeward.close()
  await clouds.stop()
  const added = clicked.map((value, index) => value - (bare[index] ?? 0))
  return [
    series('mount: click to "Open in my cloud"', 'ms', clicked),
    series('mount: the same requests made bare', 'ms', bare),
    series('mount: added by browser and extension', 'ms', added),
    series('mount: clicked / bare', 'x', ratios),
  ]
}

function share(remote: Cloud, name: string): { url: string; token: string } {
  remote.writeFile('bob', `/${name}/file.txt`, 'content')
  return remote.createPublicLink({ owner: 'bob', path: `/${name}` })
}

/** Measured inside the page, from the click event to the link's appearance, so that no test protocol is counted. */
async function mountByClick(homeward: Homeward, url: string): Promise<number> {
  const { page, add, open } = await homeward.openShare(url)
  await add.waitFor()
  await page.waitForTimeout(500)
  await page.evaluate(() => {
    const marks = globalThis as unknown as { clicked: number; mounted: number }
    addEventListener('click', () => (marks.clicked = performance.now()), { capture: true, once: true })
    const root = document.querySelector('homeward-card')?.shadowRoot
    if (!root) throw new Error('no card')
    new MutationObserver(() => {
      if (!marks.mounted && root.querySelector('a[href]')) marks.mounted = performance.now()
    }).observe(root, { childList: true, subtree: true, attributes: true })
  })
  await add.click()
  await open.waitFor()
  const time = await page.evaluate(() => {
    const { mounted, clicked } = globalThis as unknown as { clicked: number; mounted: number }
    return mounted - clicked
  })
  await page.close()
  return time
}

async function mountBare(home: Cloud, remote: Cloud, token: string): Promise<number> {
  const base = `${home.base}/ocs/v2.php/apps/files_sharing/api/v1/remote_shares`
  const authorization = `Basic ${Buffer.from('alice:alice-password').toString('base64')}`
  const headers = { authorization, 'OCS-APIRequest': 'true' }
  const ask = async (url: string, method = 'GET'): Promise<string> =>
    (await loopbackFetch(url, { method, headers })).text()
  const started = performance.now()
  await ask(`${base}/pending`)
  await loopbackFetch(`${remote.base}/index.php/apps/federatedfilesharing/createFederatedShare`, {
    method: 'POST',
    body: new URLSearchParams({ shareWith: home.cloudId('alice'), token, password: '' }),
  }).then((response) => response.text())
  const id = [...(await ask(`${base}/pending`)).matchAll(/<id>(\d+)<\/id>/g)].at(-1)?.[1] ?? ''
  await ask(`${base}/pending/${id}`, 'POST')
  const mounted = await ask(`${base}/${id}`)
  if (!mounted.includes('<accepted>1</accepted>')) throw new Error('the bare mount failed')
  return performance.now() - started
}
