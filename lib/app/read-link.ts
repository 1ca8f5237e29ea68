import { askStatus } from '../cloud/ask-status.ts'
import { readLinkFacts } from '../cloud/link-facts.ts'
import type { Product } from '../domain/account.ts'
import { failureCodes, type FailureCode } from '../domain/failure.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { ShareAddress } from '../domain/share-address.ts'
import type { SharePage } from '../domain/share-page.ts'
import type { Ports } from './ports.ts'

/** What is known of a link before a way to mount it is chosen. */
export interface KnownLink {
  link: PublicLink
  product: Product | 'unknown'
  name?: string
  owner?: string
  isProtected?: boolean
  /** Why it can never be mounted. */
  reason?: FailureCode
}

/** Longest name and owner servers allow, in characters. */
const longestName = 255

/** What came in a message need not be what its type says: a page may have broken out into our content script. */
const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= longestName ? value : undefined

/** What a share page told. Products that are neither Nextcloud nor ownCloud are relatives of oCIS. */
export function knownFromPage(page: SharePage): KnownLink {
  const { base, token } = page
  const [name, owner] = [nameIn(page.name), nameIn(page.owner)]
  const product: string = page.product
  const isProtected = page.needsPassword ? true : page.isProtected
  const reason = failureCodes.find((code) => code === page.reason)
  return {
    link: { base, token },
    product: product === 'nextcloud' || product === 'owncloud' ? product : 'ocis',
    ...(name === undefined ? {} : { name }),
    ...(owner === undefined ? {} : { owner }),
    ...(typeof isProtected === 'boolean' ? { isProtected } : {}),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Asks a pasted link's server what it is. Most tell without any permission; of the others the link's shape may tell. */
export async function knownFromAddress(ports: Ports, { link, product }: ShareAddress): Promise<KnownLink> {
  const status = await askStatus(ports.fetch, link.base)
  return { link, product: status?.product ?? product ?? 'unknown' }
}

/**
 * Learns what an ownCloud link leads to where that is allowed, and only there: the link is then known to have a password
 * or none, and to be readable. Never for oCIS, which shuts a link for everybody after a few wrong passwords.
 * Failures: what the remote says about the link itself.
 */
export async function complete(ports: Ports, known: KnownLink): Promise<Result<KnownLink>> {
  const isComplete = known.isProtected === true || (known.isProtected === false && known.name !== undefined)
  if (known.product !== 'owncloud' || isComplete || !(await ports.mayCall(known.link.base))) return ok(known)
  const facts = await readLinkFacts(ports.fetch, known.link)
  if (facts.ok) return ok({ ...known, ...facts.value, isProtected: false })
  return facts.failure.code === 'password-needed' ? ok({ ...known, isProtected: true }) : failed(facts.failure)
}

/** The name of what a protected ownCloud link leads to, once its password is there. */
export async function nameOfLink(ports: Ports, link: PublicLink, password: string): Promise<string | undefined> {
  if (password === '' || !(await ports.mayCall(link.base))) return undefined
  const facts = await readLinkFacts(ports.fetch, link, password)
  return facts.ok ? facts.value.name : undefined
}
