import { createCloud } from '../cloud/create-cloud.ts'
import type { ServerStatus } from '../cloud/status.ts'
import { oldestMajor, type Credentials } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { mayConnect } from '../domain/policy.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { parseServerAddress } from '../domain/server-address.ts'
import type { ConnectStep } from '../protocol.ts'
import { alarmFor } from './alarms.ts'
import { keepAccount } from './keep-account.ts'
import type { Ports } from './ports.ts'
import { policyOf } from './settings.ts'

/** Login Flow v2 lives 20 minutes on the server (server-facts.md 4.1), in milliseconds. */
const loginLifetime = 20 * 60_000

interface Server {
  base: string
  status: ServerStatus
}

/**
 * Finds the cloud behind what the user typed and begins to sign in. Nextcloud: opens its login page in a tab. ownCloud
 * has no such page, so the user is asked here.
 * Failures: `not-a-cloud` (saying what was found), `product-unsupported`, `home-too-old`, `home-not-secure`,
 * `home-maintenance`, `home-unreachable`, `home-permission-missing`, `home-not-allowed` (by an administrator).
 */
export async function connect(ports: Ports, address: string, insecureConfirmed: boolean): Promise<Result<ConnectStep>> {
  const server = await findServer(ports, address, insecureConfirmed)
  if (!server.ok) return server
  const { base, status } = server.value
  if (status.product === 'owncloud') return ok({ next: 'password', base })
  const started = await createCloud({ fetch: ports.fetch, base }).login.start()
  if (!started.ok) return started
  const { loginUrl, pollToken } = started.value
  const id = ports.newId()
  await ports.stores.pollTokens.update(() => ({ [id]: pollToken }))
  const login = { id, base, loginUrl, deadline: ports.now() + loginLifetime }
  await ports.stores.login.update(() => login)
  await ports.alarms.set(alarmFor('login'), ports.now() + 30_000)
  const tabId = await ports.tabs.open(loginUrl)
  if (tabId !== undefined)
    await ports.stores.login.update((current) => (current?.id === id ? { ...login, tabId } : current))
  return ok({ next: 'browser-login', base })
}

export interface SignIn {
  address: string
  userName: string
  password: string
  kind: 'login' | 'app'
  insecureConfirmed: boolean
}

/**
 * Signs in with a user name and a password typed here. A login password is exchanged for an app password and dropped.
 * Failures: those of `connect`, and `home-rejected-login`.
 * @returns the id of the account
 */
export async function signIn(ports: Ports, request: SignIn): Promise<Result<string>> {
  const server = await findServer(ports, request.address, request.insecureConfirmed)
  if (!server.ok) return server
  const { base } = server.value
  const credentials = await credentialsFor(ports, base, request)
  return credentials.ok ? keepAccount(ports, base, server.value.status.product, credentials.value) : credentials
}

async function credentialsFor(ports: Ports, base: string, request: SignIn): Promise<Result<Credentials>> {
  const { userName, password, kind } = request
  if (kind === 'app') return ok({ loginName: userName, appPassword: password })
  const { appPassword } = createCloud({ fetch: ports.fetch, base })
  return appPassword.createOnOwnCloud({ userName, password, name: 'Homeward' })
}

async function findServer(ports: Ports, typed: string, insecureConfirmed: boolean): Promise<Result<Server>> {
  const address = parseServerAddress(typed)
  if (!address.ok) return address
  const { candidates, needsConfirmation } = address.value
  if (needsConfirmation && !insecureConfirmed) return failed(failure('home-not-secure', candidates[0]))
  const policy = await policyOf(ports)
  const allowed = candidates.filter((base) => mayConnect(base, policy))
  if (allowed.length === 0) return failed(failure('home-not-allowed', candidates[0]))
  let reason: Result<Server> = failed(failure('not-a-cloud', typed))
  for (const [index, base] of allowed.entries()) {
    const found = await probe(ports, base)
    if (found.ok || found.failure.code !== 'not-a-cloud') return found
    // What the typed folder answered says more than what the root above it does.
    if (index === 0) reason = found
  }
  return reason
}

async function probe(ports: Ports, base: string): Promise<Result<Server>> {
  if (!(await ports.mayCall(base))) return failed(failure('home-permission-missing', base))
  const found = await createCloud({ fetch: ports.fetch, base }).status()
  if (!found.ok) return found
  const { product, major, version, maintenance, installed } = found.value
  if (!installed) return failed(failure('not-a-cloud', 'a cloud that is not set up yet'))
  if (maintenance) return failed(failure('home-maintenance'))
  if (product === 'ocis') return failed(failure('product-unsupported', version))
  // A hidden version is unknown, not old (owncloud/core#28536).
  if (major > 0 && major < oldestMajor[product]) return failed(failure('home-too-old', version))
  return ok({ base, status: found.value })
}
