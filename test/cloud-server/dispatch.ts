/** From a request to an answer: what every server checks first, then the part that is responsible. */

import { failure, renderOcs } from './answers/ocs.ts'
import { phpJson } from './answers/php-json.ts'
import { identify } from './auth/visitor.ts'
import type { Call, CloudState } from './cloud-state.ts'
import { davError } from './dav/handler.ts'
import { answerDavRoute } from './dav/routes.ts'
import { empty } from './http/answer.ts'
import type { Answer } from './http/answer.ts'
import { sessionCookies } from './http/session-cookies.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { Incoming } from './http/incoming.ts'
import { ocsProvider } from './products/ocs-provider.ts'
import { answerOpencloud } from './pages/opencloud.ts'
import { maintenanceAnswer, untrustedDomainAnswer } from './pages/messages.ts'
import { answerOcs } from './routes/answer-ocs.ts'
import { answerPage } from './routes/answer-page.ts'

export async function dispatch(cloud: CloudState, request: Incoming): Promise<Answer> {
  if (request.headers['host'] !== new URL(cloud.base).host) return untrustedDomainAnswer()
  if (cloud.product.name === 'opencloud') return answerOpencloud(cloud, request)
  const open = withoutSession(cloud, request)
  if (open) return open
  if (cloud.settings.maintenance) return inMaintenance(cloud, request)
  const { session, visitor } = identify(cloud, request, cloud.sessions.open(request))
  const call: Call = { cloud, request, session, visitor, part: {} }
  const answer = (await answerOcs(call)) ?? (await answerDavRoute(call)) ?? (await answerPage(call))
  const userId =
    saysUserId(call) && visitor.kind === 'user' && answer.status !== 405 ? { 'X-User-Id': visitor.user.id } : {}
  const cookies = [...sessionCookies(call), ...[answer.headers['Set-Cookie'] ?? []].flat()]
  return {
    ...answer,
    headers: {
      ...securityHeaders(cloud),
      ...userId,
      ...answer.headers,
      ...(cookies.length > 0 ? { 'Set-Cookie': cookies } : {}),
    },
  }
}

function saysUserId({ cloud, request }: Call): boolean {
  const { sendsUserId } = cloud.product.ocs
  return sendsUserId === 'everywhere' || (sendsUserId !== 'never' && !/^\/(remote|public)\.php/.test(request.path))
}

/** Scripts of their own, which know neither sessions nor users. */
function withoutSession(cloud: CloudState, request: Incoming): Answer | undefined {
  const { product, base, settings } = cloud
  const isNextcloud = product.family === 'nextcloud'
  const path = isNextcloud ? request.path.replace(/^\/index\.php(?=\/ocm-provider)/, '') : request.path
  if (path === '/status.php') return plainJson(product.status(settings.maintenance), product.statusHeaders)
  // 32 goes down with maintenance, the others keep answering (recorded: 06-30 of both Nextcloud folders, owncloud-10.15.2/768).
  const isDown = settings.maintenance && product.maintenance.hidesOcmProvider
  if (product.name === 'owncloud-7') return undefined
  if (/^\/ocm-provider\/?$/.test(path) && !isDown) {
    return plainJson(
      product.ocmProvider(cloud),
      isNextcloud ? { 'X-NEXTCLOUD-OCM-PROVIDERS': '1' } : { 'Content-Type': 'application/json; charset=utf-8' },
    )
  }
  if (path === '/ocs-provider') return empty(301, { Location: `${base}/ocs-provider/` })
  if (path === '/ocs-provider/') return plainJson(ocsProvider(cloud))
  return undefined
}

function plainJson(value: unknown, headers: Record<string, string> = {}): Answer {
  return { status: 200, headers: { 'Content-Type': 'application/json', ...headers }, body: phpJson(value) }
}

/** Recorded: nextcloud-32.0.1/06-30-*, owncloud-10.15.2/760-768. */
function inMaintenance(cloud: CloudState, request: Incoming): Answer {
  const { headers, davException, davMessage } = cloud.product.maintenance
  const digit = /^\/ocs\/v([12])\.php/.exec(request.path)?.[1]
  const reply = { ...failure(503, 'Service unavailable'), isBare: true, headers: { ...headers } }
  if (digit) return renderOcs(cloud, request, digit === '1' ? 1 : 2, reply)
  return request.path.startsWith('/remote.php') ? davError(503, davException, davMessage) : maintenanceAnswer(cloud)
}
