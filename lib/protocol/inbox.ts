/** Messages about pending shares. Types only. */
import type { Failure } from '../domain/failure.ts'
import type { Result } from '../domain/result.ts'
import type { Reach } from '../domain/server-address.ts'

export interface PendingShareView {
  accountId: string
  id: string
  name: string
  owner: string
  /** Full host (with port and folder) of the remote. */
  remote: string
  /** The remote is addressed over plain http. */
  insecure: boolean
  /** Milliseconds since the epoch. */
  firstSeen: number
  /** The remote's address leads into a private network or to one machine, where this home can hardly get. */
  outOfReach?: Exclude<Reach, 'public'>
  /** A link the user added must have brought it. */
  asked?: boolean
  answer?: 'accepting' | 'declining'
  failure?: Failure
}

/** How far an answer to several shares has come. */
export interface SeveralView {
  answer: 'accepting' | 'declining'
  /** Shares whose answer has not been sent, or is on its way. */
  left: number
  total: number
}

export interface InboxCalls {
  'ui/refresh': { request: Record<never, never>; response: void }
  'ui/accept': { request: { accountId: string; shareId: string }; response: Result<{ openUrl: string }> }
  /** Waits a few seconds before it is sent, see `ui/undo-decline`. */
  'ui/decline': { request: { accountId: string; shareId: string }; response: void }
  'ui/undo-decline': { request: { accountId: string; shareId: string }; response: void }
  /** Answered as soon as it is written down; how far it has come is in the view, also of a popup that is opened later. */
  'ui/answer-several': {
    request: { refs: { accountId: string; shareId: string }[]; answer: 'accept' | 'decline' }
    response: void
  }
  /** What has not been sent is pending again. */
  'ui/stop-several': { request: Record<never, never>; response: void }
}
