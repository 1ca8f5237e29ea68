import type { Credentials } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { hasNoSuchRoute } from './answer.ts'
import type { Http } from './http.ts'
import { parseJson, textField } from './json.ts'
import { askOcs } from './ocs.ts'
import { refusalOf, unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'

export interface AppPasswordRequest {
  userName: string
  /** The login password. Used for this one call, kept nowhere. */
  password: string
  /** What the user sees in the server's list of app passwords. */
  name: string
}

/**
 * Exchanges a login password for an app password on ownCloud: `POST /index.php/token/generate`, public, no CSRF.
 * It never expires and can be deleted by hand only. Recorded: owncloud-10.15.2/710-715.
 * Failures: `home-rejected-login` (also for accounts with a second factor), `home-too-old` (no such route).
 */
export async function createOnOwnCloud(http: Http, request: AppPasswordRequest): Promise<Result<Credentials>> {
  const { userName, password, name } = request
  const form = { user: userName, password, name }
  const result = await http.sendRaw({ method: 'POST', path: '/index.php/token/generate', form })
  if (!result.ok) return result
  const answer = result.value
  if (hasNoSuchRoute(answer)) return failed(failure('home-too-old', whatCame(answer)))
  if (answer.status !== 200) return failed(refusalOf(answer) ?? unexpected(answer))
  const token = textField(parseJson(answer.text), 'token')
  return token
    ? ok({ loginName: userName, appPassword: token })
    : failed(failure('answer-unreadable', whatCame(answer)))
}

/**
 * Deletes the app password this very call is made with, on Nextcloud. Recorded: nextcloud-32.0.1/05-18, 05-21, 05-23.
 * Failures: `home-rejected-login` (it was gone already), `server-error` (it is a login password), `home-too-old`
 * (ownCloud has no such call).
 */
export async function revokeOnNextcloud(http: Http): Promise<Result<void>> {
  const answer = await askOcs(http, { method: 'DELETE', path: '/core/apppassword' })
  if (!answer.ok) return answer
  return answer.value ? ok() : failed(failure('home-too-old', 'no such call'))
}
