import { failure, type Failure } from '../domain/failure.ts'
import { createFederatedShareRequest } from '../domain/mount-request.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { MountAnswer } from '../protocol.ts'
import type { Answer } from './answer.ts'
import { exchange, type Fetch } from './exchange.ts'
import { mountTimeout, type Http } from './http.ts'
import { parseJson, textField } from './json.ts'
import { unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'

/**
 * Asks the remote from the background to send a link's item to a cloud id. Never repeat it blindly: it is synchronous
 * on the servers, and a late success makes the next try fail with "already shared".
 * @returns the answer for `readMountAnswer`; status 0 when none came
 */
export async function sendToCloudId(
  fetch: Fetch,
  link: PublicLink,
  shareWith: string,
  password?: string,
): Promise<MountAnswer> {
  const { url, body } = createFederatedShareRequest(link, shareWith, password)
  const result = await exchange(fetch, url, { method: 'POST', body, timeoutMs: mountTimeout })
  if (!result.ok) return { status: 0, body: result.failure.detail ?? '' }
  return { status: result.value.status, body: result.value.text.slice(0, 10_000) }
}

export interface AskForShare {
  link: PublicLink
  password?: string
}

/**
 * Asks the home to ask the remote: `POST /index.php/apps/federatedfilesharing/askForFederatedShare`, Nextcloud 31 and
 * later. The home hides why the remote refused, a given password is the only clue. Never repeat it blindly.
 * Recorded: nextcloud-32.0.1/04-40 to 04-56, 08-01, nextcloud-21.0.5/04-40.
 *
 * Failures: `home-too-old` (412: it wants a CSRF token), `home-federation-off`, `remote-too-old` (not a Nextcloud),
 * `password-wrong`, `remote-refused`, and those of every call to the home.
 */
export async function askHome(http: Http, { link, password = '' }: AskForShare): Promise<Result<void>> {
  const result = await http.send({
    method: 'POST',
    path: '/index.php/apps/federatedfilesharing/askForFederatedShare',
    form: { token: link.token, remote: link.base, password, owner: '', ownerDisplayName: '', name: '' },
    timeoutMs: mountTimeout,
  })
  if (!result.ok) return result
  return readAsk(result.value, password !== '')
}

/** Reads what the home answered, whoever asked it. */
export function readAsk(answer: Answer, withPassword: boolean): Result<void> {
  const message = textField(parseJson(answer.text), 'message')
  if (answer.status === 200 && message) return ok()
  if (answer.status === 412) return failed(failure('home-too-old', whatCame(answer)))
  // The app that does all this is switched off.
  if (answer.status === 404) return failed(failure('home-federation-off', whatCame(answer)))
  if (answer.status === 400 && message !== undefined) return failed(askRefusal(message, withPassword))
  return failed(unexpected(answer))
}

/** The texts are translated into the account's language, so they are asked for in English and only hint at the cause. */
function askRefusal(message: string, withPassword: boolean): Failure {
  if (/\btoo old\b/i.test(message)) return failure('remote-too-old', message)
  if (/not enabled on this server/i.test(message)) return failure('home-federation-off', message)
  return failure(withPassword ? 'password-wrong' : 'remote-refused', message)
}
