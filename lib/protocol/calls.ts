/**
 * Every message between pages, popup, options and the background. Page calls come from content scripts on strangers'
 * pages; UI calls come from the extension's own pages. The background checks the sender of each. Types only.
 */
import type { AccountCalls } from './accounts.ts'
import type { AddCalls } from './add.ts'
import type { DiagnosticsCalls } from './diagnostics.ts'
import type { FileCalls } from './files.ts'
import type { InboxCalls } from './inbox.ts'
import type { MountedCalls } from './mounted.ts'
import type { OutgoingCalls } from './outgoing.ts'
import type { PageCalls } from './page.ts'
import type { SettingsCalls } from './settings.ts'

export interface UiCalls
  extends AccountCalls, AddCalls, DiagnosticsCalls, FileCalls, InboxCalls, MountedCalls, OutgoingCalls, SettingsCalls {}

export type Calls = PageCalls & UiCalls
export type CallName = keyof Calls
export type Request<K extends CallName> = Calls[K]['request']
export type Response<K extends CallName> = Calls[K]['response']

/** What travels: `runtime.sendMessage` of exactly this. */
export interface Message<K extends CallName = CallName> {
  call: K
  request: Request<K>
}
