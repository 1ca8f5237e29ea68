/** Cookies an answer sets so that the browser can open its session again. */

import type { Call } from '../cloud-state.ts'

/** Recorded: nextcloud-32.0.1/04-15 (lax), owncloud-10.15.2/540 (the passphrase strict, the session unmarked). */
export function sessionCookies({ cloud, session, visitor }: Call): string[] {
  if (!session.changed) return []
  const path = cloud.webroot || '/'
  const isNextcloud = cloud.product.family === 'nextcloud'
  const lax = isNextcloud ? '; SameSite=Lax' : ''
  const passphrase = `oc_sessionPassphrase=${encodeURIComponent(session.passphrase)}; path=${path}; HttpOnly; SameSite=${isNextcloud ? 'Lax' : 'Strict'}`
  const sameSite = ['lax', 'strict'].map(
    (value) =>
      `nc_sameSiteCookie${value}=true; path=${path}; httponly;expires=Fri, 31-Dec-2100 23:59:59 GMT; SameSite=${value}`,
  )
  const usedBasic = visitor.kind === 'user' && visitor.via !== 'session'
  return [
    `${cloud.sessions.cookieName}=${session.id}; path=${path}; HttpOnly${lax}`,
    passphrase,
    ...(isNextcloud ? sameSite : []),
    ...(usedBasic ? ['cookie_test=test; Max-Age=3600'] : []),
  ]
}
