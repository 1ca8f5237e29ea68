/** Web sessions: two cookies, one naming the session, one holding the passphrase that makes it readable. */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Incoming } from '../http/incoming.ts'

export interface Session {
  id: string
  passphrase: string
  /** Signs this session's request tokens. */
  readonly secret: Buffer
  user?: string | undefined
  /** What the user typed to sign in; Nextcloud 32 hands it to app passwords. */
  loginName?: string
  /** Ids of password-protected links this visitor unlocked. */
  readonly unlocked: Set<number>
  /** Login Flow v2: which flow this browser is in, and the proof that it clicked through our pages. */
  flowToken?: string
  stateToken?: string
  /** The cookies of the current request did not open this session: the answer must set them. */
  changed: boolean
}

const keepAtMost = 2000

export class SessionStore {
  readonly cookieName: string
  #sessions = new Map<string, Session>()

  constructor(cookieName: string) {
    this.cookieName = cookieName
  }

  /**
   * Without the passphrase cookie the session is unreadable and gets replaced. That is how ownCloud's SameSite=Strict
   * passphrase logs people out on a cross-site redirect (recorded: owncloud-10.15.2/390).
   */
  open(request: Incoming): Session {
    const session = this.#sessions.get(request.cookies.get(this.cookieName) ?? '')
    if (!session || request.cookies.get('oc_sessionPassphrase') !== session.passphrase) return this.create()
    session.changed = false
    return session
  }

  create(): Session {
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      passphrase: randomBytes(96).toString('base64'),
      secret: randomBytes(32),
      unlocked: new Set(),
      changed: true,
    }
    this.#sessions.set(session.id, session)
    const oldest = this.#sessions.keys().next()
    if (this.#sessions.size > keepAtMost && !oldest.done) this.#sessions.delete(oldest.value)
    return session
  }

  logIn(session: Session, user: string, loginName: string): void {
    session.user = user
    session.loginName = loginName
    this.renew(session)
  }

  /** Same session under a new id, as servers do whenever its rights grow. */
  renew(session: Session): void {
    this.#sessions.delete(session.id)
    session.id = randomBytes(16).toString('hex')
    session.changed = true
    this.#sessions.set(session.id, session)
  }

  drop(session: Session): void {
    this.#sessions.delete(session.id)
  }
}

/** A fresh token for a page; every token of a session stays valid, and no two look alike. */
export function requestToken(session: Session): string {
  const mask = randomBytes(32)
  return `${mask.toString('base64')}:${signature(session, mask).toString('base64')}`
}

export function isRequestToken(session: Session, token: string): boolean {
  const [mask = '', signed = ''] = token.split(':').map((part) => Buffer.from(part, 'base64'))
  if (typeof mask === 'string' || typeof signed === 'string' || signed.length !== 32) return false
  return timingSafeEqual(signature(session, mask), signed)
}

function signature(session: Session, mask: Buffer): Buffer {
  return createHmac('sha256', session.secret).update(mask).digest()
}
