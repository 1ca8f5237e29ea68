/** Tables of routes. */

import type { Call } from '../cloud-state.ts'
import { decode } from '../http/incoming.ts'
import type { User } from '../store/users.ts'

export interface Route<Reply> {
  readonly method: string
  /** `/s/{token}`: a part in braces matches up to the next slash. */
  readonly path: string
  readonly handle: (call: Call) => Reply | Promise<Reply>
  /** Default: signed-in users only. */
  readonly isPublic?: boolean
  /** Needs a request token (or what the product takes for one). */
  readonly needsToken?: boolean
}

export type Match<Reply> = { route: Route<Reply>; part: Record<string, string> } | 'unknown' | 'wrong method'

export function findRoute<Reply>(routes: readonly Route<Reply>[], method: string, path: string): Match<Reply> {
  const asked = method === 'HEAD' ? 'GET' : method
  let isKnown = false
  for (const route of routes) {
    const part = partsOf(route.path, path)
    if (part && route.method === asked) return { route, part }
    isKnown ||= part !== undefined
  }
  return isKnown ? 'wrong method' : 'unknown'
}

function partsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const part: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    const name = /^\{(.+)\}$/.exec(segment)?.[1]
    if (name === undefined ? segment !== value : value === '') return undefined
    if (name !== undefined) part[name] = decode(value)
  }
  return part
}

/** For handlers behind a login; the router has checked already. */
export function userOf({ visitor }: Call): User {
  if (visitor.kind !== 'user') throw new Error('This route must not be public')
  return visitor.user
}
