import { failure } from './failure.ts'
import { longestPath } from './public-link.ts'
import { failed, ok, type Result } from './result.ts'

export interface ServerAddress {
  /** Base URLs to try in order, longest folder first; no trailing slash. */
  candidates: string[]
  /** Plain http to a private network: only after the user confirmed it. */
  needsConfirmation: boolean
}

/** Where an address stops being the server's folder and becomes a place inside the server. */
const insideServer = /\/(?:index\.php|apps|s|f|login|settings|remote\.php|public\.php|ocs|status\.php)(?:\/|$).*$/

/**
 * Understands what people type or paste as their server: bare hosts, trailing slashes, addresses copied from
 * the middle of the web interface. https unless http was typed, or the host is this very machine.
 * Failures: `not-a-cloud` (no address at all), `home-not-secure` (plain http over the open internet).
 */
export function parseServerAddress(text: string): Result<ServerAddress> {
  const url = toUrl(text.trim())
  if (!url) return failed(failure('not-a-cloud', text))
  const reach = reachOf(url.hostname)
  if (url.protocol === 'http:' && reach === 'public') return failed(failure('home-not-secure', url.origin))
  return ok({
    candidates: candidatesOf(url),
    needsConfirmation: url.protocol === 'http:' && reach === 'private',
  })
}

function toUrl(text: string): URL | null {
  if (text === '' || /\s/.test(text)) return null
  const typedScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const guess = typedScheme ? text : `https://${text}`
  if (!URL.canParse(guess)) return null
  const url = new URL(guess)
  if (url.pathname.length > longestPath) return null
  if (!typedScheme && reachOf(url.hostname) === 'loopback') url.protocol = 'http:'
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

function candidatesOf(url: URL): string[] {
  const folder = url.pathname.replace(insideServer, '').replace(/\/+$/, '')
  const parts = folder.split('/').filter(Boolean)
  return parts.map((_, index) => `${url.origin}/${parts.slice(0, parts.length - index).join('/')}`).concat(url.origin)
}

export type Reach = 'loopback' | 'private' | 'public'

/** Addresses of private networks; 100.64/10 is what carriers and VPNs give out. */
const privateNetwork =
  /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/
const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/

/**
 * How far an address can be reached: this machine, a private network, or everywhere.
 * @param hostname as in `URL.hostname`, where IPv4 addresses are already written out
 */
export function reachOf(hostname: string): Reach {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (ipv4.test(host)) return host.startsWith('127.') ? 'loopback' : privateNetwork.test(host) ? 'private' : 'public'
  if (host.includes(':')) return host === '::1' ? 'loopback' : /^(?:f[cd]|fe[89ab])/.test(host) ? 'private' : 'public'
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback'
  // A bare name, or one under a name that is only known inside a network.
  return !host.includes('.') || /\.(?:local|lan|home|internal|intranet|home\.arpa)$/.test(host) ? 'private' : 'public'
}

/**
 * Whether a home on the internet is asked to contact a server in a private network or on its own machine: it cannot
 * get there, or is not allowed to. Two servers in the same kind of network are left to try.
 */
export function isOutOfReach(homeBase: string, remoteBase: string): boolean {
  return reachOf(new URL(homeBase).hostname) === 'public' && reachOf(new URL(remoteBase).hostname) !== 'public'
}
