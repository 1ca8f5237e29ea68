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
  await ports.stores.secrets.update((secrets) => ({ ...secrets, [keyOf(id)]: credentials }))
}

export async function readGrant(ports: Ports, { id, base, server = base }: PendingLogin): Promise<Grant | undefined> {
  const credentials = (await ports.stores.secrets.read())[keyOf(id)]
  return credentials && { server, credentials }
}

/**
 * Forgets what logins gave, also what the death of a worker left of an earlier one. An app password that no account
 * uses is revoked, as far as the home can be reached: nobody else knows it.
 */
export async function dropGrants(ports: Ports, login: PendingLogin | null): Promise<undefined> {
  const isGrant = (key: string): boolean => key.startsWith(prefix)
  if (!Object.keys(await ports.stores.secrets.read()).some(isGrant)) return undefined
  const grant = login && (await readGrant(ports, login))
  const used = await ports.stores.secrets.update((secrets) =>
    Object.fromEntries(Object.entries(secrets).filter(([key]) => !isGrant(key))),
  )
  if (!grant) return undefined
  const { credentials, server: base } = grant
  const isUsed = Object.values(used).some(({ appPassword }) => appPassword === credentials.appPassword)
  if (!isUsed) await createCloud({ fetch: ports.fetch, base, credentials }).appPassword.revokeOnNextcloud()
  return undefined
}

/** Tells a grant from the accounts beside which it is kept. */
const prefix = 'login:'
const keyOf = (loginId: string): string => prefix + loginId
