import { createCloud } from '../cloud/create-cloud.ts'
import { failure, isTransient, type Failure } from '../domain/failure.ts'
import { alarmFor } from './alarms.ts'
import { dropGrants, readGrant, storeGrant, type Grant } from './granted-login.ts'
import { keepAccount } from './keep-account.ts'
import type { PendingLogin, Ports } from './ports.ts'

/** Pause between two polls while the worker lives, in milliseconds; a dead one is woken by alarm every 30 s. */
const pollPause = 2_000
const alarmPause = 30_000
/** How often the granted account is looked at before an alarm does. */
const keepTries = 3

/**
 * Polls the login under way until the user has granted access, cancelled, or run out of time. Goes on from what is
 * stored, so it survives the death of the worker and the closing of the options page.
 *
 * The server tells the app password exactly once and answers ever after as if nobody had granted anything. So whenever
 * an answer may have been lost, its login page is asked whether there still is something to wait for.
 * @returns the id of the account that was connected, if any
 */
export async function continueLogin(ports: Ports): Promise<string | undefined> {
  let isInDoubt: boolean | undefined
  for (;;) {
    const login = await ports.stores.login.read()
    if (!login || login.failure) return dropGrants(ports, login)
    await ports.alarms.set(alarmFor('login'), ports.now() + alarmPause)
    const grant = await readGrant(ports, login)
    if (grant) return keep(ports, login, grant)
    const pollToken = (await ports.stores.pollTokens.read())[login.id]
    if (!pollToken || ports.now() >= login.deadline) return end(ports, login, failure('login-expired'))
    isInDoubt ??= login.polled === true
    if (!login.polled) await change(ports, login, { polled: true })
    const server = createCloud({ fetch: ports.fetch, base: login.base }).login
    const polled = await server.poll(pollToken)
    if (polled.ok && polled.value) {
      await storeGrant(ports, login, polled.value)
      // Cancelled while the poll was under way: then nobody wants this account any more.
      if (!(await isCurrent(ports, login))) return dropGrants(ports, login)
      continue
    }
    if (!polled.ok && !isTransient(polled.failure.code)) return end(ports, login, polled.failure)
    if (!polled.ok) isInDoubt = true
    else if (isInDoubt) {
      const isKnown = await server.isKnown(login.loginUrl)
      if (isKnown === false) return end(ports, login, failure('login-lost'))
      isInDoubt = isKnown === undefined
    }
    await ports.sleep(pollPause)
  }
}

async function keep(ports: Ports, login: PendingLogin, { server, credentials }: Grant): Promise<string | undefined> {
  for (let tries = 1; ; tries++) {
    const kept = await keepAccount(ports, server, 'nextcloud', credentials, login.id)
    if (kept.ok) {
      await end(ports, login)
      return kept.value
    }
    if (!isTransient(kept.failure.code) || ports.now() >= login.deadline) return end(ports, login, kept.failure)
    // The alarm goes on.
    if (tries === keepTries) return undefined
    await ports.sleep(pollPause)
  }
}

/** Ends the login: with a failure it stays to be read, else it is forgotten and its tab closed. */
async function end(ports: Ports, login: PendingLogin, why?: Failure): Promise<undefined> {
  const { tabId } = (await ports.stores.login.read()) ?? login
  await ports.alarms.clear(alarmFor('login'))
  await ports.stores.pollTokens.update(() => ({}))
  await ports.stores.login.update((current) =>
    current?.id === login.id ? (why ? { ...current, failure: why } : null) : current,
  )
  await dropGrants(ports, login)
  if (tabId !== undefined && !why) await ports.tabs.close(tabId)
  return undefined
}

export async function cancelLogin(ports: Ports): Promise<void> {
  const login = await ports.stores.login.read()
  await ports.stores.login.update(() => null)
  await ports.stores.pollTokens.update(() => ({}))
  await ports.alarms.clear(alarmFor('login'))
  if (login?.tabId !== undefined) await ports.tabs.close(login.tabId)
  await dropGrants(ports, login)
}

const change = (ports: Ports, { id }: PendingLogin, changes: Partial<PendingLogin>): Promise<unknown> =>
  ports.stores.login.update((current) => (current?.id === id ? { ...current, ...changes } : current))

const isCurrent = async (ports: Ports, { id }: PendingLogin): Promise<boolean> =>
  (await ports.stores.login.read())?.id === id
