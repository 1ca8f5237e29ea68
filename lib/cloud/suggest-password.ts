import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { textOf } from './xml.ts'

/**
 * A password made by the server, so that its own policy takes it: `GET /apps/password_policy/api/v1/generate`
 * (Nextcloud). Recorded: nextcloud-33.0.3/14-34-generate-password. Failure: `home-too-old` where there is no such app.
 */
export async function suggestPassword(http: Http): Promise<Result<string>> {
  const answer = await askOcs(http, { method: 'GET', path: '/apps/password_policy/api/v1/generate' })
  if (!answer.ok) return answer
  const password = textOf(answer.value ?? undefined, 'password')
  return password ? ok(password) : failed(failure('home-too-old', 'no password'))
}
