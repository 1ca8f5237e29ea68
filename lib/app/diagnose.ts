import { cloudIdOf } from '../domain/cloud-id.ts'
import { readPolicy, settingsInForce } from '../domain/policy.ts'
import { redact, type Json } from '../domain/redact.ts'
import type { Ports } from './ports.ts'
import { hostOf } from './address-view.ts'

/**
 * The report a user may attach to a question: how the accounts are, the settings in force and the last events, as JSON.
 * Made of codes, states and random ids; hosts and cloud ids are hashed with a salt of this report's own, so that two
 * reports cannot be matched, unless `withNames`.
 */
export async function diagnose(ports: Ports, withNames: boolean): Promise<string> {
  const { stores } = ports
  const [accounts, inbox, jobs, log, chosen, notices, secrets, pollTokens, managed] = await Promise.all([
    stores.accounts.read(),
    stores.inbox.read(),
    stores.jobs.read(),
    stores.events.read(),
    stores.settings.read(),
    stores.notices.read(),
    stores.secrets.read(),
    stores.pollTokens.read(),
    ports.managed(),
  ])
  const { policy, problems } = readPolicy(managed)
  const report = {
    made: new Date(ports.now()).toISOString(),
    ...ports.about,
    names: withNames ? 'as they are' : 'hashed for this report only',
    settings: settingsInForce(chosen, policy),
    policy: { keys: Object.keys(policy), problems },
    accounts: accounts.map(({ id, base, userId, product, major, state }) => ({
      id,
      cloudId: cloudIdOf(userId, base),
      product,
      major,
      state,
      pending: inbox[id]?.shares.length ?? 0,
      checkedAt: inbox[id]?.checkedAt ?? 0,
      failures: inbox[id]?.failures ?? 0,
      ...(inbox[id]?.failure ? { failure: inbox[id].failure.code } : {}),
      ...(inbox[id]?.quietUntil ? { quietUntil: inbox[id].quietUntil } : {}),
    })),
    jobs: jobs.map(({ id, state, route, looks, createdAt, updatedAt, failure }) => ({
      id,
      state,
      route,
      looks,
      createdAt,
      updatedAt,
      ...(failure ? { failure: failure.code } : {}),
    })),
    notices: notices.map(({ kind }) => kind),
    events: log.events,
  }
  const bases = [
    ...accounts.map(({ base }) => base),
    ...log.events.flatMap((event) => ('home' in event ? [event.home] : 'remote' in event ? [event.remote] : [])),
  ]
  const cloudIds = accounts.map(({ userId, base }) => cloudIdOf(userId, base))
  const names = withNames ? [] : [...cloudIds, ...bases, ...bases.map(hostOf), ...bases.map(hostnameOf)]
  const clean = redact(report as unknown as Json, {
    secrets: [
      ...Object.values(secrets).map(({ appPassword }) => appPassword),
      ...Object.values(pollTokens),
      ...jobs.map(({ link }) => link.token),
    ],
    names: await aliases(names),
  })
  return JSON.stringify(clean, null, 2)
}

const hostnameOf = (base: string): string => (URL.canParse(base) ? new URL(base).hostname : base)

/** The same name has the same alias throughout one report, and another one in the next. */
async function aliases(names: string[]): Promise<Map<string, string>> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const hashed = [...new Set(names)].map(async (name) => [name, await hash(salt, name)] as const)
  return new Map(await Promise.all(hashed))
}

async function hash(salt: Uint8Array, name: string): Promise<string> {
  const bytes = new TextEncoder().encode(name)
  const salted = new Uint8Array([...salt, ...bytes])
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', salted))
  return `name-${Array.from(digest.subarray(0, 5), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
