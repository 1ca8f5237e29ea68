import { displayName } from '../domain/display-name.ts'
import { parseAddress } from '../domain/public-link.ts'
import { isOutOfReach, reachOf, type Reach } from '../domain/server-address.ts'

/** Remotes come from strangers, with or without a scheme. Null for what leads nowhere on the web. */
const addressOf = (base: string): URL | null => parseAddress(base) ?? parseAddress(`https://${base}`)

/**
 * Host, port and folder: what a person tells servers apart by. As a request would go there, in Latin letters only
 * (`xn--…`): a name with letters that look alike, a user name that looks like a host (`bank.example@evil.example`) or
 * marks that reorder the text must not pose as another server.
 */
export function hostOf(base: string): string {
  const url = addressOf(base)
  return url ? url.host + url.pathname.replace(/\/+$/, '') : displayName(base)
}

export const isInsecure = (base: string): boolean => parseAddress(base)?.protocol === 'http:'

/** Why a home can hardly get to a remote, by their addresses. One that is no address has nothing known against it. */
export function outOfReach(home: string, remote: string): Exclude<Reach, 'public'> | undefined {
  const url = addressOf(remote)
  if (!url || !isOutOfReach(home, url.origin)) return undefined
  return reachOf(url.hostname) === 'loopback' ? 'loopback' : 'private'
}
