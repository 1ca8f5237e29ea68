import type { Page } from '@playwright/test'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import { startClouds, type Cloud, type Clouds } from '../cloud-server/index.ts'
import { Homeward } from '../e2e/homeward.ts'

/** Two clouds and a browser with the extension, as in the demo, with names that look like somebody's own. */
export interface Story {
  clouds: Clouds
  home: Cloud
  remote: Cloud
  homeward: Homeward
  /** Bob's link to a folder. */
  link: string
}

export async function begin(viewport: { width: number; height: number }): Promise<Story> {
  const clouds = await startClouds([
    {
      name: 'my-cloud',
      product: 'nextcloud-32',
      users: { alice: { password: 'alice-password', displayName: 'Alice Anders' } },
    },
    {
      name: 'bobs-cloud',
      product: 'nextcloud-32',
      users: {
        bob: { password: 'bob-password', displayName: 'Bob Brook', published: true },
        carol: { password: 'carol-password', displayName: 'Carol Cho' },
      },
    },
  ])
  const [home, remote] = [clouds.cloud('my-cloud'), clouds.cloud('bobs-cloud')]
  for (const name of ['Letters', 'Recipes', 'Taxes 2026']) home.writeFile('alice', `/${name}/note.txt`, name)
  for (const name of ['Sunrise', 'Old pier', 'Boats', 'Lighthouse', 'Market']) {
    remote.writeFile('bob', `/Harbour pictures/${name}.jpg`, name.repeat(200_000))
  }
  const link = remote.createPublicLink({ owner: 'bob', path: '/Harbour pictures' }).url
  const homeward = await Homeward.launch({ viewport })
  await homeward.connect(home)
  return { clouds, home, remote, homeward, link }
}

/** Screenshots without scroll bars, which look different on every system. */
export async function withoutScrollbars(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setScrollbarsHidden', { hidden: true })
}

export async function end({ clouds, homeward }: Story): Promise<void> {
  await homeward.close()
  await clouds.stop()
}

/** Somebody out there shares a folder with alice: her cloud is told as by any server, and asks nothing back yet. */
export async function send({ home }: Story, owner: string, remote: string, name: string): Promise<void> {
  const share = { owner, remote, name, token: name, remoteId: name, shareWith: 'alice' }
  const told = { method: 'POST', body: new URLSearchParams(share) }
  const { ok, status } = await loopbackFetch(`${home.base}/ocs/v2.php/cloud/shares`, told)
  if (!ok) throw new Error(`${home.base} did not take it: ${status}`)
}
