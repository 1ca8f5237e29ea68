/** Homes and remotes of every product, with something to share. */

import { startClouds } from '../index.ts'
import type { Clouds, ProductName } from '../index.ts'
import { password } from './client.ts'

const shortNames: Record<ProductName, string> = {
  'nextcloud-33': 'nc33',
  'nextcloud-32': 'nc',
  'nextcloud-30': 'nc30',
  'owncloud-10': 'oc',
  'owncloud-7': 'oc7',
  opencloud: 'open',
}

/** `nc-home` with alice and carol, `nc-remote` with bob, and the same for `nc30-` and `oc-`. */
export async function startPairs(...products: ProductName[]): Promise<Clouds> {
  const clouds = await startClouds(
    products.flatMap((product) => [
      {
        name: `${shortNames[product]}-home`,
        product,
        users: { alice: { password, displayName: 'Alice Home', email: 'alice@example.test' }, carol: { password } },
      },
      { name: `${shortNames[product]}-remote`, product, users: { bob: { password, displayName: 'Bob Remote' } } },
    ]),
  )
  for (const product of products) {
    const remote = clouds.cloud(`${shortNames[product]}-remote`)
    remote.writeFile('bob', '/Photos/readme.txt', 'Hello from bob')
    remote.writeFile('bob', '/Photos/Sub folder/deep.txt', 'deep file')
    remote.writeFile('bob', '/Docs/Übung & co/ä.txt', 'umlaut')
    remote.writeFile('bob', '/single.txt', 'one file')
  }
  return clouds
}
