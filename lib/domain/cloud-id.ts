import { longestPath } from './public-link.ts'

export interface CloudId {
  user: string
  /** Base URL of the user's server; https where no scheme was given. */
  base: string
}

/**
 * Reads `user@[scheme://]host[:port][/folder]`. User names may hold an `@`, so it is the last one before the first
 * colon or slash that counts, as servers have it. Mail addresses have the same shape. Null when it is none.
 */
export function parseCloudId(text: string): CloudId | null {
  const id = text.trim()
  if (id.length > longestPath || /\s/.test(id)) return null
  const end = id.search(/[/:]/)
  const at = (end < 0 ? id : id.slice(0, end)).lastIndexOf('@')
  const user = id.slice(0, at)
  const rest = id.slice(at + 1)
  const address = /^https?:\/\//i.test(rest) ? rest : `https://${rest}`
  if (at < 1 || !URL.canParse(address)) return null
  const url = new URL(address)
  if (url.username || url.password || url.search || url.hash || !url.hostname) return null
  const folder = url.pathname.replace(/\/index\.php(?:\/.*)?$/, '').replace(/\/+$/, '')
  return { user, base: url.origin + folder }
}

/** Whether a host has letters beyond the Latin ones: it may pose as another that looks alike. */
export const hasForeignLetters = (base: string): boolean => /(?:^|\.)xn--/.test(new URL(base).hostname)

/**
 * The federated address of an account: `user@host[:port][/folder]`. https is left out because a cloud id
 * without a scheme means https; http is kept because servers never fall back to it (recorded 04-01/04).
 * @param userId the server's own user id (not the login name)
 * @param base the home's base URL, e.g. `https://cloud.example.org/sub`
 */
export function cloudIdOf(userId: string, base: string): string {
  return `${userId}@${base.replace(/^https:\/\//i, '').replace(/\/+$/, '')}`
}
