import { createCloud } from '../cloud/create-cloud.ts'
import type { LoginGrant } from '../cloud/login-flow.ts'
import type { Credentials } from '../domain/account.ts'
import type { PendingLogin, Ports } from './ports.ts'

/** What a granted login gave, until an account is made of it. */
export interface Grant {
  /** Base URL of the home as it calls itself. */
  server: string
  credentials: Credentials
}

/** Written down before anything is done with it: the server tells it once, and the worker may die any moment. */
export async function storeGrant(
  ports: Ports,
  { id }: PendingLogin,
  { server, ...credentials }: LoginGrant,
): Promise<void> {
  await ports.stores.login.update((current) => (current?.id === id ? { ...current, server } : current))
  await ports.stores.secrets.update((secrets) => ({ ...secrets, [id]: credentials }))
}

export async function readGrant(ports: Ports, { id, base, server = base }: PendingLogin): Promise<Grant | undefined> {
  const credentials = (await ports.stores.secrets.read())[id]
  return credentials && { server, credentials }
}

/**
 * Forgets what a login gave. An app password that no account uses is revoked, as far as the home can be reached: nobody
 * else knows it.
 */
export async function dropGrant(ports: Ports, login: PendingLogin): Promise<undefined> {
  const grant = await readGrant(ports, login)
  if (!grant) return undefined
  const { credentials, server: base } = grant
  const others = await ports.stores.secrets.update(({ [login.id]: _, ...rest }) => rest)
  const isUsed = Object.values(others).some(({ appPassword }) => appPassword === credentials.appPassword)
  if (!isUsed) await createCloud({ fetch: ports.fetch, base, credentials }).appPassword.revokeOnNextcloud()
  return undefined
}
