/** Nextcloud: a user asks home to fetch a public link from elsewhere (recorded: nextcloud-32.0.1/04-40..56, 04-80-b, 04-81-b, 08-01). */

import type { Call, CloudState } from '../cloud-state.ts'
import { translate } from '../answers/translate.ts'
import { json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { call as send, formBody } from '../http/call.ts'
import { text } from '../http/incoming.ts'
import { cloudIdOf } from './cloud-id.ts'

/** Whatever went wrong over there, the user learns next to nothing. */
export async function askForFederatedShare({ cloud, request, visitor }: Call): Promise<Answer> {
  if (visitor.kind !== 'user') return json(401, { message: '' })
  if (!cloud.settings.incomingFederation)
    return say(cloud, 400, 'Server to server sharing is not enabled on this server')
  const remote = (text(request, 'remote') ?? '').replace(/\/+$/, '')
  const password = text(request, 'password') ?? ''
  const fields = { token: text(request, 'token') ?? '', shareWith: cloudIdOf(cloud, visitor.user.id), password }
  try {
    const reply = await send(
      'POST',
      `${remote}/index.php/apps/federatedfilesharing/createFederatedShare`,
      formBody(fields),
    )
    if (reply.status >= 400) throw new Error(`${remote} said ${reply.status}`)
    if (namesRemoteUrl(reply.body))
      return say(cloud, 200, 'Federated Share request sent, you will receive an invitation. Check your notifications.')
    return say(
      cloud,
      400,
      "Couldn't establish a federated share, it looks like the server to federate with is too old (Nextcloud <= 9).",
    )
  } catch {
    return say(
      cloud,
      400,
      password === ''
        ? "Couldn't establish a federated share."
        : "Couldn't establish a federated share, maybe the password was wrong.",
    )
  }
}

/** ownCloud redirects the unknown route to its login page, which is no error to an HTTP client. */
function namesRemoteUrl(body: Buffer): boolean {
  try {
    return typeof (JSON.parse(body.toString('utf8')) as { remoteUrl?: unknown }).remoteUrl === 'string'
  } catch {
    return false
  }
}

function say(cloud: CloudState, status: number, message: string): Answer {
  return json(status, { message: translate(cloud, message) })
}
