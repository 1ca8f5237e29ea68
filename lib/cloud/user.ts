import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Http } from './http.ts'
import { askOcs } from './ocs.ts'
import { textOf } from './xml.ts'

export interface User {
  /** The server's own id: not always what the user signs in with, and the only thing a cloud id is made of. */
  id: string
  displayName: string
}

/** Who the app password belongs to. Recorded: nextcloud-32.0.1/01-12, 13-13, owncloud-10.15.2/112, 124. */
export async function readUser(http: Http): Promise<Result<User>> {
  const answer = await askOcs(http, { method: 'GET', path: '/cloud/user' })
  if (!answer.ok) return answer
  const id = textOf(answer.value ?? undefined, 'id')
  if (!id) return failed(failure('answer-unreadable', 'no user id'))
  // ownCloud knows only the spelling with a hyphen.
  const name = textOf(answer.value ?? undefined, 'display-name') || textOf(answer.value ?? undefined, 'displayname')
  return ok({ id, displayName: name || id })
}
