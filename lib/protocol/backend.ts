/** How views reach the background and the browser. Types only. */
import type { FailureCode } from '../domain/failure.ts'
import type { Request, Response, UiCalls } from './calls.ts'
import type { View } from './view.ts'

/** How views reach the background and the browser; implemented in lib/browser, faked in component tests. */
export interface Backend {
  call<K extends keyof UiCalls>(call: K, request: Request<K>): Promise<Response<K>>
  /** Paints come from storage at once; the listener is called on each later change. Returns how to stop. */
  watchView(listener: (view: View) => void): () => void
  /** Asks the user for host permissions; must be called inside a click. Resolves to what was granted. */
  requestOrigins(bases: string[]): Promise<boolean>
  /** Asks for "show the button on share pages" (all sites); must be called inside a click. */
  requestAllSites(): Promise<boolean>
  hasAllSites(): Promise<boolean>
  /** With an account's id: at the form that signs in to it again. */
  openOptions(signInAgain?: string): void
  openTab(url: string): void
  /** The extension's own help, at that failure. */
  openHelp(code: FailureCode): void
  /** The tab the popup was opened on, where its address may be read: only after a click of the user on it. */
  activeTab(): Promise<{ id: number; url: string } | null>
  /** The page of outgoing shares; `create`: at the choice of what to share. */
  openShares(create?: boolean): void
}
