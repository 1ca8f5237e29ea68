/** Remote wipe, Nextcloud only (recorded: nextcloud-33.0.3/15-01 to 15-08). */

import type { Call } from '../cloud-state.ts'
import { json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'

export function checkWipe({ cloud, request }: Call): Answer {
  return cloud.users.isDoomed(text(request, 'token') ?? '') ? json(200, { wipe: true }) : json(404, [])
}

export function finishWipe({ cloud, request }: Call): Answer {
  return cloud.users.finishWipe(text(request, 'token') ?? '') ? json(200, []) : json(404, [])
}
