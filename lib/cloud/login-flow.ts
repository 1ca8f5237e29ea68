import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { hasNoSuchRoute, isRedirect } from './answer.ts'
import type { Http } from './http.ts'
import { parseJson, textField } from './json.ts'
import { ownUrl } from './own-url.ts'
import { refusalOf, unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'

export interface LoginStart {
  /** To be opened in a tab; always on the base's own host. */
  loginUrl: string
  /** Secret: whoever has it gets the app password. Good for 20 minutes. */
  pollToken: string
}

export interface LoginGrant {
  /** Base URL of the home as it calls itself, when it is on the same origin; else the base we asked. */
  server: string
  /** What the user typed, possibly an e-mail address: only good together with this app password (recorded 13-12). */
  loginName: string
  appPassword: string
}

/**
 * Begins Login Flow v2: `POST /index.php/login/v2`. Recorded: nextcloud-32.0.1/05-01, 10-25.
 * Failures: `home-too-old` (no such route: ownCloud, or Nextcloud before 16), `not-a-cloud` (its URLs lead elsewhere).
 */
export async function startLogin(http: Http): Promise<Result<LoginStart>> {
  const result = await http.sendRaw({ method: 'POST', path: '/index.php/login/v2' })
  if (!result.ok) return result
  const answer = result.value
  if (hasNoSuchRoute(answer)) return failed(failure('home-too-old', whatCame(answer)))
  if (answer.status !== 200) return failed(refusalOf(answer) ?? unexpected(answer))
  const body = parseJson(answer.text)
  const pollToken = textField(body, 'poll', 'token')
  const login = textField(body, 'login')
  if (!pollToken || !login) return failed(failure('answer-unreadable', whatCame(answer)))
  const loginUrl = ownUrl(login, http.base)
  if (!loginUrl) return failed(failure('not-a-cloud', `its login page is elsewhere: ${hostOf(login)}`))
  return ok({ loginUrl: loginUrl.href, pollToken })
}

/**
 * Asks whether the user has granted access. Null: not yet, or never (expired, unknown and already fetched look the
 * same), so the caller keeps its own clock. The grant is told exactly once. The address is built from the base: the
 * one the server names may have the wrong scheme. Recorded: nextcloud-32.0.1/05-02, 05-11, 05-12, 13-12.
 */
export async function pollLogin(http: Http, pollToken: string): Promise<Result<LoginGrant | null>> {
  const result = await http.send({ method: 'POST', path: '/index.php/login/v2/poll', form: { token: pollToken } })
  if (!result.ok) return result
  const answer = result.value
  if (answer.status === 404) return ok(null)
  if (answer.status !== 200) return failed(unexpected(answer))
  const body = parseJson(answer.text)
  const loginName = textField(body, 'loginName')
  const appPassword = textField(body, 'appPassword')
  if (!loginName || !appPassword) return failed(failure('answer-unreadable', whatCame(answer)))
  return ok({ server: serverOf(textField(body, 'server'), http.base), loginName, appPassword })
}

/**
 * Whether the server still knows a login under way. It forgets one as soon as it has told the grant, heard or not, and
 * after 20 minutes; then its login page is forbidden, else it leads on to the next (recorded 05-03; nextcloud/server
 * core/Controller/ClientFlowLoginV2Controller.php). Undefined when that cannot be told.
 */
export async function isLoginKnown(http: Http, loginUrl: string): Promise<boolean | undefined> {
  if (!loginUrl.startsWith(`${http.base}/`)) return undefined
  const result = await http.sendRaw({ method: 'GET', path: loginUrl.slice(http.base.length) })
  if (!result.ok) return undefined
  if (isRedirect(result.value)) return true
  return result.value.status === 403 ? false : undefined
}

/** Only the same origin counts: the app password must not travel to where no permission was given, nor over http. */
function serverOf(named: string | undefined, base: string): string {
  const url = ownUrl(named, base)
  if (!url || url.origin !== new URL(base).origin) return base
  return url.origin + url.pathname.replace(/\/index\.php(?:\/.*)?$/, '').replace(/\/+$/, '')
}

const hostOf = (text: string): string => (URL.canParse(text) ? new URL(text).host : 'no address')
