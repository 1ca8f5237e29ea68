/** The prompt of a password-protected link (landmarks: server-facts.md 1.4, 1.5; recorded/README.md 3 and 4). */

import { translate } from '../answers/translate.ts'
import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { requestToken } from '../store/sessions.ts'
import type { Share } from '../store/shares.ts'
import { html } from './html.ts'
import { initialState } from './nextcloud-head.ts'
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
  if (call.cloud.product.links.drawsPrompt) return drawnPasswordPage(call, share, complaint !== undefined)
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

/**
 * Since Nextcloud 33 the page is sent empty: a script draws a form without a method, and sends it itself (server pull
 * request 57571; seen on 33.0.3).
 */
function drawnPasswordPage(call: Call, share: Share, isWrong: boolean): Answer {
  const prompt = { showPasswordReset: false, shareType: 3, invalidPassword: isWrong || null, canResendPassword: false }
  const box = html`<div id="initial-state-container" style="display: none;">
      ${initialState('files_sharing', 'sharingToken', share.token)}${initialState('core', 'publicShareAuth', prompt)}
    </div>
    <div id="core-public-share-auth" class="guest-box"></div>`
  return guestPage(call, { title: 'Nextcloud', box, script: drawPrompt })
}

const drawPrompt = `
  const make = (tag, fields) => Object.assign(document.createElement(tag), fields)
  const stateOf = (id) => JSON.parse(atob(document.getElementById('initial-state-' + id).value))
  setTimeout(() => {
    const form = make('form', { id: 'password-input-form' })
    const field = make('input', { type: 'password', name: 'password', autocomplete: 'new-password', required: true })
    const label = make('label', { textContent: 'Password' })
    label.append(field)
    const said = stateOf('core-publicShareAuth').invalidPassword ? 'You entered the wrong password' : 'This share is password-protected'
    form.append(make('p', { textContent: said }), label, make('button', { type: 'submit', textContent: 'Submit' }))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const sent = make('form', { method: 'POST', hidden: true })
      const values = {
        password: field.value.trim(),
        requesttoken: document.head.dataset.requesttoken,
        sharingToken: stateOf('files_sharing-sharingToken'),
        sharingType: '3',
      }
      for (const [name, value] of Object.entries(values)) sent.append(make('input', { type: 'hidden', name, value }))
      document.body.append(sent)
      sent.submit()
    })
    document.getElementById('core-public-share-auth').append(form)
  }, 100)`
