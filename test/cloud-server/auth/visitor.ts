/** Who is asking. */

import type { CloudState } from '../cloud-state.ts'
import type { Incoming } from '../http/incoming.ts'
import type { Session } from '../store/sessions.ts'
import type { AppPassword, User } from '../store/users.ts'

export type Visitor =
  | { kind: 'anonymous' }
  /** Sent credentials that are wrong. */
  | { kind: 'rejected' }
  /** Too many wrong credentials came from here; even right ones are refused. */
  | { kind: 'blocked' }
  | { kind: 'user'; user: User; loginName: string; via: 'session' | 'password' | AppPassword }

/** Session and credentials of one request, sorted out by the product's rules. */
export interface Identity {
  visitor: Visitor
  session: Session
}

/**
 * Nextcloud: a logged-in session silently outranks Basic (recorded: nextcloud-32.0.1/06-24).
 * ownCloud: Basic wins, and when it names somebody else or is wrong, the browser is logged out (recorded:
 * owncloud-10.15.2/820-823); WebDAV alone prefers the session (824). A good Basic call logs a fresh session in
 * (nextcloud-21.0.5/04-A4, owncloud-10.15.2/603).
 */
export function identify(cloud: CloudState, request: Incoming, session: Session): Identity {
  const { users, sessions, product } = cloud
  const known = session.user === undefined ? undefined : users.byId(session.user)
  const sessionWins = product.auth.sessionBeatsBasic || request.path.startsWith('/remote.php')
  const byCookie: Visitor | undefined = known && {
    kind: 'user',
    user: known,
    loginName: session.loginName ?? known.id,
    via: 'session',
  }
  if (byCookie && sessionWins) return { visitor: byCookie, session }
  const credentials = credentialsOf(request)
  if (!credentials) return { visitor: byCookie ?? { kind: 'anonymous' }, session }
  const visitor = check(cloud, credentials)
  const intruder = known && (visitor.kind !== 'user' || visitor.user !== known)
  if (intruder) {
    sessions.drop(session)
    return { visitor, session: sessions.create() }
  }
  if (visitor.kind === 'user' && !known) sessions.logIn(session, visitor.user.id, visitor.loginName)
  return { visitor, session }
}

interface Credentials {
  /** Undefined with token schemes, which name nobody. */
  login: string | undefined
  secret: string
}

function credentialsOf(request: Incoming): Credentials | undefined {
  const [scheme = '', value = ''] = (request.headers['authorization'] ?? '').split(' ')
  if (/^(bearer|token)$/i.test(scheme)) return { login: undefined, secret: value }
  if (!/^basic$/i.test(scheme)) return undefined
  const plain = Buffer.from(value, 'base64').toString('utf8')
  const colon = plain.indexOf(':')
  return { login: plain.slice(0, colon), secret: plain.slice(colon + 1) }
}

function check(cloud: CloudState, credentials: Credentials): Visitor {
  if (cloud.throttle.isBlocked('login')) return { kind: 'blocked' }
  const visitor =
    credentials.login === undefined
      ? byToken(cloud, credentials.secret)
      : logIn(cloud, credentials.login, credentials.secret)
  if (visitor.kind === 'rejected') cloud.throttle.fail('login')
  return visitor
}

function byToken(cloud: CloudState, token: string): Visitor {
  const entry = cloud.users.appPassword(token)
  const user = entry && cloud.users.byId(entry.user)
  return entry && user ? { kind: 'user', user, loginName: entry.loginName, via: entry } : { kind: 'rejected' }
}

/** Login name or e-mail with the login password or an app password (recorded: nextcloud-32.0.1/13-12..16, owncloud-10.15.2/124, 709c). */
export function logIn(cloud: CloudState, login: string, secret: string): Visitor {
  const user = cloud.users.byLogin(login)
  if (!user) return { kind: 'rejected' }
  if (user.password === secret) return { kind: 'user', user, loginName: login, via: 'password' }
  const entry = cloud.users.appPassword(secret)
  if (!entry || entry.user !== user.id) return { kind: 'rejected' }
  if (cloud.product.auth.exactLoginName && entry.loginName !== login) return { kind: 'rejected' }
  return { kind: 'user', user, loginName: login, via: entry }
}
