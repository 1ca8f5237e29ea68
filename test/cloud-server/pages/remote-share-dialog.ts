/**
 * The Files app's answer to `#remote=…&token=…&name=…` in its address: a dialog, then the call that mounts the link
 * (recorded: nextcloud-21.0.5/03-41, owncloud-10.15.2/390). It runs on a full page load only, and a login on the way
 * loses the hash.
 */

import type { Call, CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'

/** How a page of this product gets the script to run. */
export function remoteShareScript(cloud: CloudState): { script: string } | { scriptUrl: string } {
  const isNextcloud = cloud.product.family === 'nextcloud'
  return isNextcloud ? { script: source(cloud) } : { scriptUrl: `${cloud.base}/apps/files_sharing/js/external.js` }
}

export function sendRemoteShareScript({ cloud }: Call): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: source(cloud) }
}

function source(cloud: CloudState): string {
  const path =
    cloud.product.family === 'nextcloud' ? 'federatedfilesharing/askForFederatedShare' : 'files_sharing/external'
  return dialog.replace('ENDPOINT', `${cloud.webroot}/index.php/apps/${path}`)
}

/** Nextcloud answers `{message}`; ownCloud nothing when it worked, else `{data: {message}}`. */
const dialog = `
const asked = new URLSearchParams(location.hash.slice(1))
if (asked.get('remote') && asked.get('token') && asked.get('name')) {
  history.replaceState(null, '', location.pathname + location.search)
  const dialog = document.createElement('dialog')
  dialog.setAttribute('aria-label', 'Remote share')
  const form = document.createElement('form')
  form.method = 'dialog'
  const question = document.createElement('p')
  question.textContent = 'Do you want to add the remote share ' + asked.get('name') + ' from ' + asked.get('remote') + '?'
  const password = document.createElement('input')
  password.type = 'password'
  password.placeholder = 'Remote share password'
  password.hidden = asked.get('protected') !== '1'
  const button = (label, value) => Object.assign(document.createElement('button'), { textContent: label, value, className: 'button' })
  form.append(question, password, button('Cancel', 'cancel'), button('Add remote share', 'add'))
  dialog.append(form)
  document.body.append(dialog)
  dialog.showModal()
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'add') return
    asked.set('password', password.value)
    const answer = await fetch('ENDPOINT', { method: 'POST', headers: { requesttoken: document.head.dataset.requesttoken }, body: asked })
    const text = await answer.text()
    if (text === '') return location.reload()
    const told = JSON.parse(text)
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    said.textContent = told.message ?? told.data.message
    document.getElementById('content').prepend(said)
  })
}
`
