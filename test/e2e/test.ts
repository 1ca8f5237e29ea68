import { test as base } from '@playwright/test'
import { startClouds, type Cloud, type ProductName } from '../cloud-server/index.ts'
import { Homeward } from './homeward.ts'

interface Options {
  homeProduct: ProductName
  remoteProduct: ProductName
  scheme: 'light' | 'dark'
  language: string
}

interface WorkerFixtures {
  /** One browser for the tests of a worker, one after the other; Playwright makes a new worker after a failure. */
  sharedBrowser: () => Promise<Homeward>
}

interface Fixtures {
  homeward: Homeward
  /** alice's server. */
  home: Cloud
  /** bob's and carol's server. */
  remote: Cloud
  /** A second server of strangers. */
  other: Cloud
}

/**
 * Fresh servers and a freshly installed Homeward for each test. The browser itself stays: to start one takes a core for
 * seconds, and a Chromium answers what an administrator has set only seconds later.
 */
export const test = base.extend<Options & Fixtures & { clouds: Record<string, Cloud> }, WorkerFixtures>({
  homeProduct: ['nextcloud-32', { option: true }],
  remoteProduct: ['nextcloud-32', { option: true }],
  scheme: ['light', { option: true }],
  language: ['en', { option: true }],
  sharedBrowser: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are wanted from this pattern
    async ({}, use) => {
      let shared: Promise<Homeward> | undefined
      await use(() => (shared ??= Homeward.launch()))
      await (await shared)?.close()
    },
    { scope: 'worker' },
  ],
  clouds: async ({ homeProduct, remoteProduct }, use) => {
    const bob = { password: 'bob-password', displayName: 'Bob Remote', groups: ['crew'] }
    const clouds = await startClouds([
      {
        name: 'nc-home',
        product: homeProduct,
        users: {
          alice: { password: 'alice-password', displayName: 'Alice Home', groups: ['staff'] },
          dora: { password: 'dora-password', displayName: 'Dora Home', groups: ['staff'] },
        },
        teams: { 'team-1': 'Band' },
        rooms: { room1: 'Daily call' },
      },
      { name: 'nc-remote', product: remoteProduct, users: { bob, carol: { password: 'carol-password' } } },
      { name: 'nc-other', product: 'nextcloud-32', users: { bob } },
    ])
    await use({ home: clouds.cloud('nc-home'), remote: clouds.cloud('nc-remote'), other: clouds.cloud('nc-other') })
    await clouds.stop()
  },
  home: ({ clouds }, use) => use(clouds['home'] as Cloud),
  remote: ({ clouds }, use) => use(clouds['remote'] as Cloud),
  other: ({ clouds }, use) => use(clouds['other'] as Cloud),
  homeward: async ({ sharedBrowser, scheme, language }, use) => {
    if (scheme === 'light' && language === 'en') {
      const homeward = await sharedBrowser()
      await use(homeward)
      await homeward.renew()
    } else {
      const homeward = await Homeward.launch({ colorScheme: scheme, language })
      await use(homeward)
      await homeward.close()
    }
  },
})

export { expect } from '@playwright/test'

/** A folder of bob's with one file, shared by a public link. */
export function bobShares(
  remote: Cloud,
  name = 'Photos',
  options: { password?: string; permissions?: number; expireDate?: string } = {},
): { url: string; token: string } {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  return remote.createPublicLink({ owner: 'bob', path: `/${name}`, ...options })
}

/** What a user reads at home through the mount. */
export const readAtHome = async (home: Cloud, path: string, user = 'alice'): Promise<string> =>
  new TextDecoder().decode(await home.readFile(user, path))
