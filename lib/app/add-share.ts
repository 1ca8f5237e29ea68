import type { Account } from '../domain/account.ts'
import { cloudIdOf } from '../domain/cloud-id.ts'
import { failure, type Failure } from '../domain/failure.ts'
import { asksFromPage, hasEnded, latestJob, type MountJob } from '../domain/mount-job.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { readShareAddress } from '../domain/share-address.ts'
import type { SharePage } from '../domain/share-page.ts'
import type { MountAnswer } from '../domain/mount-request.ts'
import { hopelessJob, planJob, type Wish } from './begin-job.ts'
import { accountFor, defaultAccount } from './home.ts'
import { mountWithoutAccount } from './home-dialog.ts'
import { leavePage } from './ask-through-tab.ts'
import { addJob, readJob, record } from './job-store.ts'
import { keepPassword, takePassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import { findMountedBefore } from './mounted-before.ts'
import { knownFromAddress, knownFromPage } from './read-link.ts'

/** Runs a job until it rests; at most one run per job is under way. */
export type RunJob = (id: string) => Promise<MountJob>

export type PageMount =
  | { do: 'ask'; jobId: string; shareWith: string }
  | { do: 'show'; job: MountJob }
  /** The home's own dialog was opened in a tab, for want of an account. */
  | { do: 'opened'; host: string }
  | { do: 'refuse'; failure: Failure }
  | { do: 'connect' }

export interface Visit {
  page: SharePage
  /** Typed into our own field; never stored. */
  password?: string
  /** The user was warned that the home can hardly reach the remote, and wants to try. */
  anyway?: boolean
  /** Chosen among several; the default account when absent. */
  accountId?: string
  /** Tells one loaded document from another, so that only one of them asks the remote. */
  document: string
}

export interface Pasted {
  address: string
  accountId?: string
  anyway?: boolean
  /** Nobody waits for the answer: a refusal is kept as a job, to be read later. */
  keepsFailure?: boolean
}

/** The visitor of a share page clicked. Joins the job that runs for this link, so a second click mounts nothing twice. */
export async function mountFromPage(ports: Ports, run: RunJob, visit: Visit): Promise<PageMount> {
  const { page, password, document } = visit
  const account = await accountFor(ports, visit.accountId)
  const known = knownFromPage(page)
  if (!account && visit.accountId !== undefined) return { do: 'refuse', failure: failure('not-connected') }
  if (!account) return mountWithoutAccount(ports, known, visit.anyway ?? false)
  const wish = { known, origin: 'page', anyway: visit.anyway ?? false } as const
  const begun = (await join(ports, known.link, account, 'page')) ?? (await begin(ports, account, wish))
  if (password !== undefined) {
    if (!asksFromPage(begun)) keepPassword(begun.id, password)
    await record(ports, begun.id, { type: 'password-given' }, ({ state }) => state === 'needs-password')
  }
  const job = await run(begun.id)
  if (!isTurnOf(document, job)) return { do: 'show', job }
  const asked = await record(ports, job.id, { type: 'about-to-ask', by: document }, (now) => isTurnOf(document, now))
  if (!isTurnOf(document, asked)) return { do: 'show', job: asked }
  return { do: 'ask', jobId: job.id, shareWith: cloudIdOf(account.userId, account.base) }
}

/** Whether this document is to ask the remote now: nobody has, or it was told to and its answer has not come. */
const isTurnOf = (document: string, job: MountJob): boolean =>
  job.state === 'asking' && asksFromPage(job) && !job.answer && (!job.asked || job.askedBy === document)

/** The page's content script reports what the remote answered to its asking; the job's next run reads it. */
export async function reportPageAnswer(
  ports: Ports,
  jobId: string,
  answer: MountAnswer,
  withPassword: boolean,
): Promise<void> {
  const isAwaited = (job: MountJob): boolean => job.state === 'asking' && job.asked && !job.answer
  const read = { status: Number(answer.status) || 0, body: String(answer.body).slice(0, longestAnswer) }
  await record(ports, jobId, { type: 'answered', answer: { ...read, withPassword } }, isAwaited)
}

/** Longest answer that is stored, in characters (see `MountAnswer`). */
const longestAnswer = 10_000

/** A pasted link, or one from the context menu. Failures: `not-a-link`, `not-connected`, why there is no way to mount it. */
export async function mountPastedLink(ports: Ports, run: RunJob, pasted: Pasted): Promise<Result<MountJob>> {
  const found = readShareAddress(pasted.address)
  if (!found) return failed(failure('not-a-link', pasted.address))
  const { link } = found
  const named = (await ports.stores.accounts.read()).find(({ id }) => id === pasted.accountId)
  const account = named ?? (await defaultAccount(ports))
  if (!account) return failed(failure('not-connected'))
  const joined = await join(ports, link, account, 'popup')
  if (joined) {
    void run(joined.id)
    return ok(joined)
  }
  const known = await knownFromAddress(ports, found)
  const wish: Wish = { known, origin: 'popup', anyway: pasted.anyway ?? false }
  const planned = await planJob(ports, account, wish)
  if (!planned.ok && !pasted.keepsFailure) return planned
  const job = planned.ok ? planned.value : hopelessJob(ports, account, wish, planned.failure)
  const begun = await addJob(ports, job)
  void run(begun.id)
  return ok(begun)
}

/** A share password typed into the popup for a job that waits for one. */
export async function givePassword(ports: Ports, run: RunJob, id: string, password: string): Promise<Result<MountJob>> {
  const job = await readJob(ports, id)
  if (job?.state !== 'needs-password') return failed(failure('job-interrupted'))
  // Typed in the popup: the page it was begun on need not be open any more.
  const account = asksFromPage(job) ? await accountFor(ports, job.accountId) : undefined
  if (account) await leavePage(ports, job, { account })
  keepPassword(id, password)
  const after = await record(ports, id, { type: 'password-given' }, ({ state }) => state === 'needs-password')
  if (after.state === 'asking') void run(id)
  else takePassword(id)
  return ok(after)
}

/**
 * The job to go on with: the one that runs, or one whose mount is still there.
 * @param seenIn where the user looks: the popup lists no ended jobs of pages
 */
export async function join(
  ports: Ports,
  link: PublicLink,
  account: Account,
  seenIn: 'page' | 'popup',
): Promise<MountJob | undefined> {
  const latest = latestJob(await ports.stores.jobs.read(), link, account.id)
  if (!latest) return undefined
  if (!hasEnded(latest)) return latest
  if (latest.failure?.code === 'password-tries-used-up' && ports.now() - latest.updatedAt < throttleMemory)
    return latest
  return latest.state === 'mounted' ? findMountedBefore(ports, latest, seenIn) : undefined
}

/** Servers count wrong link passwords for half an hour (server-facts.md 4.5), in milliseconds. */
const throttleMemory = 30 * 60_000

/** A page's job begins even where there is no way to mount: it then says so on the page. */
async function begin(ports: Ports, account: Account, wish: Wish): Promise<MountJob> {
  const planned = await planJob(ports, account, wish)
  return addJob(ports, planned.ok ? planned.value : hopelessJob(ports, account, wish, planned.failure))
}
