import { createCloud } from '../cloud/create-cloud.ts'
import type { Account, Credentials, Product } from '../domain/account.ts'
import { ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

/**
 * Checks credentials with the server and keeps them as an account. Signing in again to the same account keeps its id,
 * so its shares, jobs and place stay. Failures: `home-rejected-login` and those of any call.
 * @returns the id of the account
 */
export async function keepAccount(
  ports: Ports,
  base: string,
  product: Product,
  credentials: Credentials,
): Promise<Result<string>> {
  const cloud = createCloud({ fetch: ports.fetch, base, credentials })
  const user = await cloud.user()
  if (!user.ok) return user
  const capabilities = await cloud.capabilities()
  if (!capabilities.ok) return capabilities
  const { id: userId, displayName } = user.value
  const known = (await ports.stores.accounts.read()).find((other) => other.base === base && other.userId === userId)
  const id = known?.id ?? ports.newId()
  const { major } = capabilities.value
  const account: Account = { id, base, product, major, userId, displayName, state: 'ready' }
  // Secrets first: an account without its password would look signed out.
  await ports.stores.secrets.update((secrets) => ({ ...secrets, [id]: credentials }))
  await ports.stores.accounts.update((accounts) =>
    known ? accounts.map((other) => (other.id === id ? account : other)) : [...accounts, account],
  )
  return ok(id)
}
