import type { APIRequest } from '@playwright/test'
import { ownName } from './app-password.ts'
import { openLiveCloud, type LiveCloud } from './live-cloud.ts'
import { openTokenList } from './owncloud-tokens.ts'
import type { Access } from './servers.ts'

/** Opens a server for a run, and takes back every app password that came into being in it. */
export async function withCloud(
  access: Access,
  request: APIRequest,
  use: (cloud: LiveCloud) => Promise<void>,
): Promise<void> {
  const cloud = await openLiveCloud(access)
  if (cloud.product === 'nextcloud' || !cloud.own.isLoginPassword) {
    await use(cloud)
    return cloud.own.revoke()
  }
  // Homeward exchanges the login password there, and an app password cannot delete itself.
  const session = await request.newContext()
  const tokens = await openTokenList(session, access)
  const before = new Set((await tokens.all()).map(({ id }) => id))
  await use(cloud)
  for (const token of await tokens.all()) {
    if (token.name === ownName || !before.has(token.id)) await tokens.remove(token)
  }
  await session.dispose()
}
