import type { MountAnswer } from '../domain/mount-request.ts'

/** What a tab of the home shows. */
export type HomeTabLook =
  | { is: 'gone' }
  /** It loads, or shows a page we may not look at, such as a company's login. */
  | { is: 'elsewhere' }
  /** `user`: the server's own id of who is signed in, where the page tells. */
  | { is: 'here'; address: string; signedIn: boolean; user?: string }

/** A tab of the home, in which the user's own web session acts. Needs the host permission given when connecting. */
export interface HomeTab {
  /** In the background: most people are signed in and need not see it. */
  open(url: string): Promise<number | undefined>
  /** Brings it to the front. */
  show(id: number): Promise<void>
  look(id: number): Promise<HomeTabLook>
  /** Posts a form to an address of the page's own origin. Status 0: no answer came. */
  post(id: number, url: string, form: Record<string, string>): Promise<MountAnswer>
}
