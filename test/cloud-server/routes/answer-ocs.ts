/** Access rules of OCS calls, in the order servers check them. */

import { failure, ocsMethodNotAllowed, renderOcs } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { hasRequestToken } from '../auth/csrf.ts'
import type { Call } from '../cloud-state.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { ocsRoutesOf } from './ocs-routes.ts'
import { findRoute } from './route.ts'
import type { Route } from './route.ts'

/** Undefined: not an OCS address. */
export async function answerOcs(call: Call): Promise<Answer | undefined> {
  const { cloud, request, visitor } = call
  const [, digit, rest = '/'] = /^\/ocs\/v([12])\.php(\/.*)?$/.exec(request.path) ?? []
  if (digit === undefined) return undefined
  const version = digit === '1' ? 1 : 2
  const say = (reply: OcsReply) => renderOcs(cloud, request, version, reply)
  if (request.method === 'OPTIONS') return preflight(call, say)
  if (visitor.kind === 'blocked') return say(failure(429, 'Reached maximum delay'))
  const { ocs } = cloud.product
  if (visitor.kind === 'rejected' && ocs.challengesRejected)
    return say({ ...failure(997, ocs.rejectedMessage), isBare: true, headers: challenge(call) })
  // Recorded: owncloud-10.15.2/107 — upstream broke this one.
  if (rest === '/ocm-provider' && cloud.product.family === 'owncloud') return empty(200)
  const found = findRoute(ocsRoutesOf(cloud), request.method, rest)
  if (found === 'wrong method') return ocsMethodNotAllowed(cloud, request)
  if (found === 'unknown')
    return say({
      ...failure(version === 1 ? ocs.unknownRoute.v1 : ocs.unknownRoute.v2, ocs.unknownRoute.message),
      isBare: true,
    })
  if (visitor.kind !== 'user' && !found.route.isPublic) return say(mustLogIn(call, found.route))
  if (failsHeader(call, found.route)) return json(412, { message: 'CSRF check failed' })
  if (failsToken(call, found.route)) return say(failure(500, 'CSRF check failed'))
  return say(await found.route.handle({ ...call, part: found.part }))
}

/** Nextcloud knows no CORS here (recorded: 06-10); ownCloud welcomes every preflight (recorded: owncloud-10.15.2/750, 751). */
function preflight(call: Call, say: (reply: OcsReply) => Answer): Answer {
  if (call.cloud.product.family === 'nextcloud') return ocsMethodNotAllowed(call.cloud, call.request)
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': 'OCS-APIREQUEST,Accept,Authorization,Content-Type',
    'Access-Control-Allow-Methods': 'GET,OPTIONS,POST,PUT,DELETE,MKCOL,PROPFIND,PATCH,PROPPATCH,REPORT',
  }
  return say({ code: 200, message: 'OPTIONS request successful', data: [], isBare: true, headers })
}

function mustLogIn(call: Call, route: Route<OcsReply>): OcsReply {
  const { ocs, family } = call.cloud.product
  const reply = failure(997, call.visitor.kind === 'rejected' ? ocs.rejectedMessage : ocs.loginMessage)
  // ownCloud's older parts ask for a password (recorded: owncloud-10.15.2/736); the rest only for a client that wants it (734).
  if (family === 'owncloud' && route.path === '/cloud/users/{id}')
    return { ...reply, isBare: true, headers: challenge(call) }
  const wantsChallenge = family === 'owncloud' && call.request.headers['oc-requestapppassword'] === 'true'
  return wantsChallenge
    ? { ...reply, headers: { 'WWW-Authenticate': 'Basic realm="ownCloud App Authentication Requested"' } }
    : reply
}

/** A browser asked by script must not pop up its password dialog (recorded: nextcloud-32.0.1/06-01-401-ocs-xrw). */
function challenge({ request }: Call): Record<string, string> {
  const scheme = request.headers['x-requested-with'] === 'XMLHttpRequest' ? 'DummyBasic' : 'Basic'
  return { 'WWW-Authenticate': `${scheme} realm="Authorisation Required"` }
}

/** Recorded: nextcloud-32.0.1/01-15..17. Other servers' calls carry no such header. */
function failsHeader(call: Call, route: Route<OcsReply>): boolean {
  const { cloud, request } = call
  if (!cloud.product.ocs.needsHeader || route.path.startsWith('/cloud/shares')) return false
  return request.headers['ocs-apirequest'] === undefined && !hasRequestToken(call)
}

/** Recorded: owncloud-10.15.2/478, 479. */
function failsToken(call: Call, route: Route<OcsReply>): boolean {
  const isBrowser =
    call.visitor.kind === 'user' &&
    call.visitor.via === 'session' &&
    call.request.headers['authorization'] === undefined
  return call.cloud.product.family === 'owncloud' && route.needsToken === true && isBrowser && !hasRequestToken(call)
}
