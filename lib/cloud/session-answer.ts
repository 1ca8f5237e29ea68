import { failure, type Failure, type FailureCode } from '../domain/failure.ts'
import type { MountAnswer } from '../domain/mount-request.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import { parseJson, textField } from './json.ts'
import { readAsk } from './public-link.ts'
import { refusalOf, unexpected } from './refusal.ts'

/**
 * Reads what an ownCloud home answered to its own dialog's call: nothing when the link is mounted, else JSON under a
 * status that is always 200. Recorded: owncloud-10.15.2/410, 413, 430-449, 830, 843, 870, 887.
 *
 * The texts are in the account's language. One that is not understood is `remote-refused`, or `password-wrong` after a
 * password: look at home and remote to tell. "Password might be wrong" is said of links that are gone, too.
 */
export function readExternal(told: MountAnswer, withPassword: boolean): Result<void> {
  const answer = asAnswer(told)
  if (told.status === 0) return failed(failure('job-interrupted'))
  if (told.status === 200 && told.body.trim() === '') return ok()
  const body = parseJson(told.body)
  const message = textField(body, 'data', 'message')
  if (told.status === 200 && message) return failed(refusal(message, textField(body, 'data', 'error'), withPassword))
  return failed(sessionRefusal(answer) ?? unexpected(answer))
}

/** Reads what a Nextcloud home answered to its own dialog's call. Recorded: nextcloud-21.0.5/04-A3 to A6, 04-40. */
export function readSessionAsk(told: MountAnswer, withPassword: boolean): Result<void> {
  const answer = asAnswer(told)
  if (told.status === 0) return failed(failure('job-interrupted'))
  const refused = told.status === 412 ? failure('home-sign-in-missing') : sessionRefusal(answer)
  return refused ? failed(refused) : readAsk(answer, withPassword)
}

/** The web session is not the app password: that it ended says nothing about the account. */
function sessionRefusal(answer: Answer): Failure | null {
  const isOver = answer.status === 401 || (answer.status >= 300 && answer.status < 400)
  return isOver ? failure('home-sign-in-missing') : refusalOf(answer)
}

const sentences: [RegExp, FailureCode][] = [
  [/not enabled on this server/i, 'home-federation-off'],
  [/same user server/i, 'own-share'],
  [/is unreachable/i, 'remote-unreachable-from-home'],
  [/storage not valid/i, 'remote-maintenance'],
]

function refusal(message: string, error: string | undefined, withPassword: boolean): Failure {
  if (error === 'token_expired' || error === 'authentication_error') return failure('home-sign-in-missing', message)
  const [, code] = sentences.find(([words]) => words.test(message)) ?? []
  return failure(code ?? (withPassword ? 'password-wrong' : 'remote-refused'), message)
}

const asAnswer = ({ status, body }: MountAnswer): Answer => ({
  status,
  contentType: '',
  text: body,
  header: () => null,
})
