import { createCloud, type Cloud } from '../cloud/create-cloud.ts'
import type { Account } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'

export interface Home {
  account: Account
  cloud: Cloud
}

/**
 * An account with a signed-in client to its server. Nothing is sent for an account that is signed out: a poller with
 * a dead password gets the user's whole network throttled (nextcloud/server#51533).
 */
export async function openHome(ports: Ports, accountId: string): Promise<Result<Home>> {
  const account = (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
  const credentials = (await ports.stores.secrets.read())[accountId]
  if (!account) return failed(failure('not-connected'))
  if (!credentials || account.state === 'signed-out') return failed(failure('home-rejected-login'))
  if (!(await ports.mayCall(account.base))) return failed(failure('home-permission-missing', account.base))
  return ok({ account, cloud: createCloud({ fetch: ports.fetch, base: account.base, credentials }) })
}

/** The account a page named, if it is one of the user's. Without a name the default one. */
export async function accountFor(ports: Ports, accountId?: string): Promise<Account | undefined> {
  if (accountId === undefined) return defaultAccount(ports)
  return (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
}

/** The account that a mount goes to when none was named. */
export async function defaultAccount(ports: Ports): Promise<Account | undefined> {
  const [accounts, chosen] = await Promise.all([ports.stores.accounts.read(), ports.stores.defaultAccount.read()])
  return accounts.find(({ id }) => id === chosen) ?? accounts[0]
}
