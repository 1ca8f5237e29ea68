/** Signing in with a form (recorded: nextcloud-32.0.1/05-06, 05-07, 06-20; owncloud-10.15.2/470, 471). */

import { hasRequestToken } from '../auth/csrf.ts'
import { logIn } from '../auth/visitor.ts'
import type { Call } from '../cloud-state.ts'
import { empty, redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { requestToken } from '../store/sessions.ts'
import { html } from './html.ts'
import { guestPage } from './page.ts'

/** The meta element lifts the no-referrer policy, under which browsers send `Origin: null` with a form. */
const head = html`<meta name="referrer" content="same-origin" />`

export function showLogin(call: Call): Answer {
  const { cloud, request, session, visitor } = call
  const target = request.query.get('redirect_url') ?? ''
  if (visitor.kind === 'user') return redirect(303, landing(call, target))
  const complaint = request.query.has('user')
    ? html`<p class="warning" role="alert">Wrong login or password.</p>`
    : undefined
  const box = html`<form method="post" name="login" action="${cloud.base}/login">
    <h2>Log in to ${cloud.product.title}</h2>
    ${complaint}
    <p>
      <label for="user">Account name or email</label
      ><input
        type="text"
        name="user"
        id="user"
        autocomplete="username"
        value="${request.query.get('user') ?? ''}"
        autofocus
      />
    </p>
    <p>
      <label for="password">Password</label
      ><input type="password" name="password" id="password" autocomplete="current-password" />
    </p>
    <input type="hidden" name="requesttoken" value="${requestToken(session)}" /><input
      type="hidden"
      name="redirect_url"
      value="${target}"
    />
    <input type="hidden" name="timezone" value="UTC" /><input type="hidden" name="timezone_offset" value="0" />
    <p><button type="submit" id="submit-form" class="button">Log in</button></p>
  </form>`
  return guestPage(call, { title: 'Login', box, head })
}

export function submitLogin(call: Call): Answer {
  const { cloud, request, session } = call
  const typed = text(request, 'user') ?? ''
  const target = text(request, 'redirect_url') ?? ''
  const again = `${cloud.webroot}/login?direct=1&user=${encodeURIComponent(typed)}${target === '' ? '' : `&redirect_url=${encodeURIComponent(target)}`}`
  const isForeign = cloud.product.auth.loginNeedsOrigin && request.headers['origin'] !== new URL(cloud.base).origin
  if (!hasRequestToken(call) || isForeign) return redirect(303, again)
  if (cloud.throttle.isBlocked('login')) return empty(429)
  const visitor = logIn(cloud, typed, text(request, 'password') ?? '')
  if (visitor.kind !== 'user' || visitor.via !== 'password') {
    cloud.throttle.fail('login')
    return redirect(303, again)
  }
  cloud.sessions.logIn(session, visitor.user.id, typed)
  const answer = redirect(303, landing(call, target))
  const remember = { nc_username: visitor.user.id, nc_token: session.id, nc_session_id: session.id }
  const cookies = Object.entries(remember).map(
    ([name, value]) => `${name}=${value}; Path=${cloud.webroot || '/'}; Max-Age=1296000; HttpOnly; SameSite=Lax`,
  )
  return cloud.product.family === 'nextcloud'
    ? { ...answer, headers: { ...answer.headers, 'Set-Cookie': cookies } }
    : answer
}

export function logOut({ cloud, session }: Call): Answer {
  cloud.sessions.drop(session)
  return redirect(303, `${cloud.base}/login?clear=1`)
}

/** Only paths of this cloud are followed. */
function landing({ cloud }: Call, target: string): string {
  const isLocal = /^\/(?![/\\])/.test(target)
  return isLocal ? new URL(cloud.base).origin + target : `${cloud.base}/apps/files/`
}
