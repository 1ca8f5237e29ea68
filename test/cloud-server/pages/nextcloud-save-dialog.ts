/** Nextcloud's own "Add to your Nextcloud": field for a cloud id, createFederatedShare, then off to home. */

import { html } from './html.ts'
import type { Html } from './html.ts'
import type { SharedItem } from './share-page.ts'

export function saveDialog(item: SharedItem): Html {
  return html`<div class="popover" id="public-page-menu--list" hidden>
      ${item.canSave && html`<button id="public-page-menu--save">Add to your Nextcloud</button>`}<a href="${item.url}"
        >Direct link</a
      >
    </div>
    ${
      item.canSave &&
      html`<dialog id="public-page-menu--dialog" aria-label="Add to your Nextcloud">
        <form method="dialog" data-token="${item.share.token}">
          <p>
            <label>Federated user <input type="text" name="shareWith" placeholder="user@your-nextcloud.org" /></label>
          </p>
          <p class="message"></p>
          <button class="button" value="cancel">Cancel</button>
          <button class="button" value="create">Create share</button>
        </form>
      </dialog>`
    }`
}

export const saveScript = `
const list = document.getElementById('public-page-menu--list')
document.getElementById('public-page-menu--toggle').addEventListener('click', () => { list.hidden = !list.hidden })
const dialog = document.getElementById('public-page-menu--dialog')
document.getElementById('public-page-menu--save')?.addEventListener('click', () => { list.hidden = true; dialog.showModal() })
dialog?.querySelector('form').addEventListener('submit', async (event) => {
  if (event.submitter.value !== 'create') return
  event.preventDefault()
  const root = location.pathname.replace(/(\\/index\\.php)?\\/s\\/.*$/, '')
  const body = JSON.stringify({ shareWith: event.target.elements.shareWith.value, token: event.target.dataset.token })
  const headers = { 'Content-Type': 'application/json', requesttoken: document.head.dataset.requesttoken }
  const answer = await fetch(root + '/index.php/apps/federatedfilesharing/createFederatedShare', { method: 'POST', headers, body })
  const said = await answer.json()
  if (said.remoteUrl) location.href = said.remoteUrl
  else dialog.querySelector('.message').textContent = said.message
})
`
