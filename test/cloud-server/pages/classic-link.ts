/** `public.php?service=files&t=TOKEN`: the links of ownCloud up to 7. */

import type { Call } from '../cloud-state.ts'
import { empty, redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { html } from './html.ts'
import { shareNotFoundPage } from './messages.ts'
import { guestPage } from './page.ts'
import { showSharePage } from './share-page.ts'

const isFiles = ({ request }: Call): boolean => request.query.get('service') === 'files'
const tokenOf = ({ request }: Call): string => request.query.get('t') ?? ''

/** Since 8 they lead on to the new address (seen on 10.15: 307). */
export function leaveClassicPage(call: Call): Answer {
  return isFiles(call) ? redirect(307, `${call.cloud.webroot}/index.php/s/${tokenOf(call)}`) : empty(404)
}

/** Source: owncloud/core v7.0.15, apps/files_sharing/public.php. */
export async function showClassicPage(call: Call): Promise<Answer> {
  if (!isFiles(call)) return empty(404)
  const share = call.cloud.shares.linkByToken(tokenOf(call))
  if (!share) return shareNotFoundPage(call)
  const isOpen = share.password === undefined || call.session.unlocked.has(share.id)
  return isOpen ? showSharePage({ ...call, part: { token: share.token } }) : classicPrompt(call)
}

/** No request token is asked for. */
export async function unlockClassicPage(call: Call): Promise<Answer> {
  const share = call.cloud.shares.linkByToken(tokenOf(call))
  if (share && share.password === text(call.request, 'password')) call.session.unlocked.add(share.id)
  return showClassicPage(call)
}

function classicPrompt(call: Call): Answer {
  const action = `${call.cloud.base}/public.php?service=files&t=${tokenOf(call)}`
  const box = html`<form action="${action}" method="post">
    <fieldset>
      <div class="warning-info">This share is password-protected</div>
      <p>
        <label for="password">Password</label><input type="password" name="password" id="password" autofocus />
        <input type="submit" value="" class="svg icon-confirm" />
      </p>
    </fieldset>
  </form>`
  return guestPage(call, { title: 'ownCloud', box })
}
