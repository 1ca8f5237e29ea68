import type { Failure } from './failure.ts'
import type { MountAnswer } from './mount-request.ts'
import type { MountRoute } from './mount-route.ts'
import { sameLink, type PublicLink } from './public-link.ts'

export type JobState = 'asking' | 'waiting' | 'accepting' | 'needs-password' | 'mounted' | 'failed'

/** One attempt to mount one public link into one account. Persisted before each act; holds no password. */
export interface MountJob {
  id: string
  accountId: string
  link: PublicLink
  /**
   * Where the user asked for it: on the share page itself, whose content script asks the remote; in the popup for the
   * page in the tab behind it, through which the background asks; in the popup for a pasted link.
   */
  origin: 'page' | 'tab' | 'popup'
  /** The tab that shows the share page, for `tab`. */
  pageTab?: number
  /** The item's name and owner as the share page told them; unknown for pasted links. */
  name?: string
  owner?: string
  /** The link has a password; absent when nobody knows. */
  isProtected?: boolean
  route: MountRoute
  state: JobState
  /** Ids of the shares that were pending at home before we asked: whatever is not in here is new. */
  before?: string[]
  /** The remote may have been told already, so list before asking again. */
  asked: boolean
  /** The document that was told to ask: it alone may be told again, for it knows whether it has. */
  askedBy?: string
  /** What the remote answered to the page, until it is read. */
  answer?: MountAnswer & { withPassword: boolean }
  /** No answer came to our asking, so it may or may not have been heard. */
  uncertain?: boolean
  /** The tab of the home that was opened to ask with the user's own web session. */
  tabId?: number
  /** Nobody is signed in there, so the tab was shown to the user. */
  tabShown?: boolean
  /** How often we looked for the share to arrive. */
  looks: number
  /** Wrong passwords so far. Servers throttle whole networks for them. */
  passwordTries: number
  /** The share to accept, written down before it is accepted. */
  shareId?: string
  /** The acceptance may have reached the server: a second one would rename the mount to "name (2)". */
  acceptSent?: boolean
  mountpoint?: string
  openUrl?: string
  /** The link was in the account's Files before this job began. */
  already?: boolean
  /** The home mounted the link by itself: the owner's list of shares does not show it. */
  ownerNotTold?: boolean
  failure?: Failure
  /** Milliseconds since the epoch. */
  createdAt: number
  updatedAt: number
}

export type JobEvent =
  | { type: 'listed'; before: string[] }
  | { type: 'handed-over'; to: { origin: 'tab'; pageTab: number } | { origin: 'popup'; route: MountRoute } }
  | { type: 'tab-opened'; tabId: number }
  | { type: 'tab-shown' }
  | { type: 'about-to-ask'; by: string; name?: string }
  | { type: 'answered'; answer: MountAnswer & { withPassword: boolean } }
  | { type: 'sent'; uncertain: boolean }
  | { type: 'looked' }
  | { type: 'arrived'; shareId: string }
  | { type: 'came-late'; shareId: string }
  | { type: 'about-to-accept' }
  | {
      type: 'mounted'
      shareId: string
      mountpoint: string
      openUrl: string
      already: boolean
      ownerNotTold?: boolean
    }
  | { type: 'password-needed'; failure: Failure }
  | { type: 'password-given' }
  | { type: 'failed'; failure: Failure }

/** Wrong passwords allowed for one job: a fourth would slow the user's whole network (server-facts.md 4.5). */
export const passwordTriesAllowed = 3

const allowedIn: Record<JobEvent['type'], JobState[]> = {
  listed: ['asking'],
  'handed-over': ['asking', 'needs-password'],
  'tab-opened': ['asking'],
  'tab-shown': ['asking'],
  'about-to-ask': ['asking'],
  answered: ['asking'],
  sent: ['asking'],
  looked: ['waiting'],
  arrived: ['asking', 'waiting'],
  'came-late': ['failed'],
  'about-to-accept': ['accepting'],
  mounted: ['asking', 'waiting', 'accepting'],
  'password-needed': ['asking'],
  'password-given': ['needs-password'],
  failed: ['asking', 'waiting', 'accepting', 'needs-password'],
}

