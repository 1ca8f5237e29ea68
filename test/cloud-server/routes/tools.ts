/** Small endpoints outside OCS. */

import { hasRequestToken } from '../auth/csrf.ts'
import { logIn } from '../auth/visitor.ts'
import type { Call } from '../cloud-state.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { call as send } from '../http/call.ts'
import { text } from '../http/incoming.ts'
import { pageNotFoundPage } from '../pages/messages.ts'
import { requestToken } from '../store/sessions.ts'
import { randomToken } from '../store/shares.ts'

/** Recorded: nextcloud-21.0.5/04-A1, A2. A request from another site lacks the strict cookie. */
export function csrfToken({ cloud, request, session }: Call): Answer {
  const isCrossSite = request.cookies.has(cloud.sessions.cookieName) && !request.cookies.has('nc_sameSiteCookiestrict')
  return isCrossSite ? json(403, []) : json(200, { token: requestToken(session) })
}

/** ownCloud: app password for a login password (recorded: owncloud-10.15.2/710-715). */
export function generateToken({ cloud, request }: Call): Answer {
  const login = text(request, 'user')
  const password = text(request, 'password')
  if (login === undefined || password === undefined) return json(422, [])
  const visitor = logIn(cloud, login, password)
  if (visitor.kind !== 'user' || visitor.via !== 'password') return json(401, [])
  return json(200, {
    token: cloud.users.addAppPassword(
      visitor.user.id,
      login,
      text(request, 'name') ?? 'unknown client',
      randomToken(128),
    ).token,
  })
}

/** ownCloud: the security page's app passwords (recorded: owncloud-10.15.2/701-706, 717). */
export function listAuthTokens(call: Call): Answer {
  if (call.visitor.kind !== 'user' || call.visitor.via !== 'session') return json(200, [])
  if (!hasRequestToken(call)) return json(412, { message: 'CSRF check failed' })
  return json(200, call.cloud.users.appPasswordsOf(call.visitor.user.id).map(deviceToken))
}

export function createAuthToken(call: Call): Answer {
  const { cloud, request, visitor } = call
  if (visitor.kind !== 'user') return json(401, [])
  if (visitor.via !== 'session' && !request.cookies.has('cookie_test')) return json(503, [])
  if (visitor.via === 'session' && !hasRequestToken(call)) return json(412, { message: 'CSRF check failed' })
  const token = Array.from({ length: 4 }, () => randomToken(5).toUpperCase()).join('-')
  const entry = cloud.users.addAppPassword(visitor.user.id, visitor.loginName, text(request, 'name') ?? '', token)
  return json(200, { token, loginName: visitor.user.id, deviceToken: deviceToken(entry) })
}

export function deleteAuthToken(call: Call): Answer {
  const { cloud, visitor, part } = call
  if (!hasRequestToken(call)) return json(412, { message: 'CSRF check failed' })
  cloud.users.removeAppPasswords(
    (entry) => visitor.kind === 'user' && entry.user === visitor.user.id && String(entry.id) === part['id'],
  )
  return json(200, [])
}

/** Nextcloud: the owner of a device has everything on it removed. The password has to be given once more. */
export function wipeAuthToken({ cloud, request, visitor, part }: Call): Answer {
  if (visitor.kind !== 'user') return json(401, [])
  if (request.headers['authorization'] === undefined)
    return json(403, { message: 'Required authorization header missing' })
  const entry = cloud.users.appPasswordsOf(visitor.user.id).find(({ id }) => String(id) === part['id'])
  if (!entry) return json(404, [])
  cloud.users.wipe(entry)
  return json(200, [])
}

function deviceToken({ id, name }: { id: number; name: string }) {
  return { id, name, lastActivity: Math.floor(Date.now() / 1000), type: 1, canDelete: true }
}

/** Which scheme a host answers on (recorded: owncloud-10.15.2/370-372, 609d-f, 836). */
export async function testRemote(call: Call): Promise<Answer> {
  if (!hasRequestToken(call) && call.request.headers['authorization'] === undefined)
    return { ...pageNotFoundPage(call), status: 412 }
  const host = (text(call.request, 'remote') ?? '').replace(/\/+$/, '')
  for (const scheme of ['https', 'http']) {
    try {
      const reply = await send('GET', `${scheme}://${host}/status.php`)
      if (reply.status === 200 && reply.body.includes('"installed":true')) return json(200, scheme)
    } catch {
      // Not on this scheme.
    }
  }
  return json(200, false)
}

/** Recorded: nextcloud-32.0.1/01-30, owncloud-10.15.2/532: login happens too late for this one. */
export function externalShares(): Answer {
  return json(200, [])
}

export function wellKnown({ cloud, part }: Call): Answer {
  const name = part['name'] ?? ''
  if (name === 'caldav' || name === 'carddav') return empty(301, { Location: `${cloud.base}/remote.php/dav/` })
  if (name === 'ocm' && cloud.product.hasWellKnownOcm) return json(200, cloud.product.ocmProvider(cloud))
  return json(404, { message: `${name} not supported` }, { 'X-NEXTCLOUD-WELL-KNOWN': '1' })
}
