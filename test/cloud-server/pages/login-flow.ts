/** Login Flow v2 (recorded: nextcloud-32.0.1/05-01..12, 05-90, 13-10..12). */

import { hasRequestToken } from '../auth/csrf.ts'
import type { Call } from '../cloud-state.ts'
import { empty, json, redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { randomToken } from '../store/shares.ts'
import { requestToken } from '../store/sessions.ts'
import { html } from './html.ts'
import { guestPage } from './page.ts'

export function startFlow({ cloud, request }: Call): Answer {
  const flow = cloud.flows.start(request.headers['user-agent'] ?? 'unknown')
  return json(200, {
    poll: { token: flow.pollToken, endpoint: `${cloud.base}/login/v2/poll` },
    login: `${cloud.base}/login/v2/flow/${flow.loginToken}`,
  })
}

/** 404 until granted, the result exactly once, then 404 again; no token at all breaks the server. */
export function pollFlow({ cloud, request }: Call): Answer {
  const token = text(request, 'token')
  if (token === undefined) return empty(500)
  const granted = cloud.flows.collect(token)
  return granted ? json(200, { server: cloud.base, ...granted }) : json(404, [])
}

export function enterFlow(call: Call): Answer {
  const { cloud, session, part } = call
  const flow = cloud.flows.byLoginToken(part['token'])
  if (!flow) return forbidden(call)
  session.flowToken = flow.loginToken
  return redirect(303, `${cloud.base}/login/v2/flow?user=&direct=0`)
}

export function showFlow(call: Call): Answer {
  const { cloud, session } = call
  const flow = cloud.flows.byLoginToken(session.flowToken)
  if (!flow) return forbidden(call)
  session.stateToken = randomToken(64)
  const inputs = { user: '', direct: '0', stateToken: session.stateToken }
  const fields = Object.entries(inputs).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  )
  const action = `${cloud.base}/login/v2/grant`
  const button = cloud.product.auth.flowStartsWithForm
    ? html`<form id="login-form" action="${action}" method="get">
        ${fields}<input type="submit" class="button" value="Log in" disabled />
      </form>`
    : html`<p id="redirect-link">
        <a class="button" href="${action}?${new URLSearchParams(inputs).toString()}">Log in</a>
      </p>`
  const box = html`<h2>Connect to your account</h2>
    <p>Please log in before granting ${flow.client} access to your ${cloud.product.title} account.</p>
    ${button}`
  const script =
    "const button = document.querySelector('#login-form input[type=submit]'); if (button) button.disabled = false"
  return guestPage(call, { title: 'Connect to your account', box, script })
}

export function showGrant(call: Call): Answer {
  const { cloud, session, request } = call
  const flow = cloud.flows.byLoginToken(session.flowToken)
  const stateToken = request.query.get('stateToken') ?? ''
  if (!flow || stateToken !== session.stateToken) return forbidden(call)
  const box = html`<h2>Account access</h2>
    <p>You are about to grant ${flow.client} access to your ${cloud.product.title} account as ${session.loginName}.</p>
    <form method="POST" action="${cloud.base}/login/v2/grant">
      <input type="hidden" name="requesttoken" value="${requestToken(session)}" /><input
        type="hidden"
        name="stateToken"
        value="${stateToken}"
      />
      <div id="submit-wrapper"><input type="submit" class="button" value="Grant access" /></div>
    </form>`
  return guestPage(call, { title: 'Account access', box })
}

/** Older versions hand out the user id, 32 what the user typed (recorded: nextcloud-32.0.1/13-12). */
export function grant(call: Call): Answer {
  const { cloud, session, visitor, request } = call
  const flow = cloud.flows.byLoginToken(session.flowToken)
  const isProven = hasRequestToken(call) && text(request, 'stateToken') === session.stateToken
  if (!flow || !isProven || visitor.kind !== 'user') return forbidden(call)
  const loginName = cloud.product.auth.exactLoginName ? visitor.loginName : visitor.user.id
  const { token } = cloud.users.addAppPassword(visitor.user.id, loginName, flow.client, randomToken(72))
  flow.granted = { loginName, appPassword: token }
  delete session.flowToken
  delete session.stateToken
  return guestPage(call, {
    title: 'Account connected',
    box: html`<h2>Account connected</h2>
      <p>Your client should now be connected! You can close this window.</p>`,
  })
}

function forbidden(call: Call): Answer {
  const box = html`<h2>Access forbidden</h2>
    <p>Your login token is invalid or has expired</p>`
  return guestPage(call, { title: 'Access forbidden', status: 403, box })
}