/** The job after an event. Throws on an illegal move: that is a bug, not a failure. */
export function advance(job: MountJob, event: JobEvent, now: number): MountJob {
  if (!allowedIn[event.type].includes(job.state)) {
    throw new Error(`mount job: "${event.type}" is not allowed in state "${job.state}"`)
  }
  const { answer: _read, ...rest } = event.type === 'came-late' ? withoutFailure(job) : job
  const after = { ...rest, ...changes(job, event), updatedAt: now }
  if (after.state === 'asking') return after
  // The tab is closed with the asking; another try opens its own.
  const { tabId: _tab, tabShown: _shown, ...untabbed } = after
  return untabbed
}

const withoutFailure = ({ failure: _, ...job }: MountJob): MountJob => job

function changes(job: MountJob, event: JobEvent): Partial<MountJob> {
  switch (event.type) {
    case 'listed':
      return { before: event.before }
    case 'handed-over':
      return { ...event.to, asked: false }
    case 'tab-opened':
      return { tabId: event.tabId }
    case 'tab-shown':
      return { tabShown: true }
    case 'about-to-ask':
      return { asked: true, askedBy: event.by, ...(event.name === undefined ? {} : { name: event.name }) }
    case 'answered':
      return { answer: event.answer }
    case 'sent':
      return { state: 'waiting', uncertain: event.uncertain }
    case 'looked':
      return { looks: job.looks + 1 }
    case 'arrived':
    case 'came-late':
      return { state: 'accepting', shareId: event.shareId }
    case 'about-to-accept':
      return { acceptSent: true }
    case 'mounted': {
      const { type: _, ...mounted } = event
      return { state: 'mounted', ...mounted }
    }
    case 'password-needed':
      return afterPasswordNeeded(job, event.failure)
    case 'password-given':
      return { state: 'asking', asked: false }
    case 'failed':
      return { state: 'failed', failure: event.failure }
  }
}

function afterPasswordNeeded(job: MountJob, failure: Failure): Partial<MountJob> {
  const passwordTries = job.passwordTries + (failure.code === 'password-wrong' ? 1 : 0)
  return passwordTries < passwordTriesAllowed
    ? { state: 'needs-password', failure, passwordTries }
    : { state: 'failed', failure: { code: 'password-tries-used-up' }, passwordTries }
}

/** Whether the share page's own content script asks the remote; every other route is the background's. */
export const asksFromPage = ({ origin, route }: Pick<MountJob, 'origin' | 'route'>): boolean =>
  origin === 'page' && route === 'remote-sends'

/** Whether the background asks the remote through the tab that shows its share page. */
export const asksThroughTab = ({ origin, route }: Pick<MountJob, 'origin' | 'route'>): boolean =>
  origin === 'tab' && route === 'remote-sends'

/** Whether a tab of the home is open for a job, in which nobody has signed in yet. */
export const awaitsTab = (job: MountJob): boolean => job.state === 'asking' && job.tabId !== undefined && !job.asked

export const hasEnded = (job: MountJob): boolean => job.state === 'mounted' || job.state === 'failed'

/** Whether the job goes on by itself: it neither ended nor waits for the user. */
export const isRunning = (job: MountJob): boolean => !hasEnded(job) && job.state !== 'needs-password'

/** A day: whoever clicked expects nothing any more, and what was true then need not be now, in milliseconds. */
const jobLifetime = 24 * 60 * 60_000

/** Whether an unfinished job has become too old to go on with. */
export const isOverdue = (job: MountJob, now: number): boolean => !hasEnded(job) && now - job.createdAt > jobLifetime

/** The newest job for a link in an account. */
export function latestJob(jobs: MountJob[], link: PublicLink, accountId: string): MountJob | undefined {
  return jobs.findLast((job) => job.accountId === accountId && sameLink(job.link, link))
}
