import { createCloud } from '../cloud/create-cloud.ts'
import type { Account, Credentials, Product } from '../domain/account.ts'
import { sameBase } from '../domain/public-link.ts'
import { ok, type Result } from '../domain/result.ts'
import { log } from './log.ts'
import type { AccountInbox, Ports } from './ports.ts'
import { emptyInbox } from './inbox-store.ts'

/**
 * Checks credentials with the server and keeps them as an account. Signing in again to the same account keeps its id,
 * so its shares, jobs and place stay. Failures: `home-rejected-login` and those of any call.
 * @param newId for an account that is not known: whoever begins anew after the death of a worker gives the same again
 * @returns the id of the account
 */
export async function keepAccount(
  ports: Ports,
  base: string,
  product: Product,
  credentials: Credentials,
  newId = ports.newId(),
): Promise<Result<string>> {
  const cloud = createCloud({ fetch: ports.fetch, base, credentials })
  const user = await cloud.user()
  if (!user.ok) return user
  const capabilities = await cloud.capabilities()
  if (!capabilities.ok) return capabilities
  const { id: userId, displayName } = user.value
  const known = (await ports.stores.accounts.read()).find((other) => other.base === base && other.userId === userId)
  const id = known?.id ?? newId
  const { major, ocmEndPoint } = capabilities.value
  const callsItself = otherAddress(base, ocmEndPoint)
  const account: Account = { id, base, product, major, userId, displayName, state: 'ready', ...callsItself }
  // Secrets first: an account without its password would look signed out.
  await ports.stores.secrets.update((secrets) => ({ ...secrets, [id]: credentials }))
  await ports.stores.accounts.update((accounts) =>
    known ? accounts.map((other) => (other.id === id ? account : other)) : [...accounts, account],
  )
  await ports.stores.inbox.update(forgiven(id))
  await log(ports, { type: 'account', accountId: id, home: base, now: 'connected' })
  return ok(id)
}

/** What the old login failed with says nothing about the new one. */
const forgiven =
  (id: string) =>
  (inbox: Record<string, AccountInbox>): Record<string, AccountInbox> => {
    const { failure, ...rest } = inbox[id] ?? emptyInbox
    return failure ? { ...inbox, [id]: { ...rest, failures: 0 } } : inbox
  }

/**
 * The base a server gives itself, where it is another one than the user's: then others may not find the cloud id, or
 * find another server. The scheme does not count, proxies hide it (nextcloud/server#15753).
 */
function otherAddress(base: string, ocmEndPoint: string | undefined): Pick<Account, 'callsItself'> {
  const own = ocmEndPoint?.replace(/\/(?:ocm|apps\/federatedfilesharing)\/*$/, '').replace(/\/index\.php$/, '')
  return own && URL.canParse(own) && !sameBase(own, base) ? { callsItself: own } : {}
}
