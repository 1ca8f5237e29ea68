/** Access rules of pages and of apps' own endpoints. */

import { passesCsrf } from '../auth/csrf.ts'
import type { Call } from '../cloud-state.ts'
import { empty, json, redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { pageNotFoundPage } from '../pages/messages.ts'
import { pageRoutesOf } from './page-routes.ts'
import { findRoute } from './route.ts'

/** Pretty and `/index.php` addresses are the same (recorded: nextcloud-32.0.1/03-02, owncloud-10.15.2/302). */
export async function answerPage(call: Call): Promise<Answer> {
  const { cloud, request, visitor } = call
  const path = request.path.replace(/^\/index\.php(?=\/|$)/, '') || '/'
  const found = findRoute(pageRoutesOf(cloud), request.method, path)
  if (found === 'wrong method') return empty(405)
  if (found === 'unknown')
    return cloud.product.family === 'owncloud' ? redirect(302, `${cloud.base}/login`) : pageNotFoundPage(call)
  const { route, part } = found
  if (!route.isPublic && visitor.kind !== 'user') return mustLogIn(call)
  if (route.needsToken && !passesCsrf(call)) return json(412, { message: 'CSRF check failed' })
  return route.handle({ ...call, part })
}

/** Browsers go to the login page and come back; scripts get JSON (recorded: nextcloud-32.0.1/04-43, 04-44, 05-05). */
function mustLogIn({ cloud, request, visitor }: Call): Answer {
  const { ocs } = cloud.product
  if (visitor.kind === 'blocked') return json(429, { message: 'Reached maximum delay' })
  if (visitor.kind === 'rejected' && ocs.challengesRejected) return json(401, { message: '' })
  if (request.method !== 'GET') return json(401, { message: ocs.loginMessage })
  const query = request.query.toString()
  const target = `${cloud.webroot}${request.path}${query === '' ? '' : `?${query}`}`
  return redirect(
    303,
    `${cloud.webroot}/login?redirect_url=${encodeURIComponent(target).replaceAll('%2F', '/').replaceAll('%3F', '?')}`,
  )
}
