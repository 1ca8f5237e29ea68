import { isOutOfReach, reachOf, type Reach } from '../domain/server-address.ts'

/** Host, port and folder: what a person tells servers apart by. */
export const hostOf = (base: string): string => base.replace(/^https?:\/\//i, '').replace(/\/+$/, '')

export const isInsecure = (base: string): boolean => base.toLowerCase().startsWith('http://')

/**
 * Why a home can hardly get to a remote, by their addresses. Remotes come from strangers: one that is no address has
 * nothing known against it.
 */
export function outOfReach(home: string, remote: string): Exclude<Reach, 'public'> | undefined {
  const address = remote.includes('://') ? remote : `https://${remote}`
  if (!URL.canParse(address) || !isOutOfReach(home, address)) return undefined
  return reachOf(new URL(address).hostname) === 'loopback' ? 'loopback' : 'private'
}
