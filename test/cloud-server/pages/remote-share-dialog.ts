/**
 * The Files app's answer to `#remote=…&token=…&name=…` in its address: a dialog, then askForFederatedShare
 * (recorded: nextcloud-21.0.5/03-41). It runs on a full page load only, and a login on the way loses the hash.
 */
export const remoteShareScript = `
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
    const root = location.pathname.replace(/(\\/index\\.php)?\\/apps\\/files.*$/, '')
    const headers = { requesttoken: document.head.dataset.requesttoken }
    const answer = await fetch(root + '/index.php/apps/federatedfilesharing/askForFederatedShare', { method: 'POST', headers, body: asked })
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    said.textContent = (await answer.json()).message
    document.getElementById('content').prepend(said)
  })
}
`
