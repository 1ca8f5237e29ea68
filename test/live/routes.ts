import type { BrowserContext } from '@playwright/test'
import type { FailureCode } from '../../lib/domain/failure.ts'
import { chooseRoute, isRoute, type MountRoute } from '../../lib/domain/mount-route.ts'
import { failureKey } from '../../lib/domain/text.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import type { LiveCloud } from './live-cloud.ts'
import { signInOnWeb } from './web-session.ts'

export interface Way {
  /** Pasted into the popup instead of clicked on the share page. */
  pasted?: boolean
  isProtected?: boolean
}

/** What Homeward itself would do for this pair of servers: the suite expects a mount by that route, or that reason. */
export function routeOf(home: LiveCloud, remote: LiveCloud, { pasted = false, isProtected = false }: Way): Planned {
  const route = chooseRoute({
    home: { product: home.product, major: home.major, base: home.base },
    signedIn: true,
    remote: { base: remote.base, product: remote.product, isProtected },
    onPage: !pasted,
    // Both servers are granted to the build: of a pasted link Homeward can learn what it would read on the page.
    mayCallRemote: true,
  })
  return isRoute(route) ? { route } : { refusal: route, title: messages[failureKey(route, 'title')].message }
}

export type Planned = { route: MountRoute } | { refusal: FailureCode; title: string }

/** Why a test that mounts cannot be run for this pair; undefined when it can. */
export const whyNoMount = (plan: Planned): string | undefined =>
  'refusal' in plan ? `these servers cannot do it (${plan.refusal})` : undefined

/** The route that borrows the user's web session needs one. */
export async function prepare({ request }: BrowserContext, home: LiveCloud, plan: Planned): Promise<void> {
  if ('route' in plan && plan.route === 'home-session') await signInOnWeb(request, home.access)
}
