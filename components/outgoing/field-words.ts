import { displayName } from '../../lib/domain/display-name.ts'
import type { Failure } from '../../lib/domain/failure.ts'
import { failureText, type Translate } from '../../lib/domain/text.ts'

/** What is wrong, for the line below a field: in our words, with the server's own where it gave any. */
export function fieldError(t: Translate, failure: Failure): string {
  const { title } = failureText(t, failure)
  return failure.detail ? t('outgoing_server_says', title, displayName(failure.detail)) : title
}
