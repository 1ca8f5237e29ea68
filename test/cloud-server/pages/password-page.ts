/** The prompt of a password-protected link (landmarks: server-facts.md 1.4, 1.5; recorded/README.md 3 and 4). */

import { translate } from '../answers/translate.ts'
import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { requestToken } from '../store/sessions.ts'
import type { Share } from '../store/shares.ts'
import { html } from './html.ts'
import { guestPage } from './page.ts'

export function passwordPage(call: Call, share: Share, complaint: string | undefined): Answer {
  const hint = translate(call.cloud, 'This share is password-protected')
  const token = requestToken(call.session)
  if (call.cloud.product.family === 'owncloud') {
    // The token is nowhere in ownCloud's prompt, only in the address.
    const box = html`<form method="post">
      <fieldset id="password-protected-share">
        ${complaint === undefined ? html`<div class="warning-info">${hint}</div>` : html`<div class="warning">${complaint}</div>`}
        <p>
          <label for="password">Password</label><input type="hidden" name="requesttoken" value="${token}" /><input
            type="password"
            name="password"
            id="password"
            autofocus
          />
          <input type="submit" id="password-submit" class="button" value="OK" />
        </p>
      </fieldset>
    </form>`
    return guestPage(call, { title: 'ownCloud', box })
  }
  const formId = call.cloud.product.links.passwordFormId
  const box = html`<form method="post" ${formId !== undefined && html`id="${formId}"`}>
    <fieldset>
      ${complaint === undefined ? html`<div class="warning-info">${hint}</div>` : html`<div class="warning wrongPasswordMsg">${complaint}</div>`}
      <p>
        <label for="password">Password</label><input type="hidden" name="requesttoken" value="${token}" />
        <input type="password" name="password" id="password" autocomplete="new-password" autofocus />
        <input type="hidden" name="sharingToken" value="${share.token}" id="sharingToken" /><input
          type="hidden"
          name="sharingType"
          value="3"
          id="sharingType"
        />
        <input type="submit" id="password-submit" class="button" value="Submit" disabled />
      </p>
    </fieldset>
  </form>`
  const script =
    "const field = document.getElementById('password'); field.addEventListener('input', () => { document.getElementById('password-submit').disabled = field.value === '' })"
  return guestPage(call, { title: 'Nextcloud', box, script })
}
