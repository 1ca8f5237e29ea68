/** Request tokens: proof that a request comes from a page of this very session. */

import type { Call } from '../cloud-state.ts'
import { text } from '../http/incoming.ts'
import { isRequestToken } from '../store/sessions.ts'

/** In a header, a form field or the query. */
export function hasRequestToken({ request, session }: Call): boolean {
  const token = request.headers['requesttoken'] ?? text(request, 'requesttoken')
  return token !== undefined && isRequestToken(session, token)
}

/** Routes outside OCS (recorded: nextcloud-32.0.1/04-40 and nextcloud-21.0.5/04-40: same request, 200 and 412). */
export function passesCsrf(call: Call): boolean {
  const byHeader = call.cloud.product.auth.ocsHeaderPassesCsrf && call.request.headers['ocs-apirequest'] !== undefined
  return byHeader || hasRequestToken(call)
}
