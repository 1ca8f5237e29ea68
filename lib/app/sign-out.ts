import type { Result } from '../domain/result.ts'
import type { SignedOut } from '../protocol.ts'
import { forgetAccount } from './forget-account.ts'
import { openHome, type Home } from './home.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

/**
 * Forgets an account and, where the server lets an app password delete itself (Nextcloud), revokes it. Forgotten
 * first: it works without the server, and does not wait for one that hangs.
 */
export async function signOut(ports: Ports, accountId: string): Promise<SignedOut> {
  const home = await openHome(ports, accountId)
  const isKnown = (await ports.stores.secrets.read())[accountId] !== undefined
  await forgetAccount(ports, accountId)
  // An app password that was lost here lives on there.
  const appPassword = isKnown ? await revoke(home) : 'not-revoked'
  await log(ports, { type: 'sign-out', appPassword })
  return { appPassword }
}

async function revoke(home: Result<Home>): Promise<SignedOut['appPassword']> {
  const rejected = 'home-rejected-login'
  // Rejected before: it is not tried once more.
  if (!home.ok) return home.failure.code === rejected ? 'rejected' : 'not-revoked'
  if (home.value.account.product !== 'nextcloud') return 'not-revoked'
  const revoked = await home.value.cloud.appPassword.revokeOnNextcloud()
  if (revoked.ok) return 'revoked'
  return revoked.failure.code === rejected ? 'rejected' : 'not-revoked'
}
