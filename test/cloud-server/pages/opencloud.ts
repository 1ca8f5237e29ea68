/** OpenCloud: one page for every address, which a script fills (landmarks: server-facts.md 1.6). */

import type { CloudState } from '../cloud-state.ts'
import { json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import type { Incoming } from '../http/incoming.ts'
import { html, Html } from './html.ts'

export function answerOpencloud(cloud: CloudState, request: Incoming): Answer {
  const { path, method } = request
  if (path === '/status.php') return json(200, cloud.product.status(false))
  if (path === '/.well-known/ocm' || path === '/ocm-provider') return json(200, cloud.product.ocmProvider(cloud))
  const token = /\/tokeninfo\/unprotected\/([^/]+)$/.exec(path)?.[1]
  if (token !== undefined) return tokenInfo(cloud, token)
  return method === 'GET' ? shell : json(405, {})
}

function tokenInfo(cloud: CloudState, token: string): Answer {
  const share = cloud.shares.linkByToken(token)
  if (!share) return json(404, { ocs: { meta: { statuscode: 998 } } })
  return json(200, { ocs: { data: { token, password_protected: share.password !== undefined } } })
}

/** Asks about the link, then goes on to the place of its files. Hash mode where the address has one. */
const script = `
  const root = document.getElementById('opencloud')
  const isHash = location.hash.startsWith('#/')
  const path = isHash ? location.hash.slice(1) : location.pathname
  const goTo = (to) => history.replaceState(null, '', isHash ? location.pathname + '#' + to : to)
  const draw = (markup) => (root.innerHTML = markup)
  const [, token] = /^\\/s\\/([^/]+)/.exec(path) ?? []
  setTimeout(async () => {
    if (!token) return draw('<div id="web"><main>OpenCloud</main></div>')
    draw('<div class="oc-link-resolve"><span class="oc-spinner"></span></div>')
    const answer = await fetch('/ocs/v2.php/apps/files_sharing/api/v1/tokeninfo/unprotected/' + token)
    if (!answer.ok) return draw('<div class="oc-link-resolve"><p data-testid="error-message">The resource could not be located</p></div>')
    const { ocs } = await answer.json()
    if (ocs.data.password_protected) return draw('<div class="oc-link-resolve"><form><input type="password"></form></div>')
    goTo('/files/link/public/' + token)
    draw('<div id="web"><main id="files-view">Shared files</main></div>')
  }, 100)`

const markup = html`<!DOCTYPE html>
  <html>
    <head>
      <meta charset="utf-8" />
      <title>OpenCloud</title>
      <link rel="icon" href="data:," />
      <link rel="manifest" href="manifest.json" crossorigin="use-credentials" />
    </head>
    <body>
      <div id="splash-incompatible"></div>
      <div id="splash-loading"><div id="loading"></div></div>
      <div id="opencloud"></div>
      <script>
        ${new Html(script)}
      </script>
    </body>
  </html> `

const shell: Answer = { status: 200, headers: { 'Content-Type': 'text/html; charset=UTF-8' }, body: markup.text }
