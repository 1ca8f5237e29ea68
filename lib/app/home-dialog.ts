import { askStatus } from '../cloud/ask-status.ts'
import { oldestMajor, type HomeAddress } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { chooseRoute, isRoute } from '../domain/mount-route.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { parseServerAddress } from '../domain/server-address.ts'
import { readShareAddress } from '../domain/share-address.ts'
import { dialogUrl, nameForUnknown, unknownOwner } from '../domain/session-request.ts'
import { hostOf } from './address-view.ts'
import type { PageMount } from './add-share.ts'
import type { Ports } from './ports.ts'
import { complete, knownFromAddress, type KnownLink } from './read-link.ts'

/**
 * Keeps where somebody's cloud is, without signing in or asking for a permission; null forgets it. Of oCIS too: nothing can
 * be added there, but share pages can tell what works instead.
 * Failures: as connecting, but what does not answer all origins is `not-a-cloud`.
 */
export async function useAddress(
  ports: Ports,
  typed: string | null,
  insecureConfirmed: boolean,
): Promise<Result<void>> {
  const found = typed === null ? ok(null) : await findHome(ports, typed, insecureConfirmed)
  if (!found.ok) return found
  await ports.stores.homeAddress.update(() => found.value)
  return ok()
}

async function findHome(ports: Ports, typed: string, insecureConfirmed: boolean): Promise<Result<HomeAddress>> {
  const address = parseServerAddress(typed)
  if (!address.ok) return address
  const { candidates, needsConfirmation } = address.value
  if (needsConfirmation && !insecureConfirmed) return failed(failure('home-not-secure', candidates[0]))
  for (const base of candidates) {
    const status = await askStatus(ports.fetch, base)
    if (!status) continue
    const { product, major, version } = status
    if (product !== 'ocis' && major > 0 && major < oldestMajor[product]) return failed(failure('home-too-old', version))
    return ok({ base, product, major })
  }
  return failed(failure('not-a-cloud', typed))
}

/** A click on a share page by somebody who connected no account: the home's own dialog asks, or options open. */
export async function mountWithoutAccount(ports: Ports, known: KnownLink, anyway: boolean): Promise<PageMount> {
  const home = await ports.stores.homeAddress.read()
  if (!home) return { do: 'connect' }
  if (known.reason) return { do: 'refuse', failure: failure(known.reason) }
  const opened = await openDialog(ports, home, known, anyway)
  if (opened.ok) return { do: 'opened', host: hostOf(home.base) }
  return opened.failure.code === 'not-connected' ? { do: 'connect' } : { do: 'refuse', failure: opened.failure }
}

/** The same for a pasted link. Failures: `not-a-link`, `not-connected`, and why the dialog would not help. */
export async function openDialogFor(ports: Ports, address: string, anyway: boolean): Promise<Result<void>> {
  const found = readShareAddress(address)
  if (!found) return failed(failure('not-a-link', address))
  const home = await ports.stores.homeAddress.read()
  if (!home) return failed(failure('not-connected'))
  const known = await complete(ports, await knownFromAddress(ports, found))
  return known.ok ? openDialog(ports, home, known.value, anyway) : known
}

async function openDialog(ports: Ports, home: HomeAddress, known: KnownLink, anyway: boolean): Promise<Result<void>> {
  const { link, product, name = nameForUnknown(link), owner = unknownOwner, isProtected = false } = known
  const route = chooseRoute({
    home,
    signedIn: false,
    remote: { base: link.base, product },
    onPage: false,
    mayCallRemote: false,
    anyway,
  })
  if (!isRoute(route)) return failed(failure(route))
  await ports.tabs.open(dialogUrl(home.base, { link, name, owner, isProtected }))
  return ok()
}
