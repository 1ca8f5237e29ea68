import { failure, type Failure, type FailureCode } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import type { Http } from './http.ts'
import { refusalOf, unexpected } from './refusal.ts'
import { filesPath } from './webdav.ts'
import { parseXml, textOf } from './xml.ts'

export interface Copy {
  /** The server's own id of the user. */
  userId: string
  /** In the account's Files, e.g. `/Photos`. */
  from: string
  to: string
}

/** The home fetches every byte from the remote before it answers, in milliseconds. */
const copyTimeout = 30 * 60_000

const silent: FailureCode[] = ['home-unreachable', 'answer-too-large']

/**
 * Copies a file or folder inside the account's Files, never over something that is there (RFC 4918, 9.8). The answer
 * comes when all is copied.
 *
 * @returns `unknown` when no answer came, or one of a proxy that did not want to wait: the home may be copying all the
 * same, so look at the destination before anything is sent again
 *
 * Failures: `name-taken` (412), `folder-gone` (409: the folder it should go into), `share-gone` (404: the source),
 * `storage-full` (507), `home-refused` (403), `remote-unreachable-from-home` (503), `server-error`, and refusals of any
 * call. Some of the content may have been copied before.
 */
export async function copyFile(http: Http, { userId, from, to }: Copy): Promise<Result<'copied' | 'unknown'>> {
  const result = await http.sendRaw({
    method: 'COPY',
    path: filesPath(userId, from),
    headers: { Destination: http.base + filesPath(userId, to), Overwrite: 'F', Depth: 'infinity' },
    timeoutMs: copyTimeout,
  })
  // One that never comes or never ends says nothing about the copy.
  if (!result.ok) return silent.includes(result.failure.code) ? ok('unknown') : result
  const answer = result.value
  if (answer.status === 201 || answer.status === 204) return ok('copied')
  const said = parseXml(answer.text)
  if (said?.name === 'error') return failed(refusalOfCopy(answer, textOf(said, 'message')))
  return answer.status >= 500 ? ok('unknown') : failed(refusalOf(answer) ?? unexpected(answer))
}

/** What the home itself says, in Sabre's words (recorded nextcloud-32.0.1/11-11, 06-30, owncloud-10.15.2/763). */
function refusalOfCopy(answer: Answer, words: string | undefined): Failure {
  switch (answer.status) {
    case 403:
      return failure('home-refused', words)
    case 404:
      return failure('share-gone')
    case 409:
      return failure('folder-gone')
    case 412:
      return failure('name-taken')
    case 503:
      return words?.includes('maintenance')
        ? failure('home-maintenance')
        : failure('remote-unreachable-from-home', words)
    case 507:
      return failure('storage-full', words)
    default:
      return refusalOf(answer) ?? failure('server-error', words)
  }
}
