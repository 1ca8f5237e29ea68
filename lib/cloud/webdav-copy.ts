import { failure, type Failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import type { Http } from './http.ts'
import { unexpected } from './refusal.ts'
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

/**
 * Copies a file or folder inside the account's Files, never over something that is there (RFC 4918, 9.8). The answer
 * comes when all is copied; who gets none must look whether the destination exists.
 *
 * Failures: `name-taken` (412), `folder-gone` (409: the folder it should go into), `share-gone` (404: the source),
 * `storage-full` (507), `home-refused` (403), and those of any call.
 */
export async function copyFile(http: Http, { userId, from, to }: Copy): Promise<Result<void>> {
  const result = await http.send({
    method: 'COPY',
    path: filesPath(userId, from),
    headers: { Destination: http.base + filesPath(userId, to), Overwrite: 'F', Depth: 'infinity' },
    timeoutMs: copyTimeout,
  })
  if (!result.ok) return result
  const { status } = result.value
  return status === 201 || status === 204 ? ok() : failed(refusalOfCopy(result.value))
}

function refusalOfCopy(answer: Answer): Failure {
  const words = textOf(parseXml(answer.text) ?? undefined, 'message')
  switch (answer.status) {
    case 403:
      return failure('home-refused', words)
    case 404:
      return failure('share-gone')
    case 409:
      return failure('folder-gone')
    case 412:
      return failure('name-taken')
    case 507:
      return failure('storage-full', words)
    default:
      return unexpected(answer)
  }
}
