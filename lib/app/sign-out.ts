import type { Result } from '../domain/result.ts'
import { forgetAccount } from './forget-account.ts'
import { openHome, type Home } from './home.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

/**
 * Forgets an account and, where the server lets an app password delete itself (Nextcloud), revokes it. Forgotten
 * first: it works without the server, and does not wait for one that hangs. `revoked: false`: the user is told to
 * delete the app password there.
 */
export async function signOut(ports: Ports, accountId: string): Promise<{ revoked: boolean }> {
  const home = await openHome(ports, accountId)
  const isKnown = (await ports.stores.secrets.read())[accountId] !== undefined
  await forgetAccount(ports, accountId)
  // An app password that was lost here lives on there.
  const revoked = isKnown && (await revoke(home))
  await log(ports, { type: 'sign-out', revoked })
  return { revoked }
}

async function revoke(home: Result<Home>): Promise<boolean> {
  const rejected = 'home-rejected-login'
  // Rejected: the server has forgotten it already.
  if (!home.ok) return home.failure.code === rejected
  if (home.value.account.product !== 'nextcloud') return false
  const revoked = await home.value.cloud.appPassword.revokeOnNextcloud()
  return revoked.ok || revoked.failure.code === rejected
}
