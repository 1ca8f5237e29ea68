import type { SharePage } from '../../lib/domain/share-page.ts'
import { startClouds, type Cloud, type Clouds, type ProductName } from '../cloud-server/index.ts'
import type { Worker } from './world.ts'

export interface Pair {
  clouds: Clouds
  home: Cloud
  remote: Cloud
}

export const alicePassword = 'alice-password'

export async function startPair(homeProduct: ProductName, remoteProduct: ProductName): Promise<Pair> {
  const clouds = await startClouds([
    {
      name: 'home',
      product: homeProduct,
      users: { alice: { password: alicePassword, displayName: 'Alice' }, mallory: { password: 'mallory-password' } },
    },
    {
      name: 'remote',
      product: remoteProduct,
      users: { bob: { password: 'bob-password' }, carol: { password: 'carol-password' } },
    },
  ])
  return { clouds, home: clouds.cloud('home'), remote: clouds.cloud('remote') }
}

/** Connects alice as the options page would for a typed password. */
export async function connectAlice({ ui }: Worker, home: Cloud): Promise<string> {
  const kind = home.product === 'owncloud-10' ? 'login' : 'app'
  const address = home.base
  const result = await ui['ui/sign-in']({
    address,
    userName: 'alice',
    password: alicePassword,
    kind,
    insecureConfirmed: true,
  })
  if (!result.ok) throw new Error(result.failure.code)
  return result.value.id
}

/** A folder of bob's with one file, and its share page as the recogniser would read it. */
export function bobsFolder(
  remote: Cloud,
  name: string,
  options: { password?: string; permissions?: number } = {},
): SharePage {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const { token } = remote.createPublicLink({ owner: 'bob', path: `/${name}`, ...options })
  const needsPassword = options.password !== undefined
  return {
    product: 'nextcloud',
    base: remote.base,
    token,
    kind: 'folder',
    needsPassword,
    ...(needsPassword ? {} : { name }),
  }
}
