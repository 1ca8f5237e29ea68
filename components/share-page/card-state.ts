import { failure, type Failure } from '../../lib/domain/failure.ts'
import type { JobState } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { Instead, JobView } from '../../lib/protocol.ts'

/** What the card shows. */
export type CardState =
  | { kind: 'ready' }
  /** No account yet: the button opens the options. `opened`: it just did. */
  | { kind: 'connect'; opened: boolean }
  /** `signIn`: goes on once the user has signed in to the home, in the tab that opened. */
  | { kind: 'working'; step: JobState; signIn?: boolean }
  /** The link's password is needed; `failure` when the one given was wrong. */
  | { kind: 'password'; failure?: Failure }
  | { kind: 'done'; already: boolean; ownerNotTold?: boolean; name?: string; openUrl?: string }
  /** The home's own dialog was opened in a tab. */
  | { kind: 'opened'; host: string }
  /** `again`: trying again can help. The background tells, for the catalogue would weigh too much on every page. */
  | { kind: 'failed'; failure: Failure; again: boolean; openUrl?: string }
  /** This link can never be mounted. `openUrl`: what helps instead; `invitation`: the page at home for those. */
  | { kind: 'unmountable'; failure: Failure; openUrl?: string; invitation?: boolean }
  /** The extension was updated under this page. */
  | { kind: 'outdated' }

/** How the card looks before anything was clicked. */
export function restingState(page: SharePage, connected: boolean): CardState {
  if (page.reason) return { kind: 'unmountable', failure: failure(page.reason) }
  if (!connected) return { kind: 'connect', opened: false }
  return { kind: page.needsPassword ? 'password' : 'ready' }
}

export const isRunning = ({ state }: JobView): boolean =>
  state === 'asking' || state === 'waiting' || state === 'accepting'

/** How the card shows a job. */
export function jobState(job: JobView, pageName?: string): CardState {
  const name = job.name ?? pageName
  switch (job.state) {
    case 'mounted':
      return {
        kind: 'done',
        already: job.already ?? false,
        ...(job.note === 'owner-not-told' ? { ownerNotTold: true } : {}),
        ...named(name),
        ...linked(job.openUrl),
      }
    case 'failed':
      return {
        kind: 'failed',
        failure: job.failure ?? failure('job-interrupted'),
        again: job.mayTryAgain ?? true,
        ...linked(job.openUrl),
      }
    case 'needs-password':
      return { kind: 'password', ...(job.failure ? { failure: job.failure } : {}) }
    default:
      return { kind: 'working', step: job.state, ...(job.note === 'sign-in-at-home' ? { signIn: true } : {}) }
  }
}

export const insteadState = ({ failure, openUrl, invitation = false }: Instead): CardState => ({
  kind: 'unmountable',
  failure,
  invitation,
  ...linked(openUrl),
})

const named = (name?: string): { name?: string } => (name === undefined ? {} : { name })

/** Nothing but a web address may become a link. */
const linked = (openUrl?: string): { openUrl?: string } =>
  openUrl !== undefined && /^https?:\/\//i.test(openUrl) ? { openUrl } : {}
