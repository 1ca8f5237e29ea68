import { canAskForShares, type Account, type Product } from './account.ts'
import type { FailureCode } from './failure.ts'
import { sameBase } from './public-link.ts'

/** The ways to mount a public link (design section 5). */
export const mountRoutes = ['remote-sends', 'home-asks'] as const
export type MountRoute = (typeof mountRoutes)[number]

/** Tells a way to mount from the reason why there is none. */
export const isRoute = (answer: string): answer is MountRoute => (mountRoutes as readonly string[]).includes(answer)

export interface RouteQuestion {
  home: Pick<Account, 'product' | 'major' | 'base'>
  remote: { base: string; product: Product | 'unknown' }
  /** The user stands on the share page, so its own origin can be asked from there. */
  onPage: boolean
  /** The background may call the remote (host permission granted). */
  mayCallRemote: boolean
}

/**
 * Chooses how to mount. Pure: one question, one answer, or the reason why there is no way.
 * On its page the remote gives the precise reason for a refusal, so `remote-sends` comes first there;
 * for a pasted link `home-asks` needs no permission beyond the home's own.
 */
export function chooseRoute({ home, remote, onPage, mayCallRemote }: RouteQuestion): MountRoute | FailureCode {
  if (sameBase(home.base, remote.base)) return 'own-share'
  if (remote.product === 'owncloud' || remote.product === 'ocis' || home.product === 'ocis') return 'pair-unsupported'
  if (onPage) return 'remote-sends'
  if (canAskForShares(home)) return 'home-asks'
  return mayCallRemote ? 'remote-sends' : 'home-permission-missing'
}
