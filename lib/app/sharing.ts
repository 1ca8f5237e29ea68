import { sharesApi } from '../cloud/shares.ts'
import { isTransient, type Failure, type FailureCode } from '../domain/failure.ts'
import { ok, type Result } from '../domain/result.ts'
import type { ShareRules } from '../domain/share-rules.ts'
import { openHome, type Home } from './home.ts'
import { log } from './log.ts'
import { noted, type Outcome } from './mark-account.ts'
import type { Ports } from './ports.ts'

export interface Sharing extends Home {
  shares: ReturnType<typeof sharesApi>
  /** Absent when the server would not tell. */
  rules: ShareRules | undefined
}

/** Milliseconds for which the rules of a server are taken as known. */
const rulesLast = 300_000

/** Opens the way to an account's outgoing shares. Rules are asked for once in a while only, by this worker. */
export function createSharing(ports: Ports) {
  const known = new Map<string, { rules: ShareRules; until: number }>()

  async function rulesOf({ account, cloud }: Home): Promise<Result<ShareRules>> {
    const found = known.get(account.id)
    if (found && found.until > ports.now()) return ok(found.rules)
    const asked = await cloud.shareRules(account.product)
    if (asked.ok) known.set(account.id, { rules: asked.value, until: ports.now() + rulesLast })
    return asked
  }

  return {
    ports,

    /** Failures: `not-connected`, `home-rejected-login`, `home-permission-missing`. */
    async open(accountId: string): Promise<Result<Sharing>> {
      const home = await openHome(ports, accountId)
      if (!home.ok) return home
      const rules = await rulesOf(home.value)
      // A home that would not talk is not asked again at once. One that only keeps its rules to itself is.
      if (!rules.ok && silent.includes(rules.failure.code)) return noted(ports, accountId, rules)
      const { account, cloud } = home.value
      return ok({ account, cloud, shares: cloud.shares(account.product), rules: rules.ok ? rules.value : undefined })
    },

    async rules(accountId: string): Promise<Result<ShareRules>> {
      const home = await openHome(ports, accountId)
      if (!home.ok) return home
      known.delete(accountId)
      return noted(ports, accountId, await rulesOf(home.value))
    },
  }
}

const silent: FailureCode[] = ['home-rejected-login', 'home-unreachable', 'home-maintenance', 'home-throttled']

export type SharingDoor = ReturnType<typeof createSharing>

/** As `noted`, and with an event for the diagnostics. */
export async function logged<T extends Outcome>(
  ports: Ports,
  accountId: string,
  act: 'create' | 'change' | 'delete' | 'mail',
  result: T,
): Promise<T> {
  await log(ports, { type: 'outgoing', accountId, act, outcome: result.ok ? 'ok' : result.failure.code })
  return noted(ports, accountId, result)
}

/** No answer came, or a useless one: nobody knows whether the request was heard. */
export const isUncertain = ({ code }: Failure): boolean =>
  isTransient(code) && code !== 'home-throttled' && code !== 'home-maintenance'
