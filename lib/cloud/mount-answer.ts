import { failure, type Failure, type FailureCode } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { MountAnswer } from '../protocol.ts'
import { parseJson, textField } from './json.ts'

export interface MountQuestion {
  /** The cloud id the remote was told. */
  cloudId: string
  /** A password went with the question. */
  withPassword: boolean
}

/**
 * Reads what a remote answered to `createFederatedShare`, from the page or from the background.
 * Recorded: nextcloud-32.0.1/04-01 to 04-12, 04-70 to 04-81, 08-02, 13-03; nextcloud-33.0.3/04-70 to 04-75.
 *
 * A refusal is a 400 with a text in the language of the request. English is asked for from the background only
 * (pages cannot choose), so its words are a last resort: what is not understood is `remote-refused` with the text as
 * detail. A text that quotes the cloud id says "already shared" or "could not find" in whatever language; after it,
 * look at home to tell.
 */
export function readMountAnswer(answer: MountAnswer, question: MountQuestion): Result<void> {
  const body = parseJson(answer.body)
  if (answer.status === 200 && textField(body, 'remoteUrl')) return ok()
  const message = textField(body, 'message')
  if (answer.status === 400 && message) return failed(refusal(message, question))
  return failed(failure(byStatus(answer.status), `HTTP ${answer.status}${message ? `: ${message}` : ''}`))
}

function byStatus(status: number): FailureCode {
  if (status === 0) return 'job-interrupted'
  if (status === 429) return 'remote-throttled'
  if (status === 503) return 'remote-maintenance'
  // Without the call a server answers 404, 405, a page, or (ownCloud) a redirect to its login.
  const noSuchCall = status === 404 || status === 405 || (status >= 200 && status < 400)
  return noSuchCall ? 'remote-too-old' : 'remote-refused'
}

function refusal(message: string, { cloudId, withPassword }: MountQuestion): Failure {
  const quoted = message.includes(cloudId) ? sentences.slice(0, quoting) : sentences
  const [, code] = quoted.find(([words]) => words.test(message)) ?? []
  if (code === 'password-needed' && withPassword) return failure('password-wrong', message)
  return failure(code ?? 'remote-refused', message)
}

/** The texts that quote the cloud id also quote the item's name, which could be any of the other texts: they go first. */
const quoting = 2

const sentences: [RegExp, FailureCode][] = [
  [/\balready shared with\b/i, 'already-mounted'],
  [/\bcould not find\b.*\b(?:unreachable|self-signed)\b/is, 'remote-cannot-reach-home'],
  [/no permission to access the share/i, 'password-needed'],
  [/does(?:n't| not) exist|disabled user|share not found/i, 'link-gone'],
  [/file drop/i, 'link-upload-only'],
  // Nextcloud 33 has one sentence for file drops and for links without downloads (recorded 33.0.3/04-72).
  [/download restricted/i, 'link-not-downloadable'],
  [/read permissions?/i, 'link-not-readable'],
  [/outgoing federated shares?/i, 'remote-federation-off'],
  [/federated share (?:to|with) the same (?:account|user)/i, 'own-share'],
  [/invalid federated cloud id/i, 'remote-refused'],
]
