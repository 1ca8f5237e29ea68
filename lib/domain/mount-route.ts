import { canAskForShares, type Account, type Product } from './account.ts'
import type { FailureCode } from './failure.ts'
import { sameBase } from './public-link.ts'
import { isOutOfReach } from './server-address.ts'

/** The ways to mount a public link (design section 5). */
export const mountRoutes = ['remote-sends', 'home-asks', 'announce', 'home-session', 'home-dialog'] as const
export type MountRoute = (typeof mountRoutes)[number]

/** Tells a way to mount from the reason why there is none. */
export const isRoute = (answer: string): answer is MountRoute => (mountRoutes as readonly string[]).includes(answer)

export interface RouteQuestion {
  home: Pick<Account, 'product' | 'major' | 'base'>
  /** An account is connected there; else only its address is known. */
  signedIn: boolean
  remote: {
    base: string
    product: Product | 'unknown'
    /** The link has a password, whether or not the visitor has typed it; absent when nobody knows yet. */
    isProtected?: boolean
  }
  /** The user stands on the share page, so its own origin can be asked from there. */
  onPage: boolean
  /** The background may call the remote (host permission granted). */
  mayCallRemote: boolean
  /** The user was warned that the home can hardly reach the remote, and wants to try. */
  anyway?: boolean
}

/**
 * Chooses how to mount. Pure: one question, one answer, or the reason why there is no way. What each pair can do was
 * tried on real servers (test/recorded/README.md, server-facts.md 0).
 */
export function chooseRoute(question: RouteQuestion): MountRoute | FailureCode {
  const { home, remote, signedIn, anyway = false } = question
  if (sameBase(home.base, remote.base)) return 'own-share'
  if (remote.product === 'ocis' || home.product === 'ocis') return 'pair-unsupported'
  if (!anyway && isOutOfReach(home.base, remote.base)) return 'remote-private-address'
  if (!signedIn) return byDialog(question)
  return remote.product === 'owncloud' ? fromOwncloud(question) : fromNextcloud(question)
}

/**
 * On its page the remote gives the precise reason for a refusal, so `remote-sends` comes first there; for a pasted link
 * `home-asks` needs no permission beyond the home's own. Servers that do not say what they are count as Nextcloud, but
 * only once they may be asked with a permission: oCIS hides it from strangers, and its links are never tried.
 */
function fromNextcloud({ home, remote, onPage, mayCallRemote }: RouteQuestion): MountRoute | FailureCode {
  if (onPage) return 'remote-sends'
  if (remote.product === 'unknown' && !mayCallRemote) return 'home-permission-missing'
  if (canAskForShares(home)) return 'home-asks'
  return mayCallRemote ? 'remote-sends' : 'home-session'
}

/**
 * ownCloud sends no share by itself. A Nextcloud home can be told of one, but has no place for its password; an
 * ownCloud home has, in its own dialog's call, which takes the user's web session.
 */
function fromOwncloud({ home, remote }: RouteQuestion): MountRoute | FailureCode {
  if (remote.isProtected === false) return 'announce'
  if (home.product === 'owncloud') return 'home-session'
  return remote.isProtected ? 'pair-needs-open-link' : 'home-permission-missing'
}

/** The home's own dialog takes what the home itself can fetch. */
function byDialog({ home, remote }: RouteQuestion): MountRoute | FailureCode {
  return home.product === 'nextcloud' && remote.product === 'owncloud' ? 'not-connected' : 'home-dialog'
}
