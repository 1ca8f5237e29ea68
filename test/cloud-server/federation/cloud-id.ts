/** Federated addresses: `user@[scheme://]host[:port][/path]`. */

import type { CloudState } from '../cloud-state.ts'

export interface CloudId {
  user: string
  /** As given, without trailing slash and `/index.php`; a scheme stays. */
  remote: string
}

/** Splits at the last `@` before the first `/` or `:`, so that user ids may contain `@` (server-facts.md 2.7). */
export function parseCloudId(id: string): CloudId | undefined {
  const end = id.search(/[/:]/)
  const at = (end < 0 ? id : id.slice(0, end)).lastIndexOf('@')
  const remote = normaliseRemote(id.slice(at + 1))
  return at > 0 && remote !== '' ? { user: id.slice(0, at), remote } : undefined
}

export function normaliseRemote(remote: string): string {
  return remote.replace(/\/index\.php(\/.*)?$/, '').replace(/\/+$/, '')
}

/** The scheme https is the unspoken one; http stays visible. */
export function formatCloudId({ user, remote }: CloudId): string {
  return `${user}@${remote.replace(/^https:\/\//, '')}`
}

export function cloudIdOf(cloud: CloudState, user: string): string {
  return formatCloudId({ user, remote: cloud.base })
}

export function isSameServer(one: string, other: string): boolean {
  const bare = (remote: string) =>
    normaliseRemote(remote)
      .replace(/^https?:\/\//, '')
      .toLowerCase()
  return bare(one) === bare(other)
}
