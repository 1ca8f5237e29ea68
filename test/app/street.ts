import { startClouds, type Cloud, type Clouds } from '../cloud-server/index.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Worker } from './world.ts'

/** Two homes, of which the first has two users, and a remote where bob shares from. */
export interface Street {
  clouds: Clouds
  home: Cloud
  second: Cloud
  remote: Cloud
}

export async function startStreet(): Promise<Street> {
  const users = { alice: { password: 'alice-password' }, anna: { password: 'anna-password' } }
  const clouds = await startClouds([
    { name: 'home', product: 'nextcloud-32', users },
    { name: 'second', product: 'owncloud-10', users: { alice: { password: 'alice-password' } } },
    { name: 'remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  return { clouds, home: clouds.cloud('home'), second: clouds.cloud('second'), remote: clouds.cloud('remote') }
}

/** What the login flow ends with: an app password, which unlike the login password can be revoked. */
export async function appPasswordOf(home: Cloud, user: string): Promise<string> {
  const basic = Buffer.from(`${user}:${user}-password`).toString('base64')
  const headers = { Authorization: `Basic ${basic}`, 'OCS-APIRequest': 'true' }
  await loopbackFetch(`${home.base}/ocs/v2.php/core/getapppassword`, { headers })
  return home.appPasswords(user).at(-1) ?? ''
}

/** Connects a user and waits for the first look at what is pending. */
export async function connectUser({ app, ui }: Worker, home: Cloud, user: string): Promise<string> {
  const isOwnCloud = home.product === 'owncloud-10'
  const password = isOwnCloud ? `${user}-password` : await appPasswordOf(home, user)
  const kind = isOwnCloud ? 'login' : 'app'
  const result = await ui['ui/sign-in']({ address: home.base, userName: user, password, kind, insecureConfirmed: true })
  if (!result.ok) throw new Error(result.failure.code)
  await app.refresh(result.value.id)
  return result.value.id
}

/** bob shares a folder with a user, who then has it pending. */
export async function bobSends({ remote }: Street, home: Cloud, name: string, user = 'alice'): Promise<void> {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId(user) })
  if (!sent.ok) throw new Error(sent.message)
}
