import { askOcm } from '../cloud/ask-ocm.ts'
import type { Account } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { chooseRoute } from '../domain/mount-route.ts'
import type { Invitation, Instead } from '../protocol.ts'
import { accountFor } from './home.ts'
import type { Ports } from './ports.ts'
import type { KnownLink } from './read-link.ts'

type Home = Pick<Account, 'base' | 'product' | 'major'>

/** The home that a link would go to: an account's, or the one that is known without an account. */
export async function homeFor(ports: Ports, accountId?: string): Promise<Home | null> {
  return (await accountFor(ports, accountId)) ?? (await ports.stores.homeAddress.read())
}

/**
 * Whether people on two servers whose links do not work with each other can get together by an invitation: both have to
 * announce that, and the home the page where it is accepted (server-facts.md 5.4). The home is asked first, so that
 * nothing is asked of a stranger in vain.
 */
export async function findInvitation(ports: Ports, homeBase: string, remoteBase: string): Promise<Invitation> {
  const home = await askOcm(ports.fetch, homeBase)
  if (!home?.knowsInvitations || !home.inviteAcceptDialog) return { is: 'impossible' }
  const remote = await askOcm(ports.fetch, remoteBase)
  if (remote)
    return remote.knowsInvitations ? { is: 'possible', dialog: home.inviteAcceptDialog } : { is: 'impossible' }
  return { is: (await ports.mayCall(remoteBase)) ? 'impossible' : 'not-allowed-to-ask' }
}

/**
 * What a share page is told where no button can help, because oCIS or OpenCloud is on one of the two sides: that the link
 * is of the user's own server, or that there is the way by an invitation. Undefined on every other page.
 */
export async function insteadOf(ports: Ports, { link, product, isProtected }: KnownLink): Promise<Instead | undefined> {
  const home = await homeFor(ports)
  if (!home || (product !== 'ocis' && home.product !== 'ocis')) return undefined
  const remote = { base: link.base, product, ...(isProtected === undefined ? {} : { isProtected }) }
  const route = chooseRoute({ home, remote, signedIn: true, onPage: true, mayCallRemote: false, anyway: true })
  if (route === 'own-share') return { failure: failure(route), openUrl: home.base }
  const invitation = await findInvitation(ports, home.base, link.base)
  const way = invitation.is === 'possible' ? { openUrl: invitation.dialog, invitation: true } : {}
  return { failure: failure('pair-unsupported'), ...way }
}
