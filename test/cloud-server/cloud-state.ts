/** Everything one cloud remembers, and the shape of a request being handled. */

import type { CloudOptions, LoggedRequest, SentMail, Settings } from './api.ts'
import type { Throttle } from './auth/throttle.ts'
import type { Visitor } from './auth/visitor.ts'
import type { FaultBox } from './http/faults.ts'
import type { Incoming } from './http/incoming.ts'
import type { Product } from './products/product.ts'
import type { FileStore } from './store/files.ts'
import type { LoginFlowStore } from './store/login-flows.ts'
import type { ReceivedStore } from './store/received.ts'
import type { Session, SessionStore } from './store/sessions.ts'
import type { ShareStore } from './store/shares.ts'
import type { UserStore } from './store/users.ts'

export interface CloudState {
  readonly name: string
  readonly product: Product
  readonly webroot: string
  /** Known once the cloud listens. */
  base: string
  readonly instanceId: string
  readonly settings: Settings
  readonly users: UserStore
  readonly files: FileStore
  readonly shares: ShareStore
  readonly received: ReceivedStore
  readonly sessions: SessionStore
  readonly flows: LoginFlowStore
  readonly throttle: Throttle
  readonly faults: FaultBox
  readonly log: LoggedRequest[]
  readonly mails: SentMail[]
  readonly teams: Readonly<Record<string, string>>
  readonly rooms: Readonly<Record<string, string>>
  /** When each user created shares, milliseconds since the epoch. */
  readonly creations: Map<string, number[]>
}

export type StateOptions = Pick<CloudOptions, 'name' | 'product' | 'users' | 'webroot'>

export interface Call {
  readonly cloud: CloudState
  readonly request: Incoming
  readonly session: Session
  readonly visitor: Visitor
  /** Values of the `{…}` parts of the route, percent-decoded. */
  readonly part: Readonly<Record<string, string>>
}
