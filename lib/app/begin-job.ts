import type { Account } from '../domain/account.ts'
import { failure, type FailureCode } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { chooseRoute, isRoute, type MountRoute } from '../domain/mount-route.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Ports } from './ports.ts'
import { complete, type KnownLink } from './read-link.ts'

export interface Wish {
  known: KnownLink
  origin: MountJob['origin']
  /** The user was warned that the home can hardly reach the remote, and wants to try. */
  anyway: boolean
  /** The tab that shows the share page, for `tab`. */
  pageTab?: number
}

/** A job for a wish, not stored yet. Failures: why there is no way to mount it. */
export async function planJob(ports: Ports, account: Account, wish: Wish): Promise<Result<MountJob>> {
  if (wish.known.reason) return failed(failure(wish.known.reason))
  const completed = await complete(ports, wish.known)
  if (!completed.ok) return completed
  const known = completed.value
  const route = await routeFor(ports, account, { ...wish, known })
  return isRoute(route) ? ok(newJob(ports, account, { ...wish, known }, route)) : failed(failure(route))
}

/** A job for a wish that cannot be granted: it says why where the user looks. */
export function hopelessJob(ports: Ports, account: Account, wish: Wish, why: MountJob['failure']): MountJob {
  const job = newJob(ports, account, wish, 'remote-sends')
  // What comes from the own cloud is there already: it need not be mounted, only opened.
  const openUrl = why?.code === 'own-share' ? { openUrl: `${account.base}/index.php/apps/files/` } : {}
  return { ...job, ...openUrl, state: 'failed', ...(why ? { failure: why } : {}) }
}

async function routeFor(ports: Ports, account: Account, wish: Wish): Promise<MountRoute | FailureCode> {
  const { link, product, name, isProtected } = wish.known
  // A share cannot be announced without its name.
  const isKnown = isProtected === true || name !== undefined
  const onPage = wish.origin !== 'popup'
  return chooseRoute({
    home: account,
    signedIn: true,
    remote: { base: link.base, product, ...(isKnown && isProtected !== undefined ? { isProtected } : {}) },
    onPage,
    mayCallRemote: !onPage && (await ports.mayCall(link.base)),
    anyway: wish.anyway,
  })
}

function newJob(ports: Ports, account: Account, { known, origin, pageTab }: Wish, route: MountRoute): MountJob {
  const now = ports.now()
  const { link, name, owner, isProtected } = known
  return {
    id: ports.newId(),
    accountId: account.id,
    link,
    origin,
    ...(pageTab === undefined ? {} : { pageTab }),
    ...(name === undefined ? {} : { name }),
    ...(owner === undefined ? {} : { owner }),
    ...(isProtected === undefined ? {} : { isProtected }),
    route,
    state: 'asking',
    asked: false,
    looks: 0,
    passwordTries: 0,
    createdAt: now,
    updatedAt: now,
  }
}
