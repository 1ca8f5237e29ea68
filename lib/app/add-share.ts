import type { Account } from '../domain/account.ts'
import { cloudIdOf } from '../domain/cloud-id.ts'
import { failure, type FailureCode } from '../domain/failure.ts'
import { hasEnded, latestJob, type MountJob } from '../domain/mount-job.ts'
import { chooseRoute, isRoute, type MountRoute } from '../domain/mount-route.ts'
import { parsePublicLink, type PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { SharePage } from '../domain/share-page.ts'
import type { MountAnswer } from '../domain/mount-request.ts'
import { defaultAccount } from './home.ts'
import { addJob, readJob, record } from './job-store.ts'
import { keepPassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import { findMountedBefore } from './mounted-before.ts'

/** Runs a job until it rests; at most one run per job is under way. */
export type RunJob = (id: string) => Promise<MountJob>

export type PageMount =
  | { do: 'ask'; jobId: string; shareWith: string }
  | { do: 'show'; job: MountJob }
  | { do: 'connect' }

export interface Visit {
  page: SharePage
  /** Typed into our own field; never stored. */
  password?: string
  /** Tells one loaded document from another, so that only one of them asks the remote. */
  document: string
}

/** The visitor of a share page clicked. Joins the job that runs for this link, so a second click mounts nothing twice. */
export async function mountFromPage(ports: Ports, run: RunJob, visit: Visit): Promise<PageMount> {
  const { page, password, document } = visit
  const account = await defaultAccount(ports)
  if (!account) return { do: 'connect' }
  const link = { base: page.base, token: page.token }
  const begun = (await join(ports, link, account)) ?? (await begin(ports, account, { link, page }))
  if (password !== undefined) {
    if (begun.origin === 'popup') keepPassword(begun.id, password)
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
  job.state === 'asking' && job.origin === 'page' && !job.answer && (!job.asked || job.askedBy === document)

/** The page's content script reports what the remote answered to its asking; the job's next run reads it. */
export async function reportPageAnswer(
  ports: Ports,
  jobId: string,
  answer: MountAnswer,
  withPassword: boolean,
): Promise<void> {
  const isAwaited = (job: MountJob): boolean => job.state === 'asking' && job.asked && !job.answer
  await record(ports, jobId, { type: 'answered', answer: { ...answer, withPassword } }, isAwaited)
}

/** A pasted link. Failures: `not-a-link`, `not-connected`, and why there is no way to mount it. */
export async function mountPastedLink(
  ports: Ports,
  run: RunJob,
  address: string,
  accountId?: string,
): Promise<Result<MountJob>> {
  const link = parsePublicLink(address)
  if (!link) return failed(failure('not-a-link', address))
  const named = (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
  const account = named ?? (await defaultAccount(ports))
  if (!account) return failed(failure('not-connected'))
  const joined = await join(ports, link, account)
  const route = joined?.route ?? (await routeFor(ports, account, { link }))
  if (!isRoute(route)) return failed(failure(route))
  const begun = joined ?? (await addJob(ports, { ...newJob(ports, account, { link }), route }))
  void run(begun.id)
  return ok(begun)
}

/** A share password typed into the popup for a job that waits for one. */
export async function givePassword(ports: Ports, run: RunJob, id: string, password: string): Promise<Result<MountJob>> {
  const job = await readJob(ports, id)
  if (job?.state !== 'needs-password') return failed(failure('job-interrupted'))
  keepPassword(id, password)
  const asking = await record(ports, id, { type: 'password-given' })
  void run(id)
  return ok(asking)
}

/** The job to go on with: the one that runs, or one whose mount is still there. */
async function join(ports: Ports, link: PublicLink, account: Account): Promise<MountJob | undefined> {
  const latest = latestJob(await ports.stores.jobs.read(), link, account.id)
  if (!latest) return undefined
  if (!hasEnded(latest)) return latest
  if (latest.failure?.code === 'password-tries-used-up' && ports.now() - latest.updatedAt < throttleMemory)
    return latest
  return latest.state === 'mounted' ? findMountedBefore(ports, latest) : undefined
}

/** Servers count wrong link passwords for half an hour (server-facts.md 4.5), in milliseconds. */
const throttleMemory = 30 * 60_000

interface Asked {
  link: PublicLink
  /** Absent for a pasted link. */
  page?: SharePage
}

/** A page's job begins even where there is no way to mount: it then says so on the page. */
async function begin(ports: Ports, account: Account, asked: Required<Asked>): Promise<MountJob> {
  const route = await routeFor(ports, account, asked)
  const reason = asked.page.reason ?? (isRoute(route) ? undefined : route)
  const job = newJob(ports, account, asked)
  if (reason) return addJob(ports, { ...job, state: 'failed', failure: failure(reason) })
  return addJob(ports, isRoute(route) ? { ...job, route } : job)
}

async function routeFor(ports: Ports, account: Account, { link, page }: Asked): Promise<MountRoute | FailureCode> {
  return chooseRoute({
    home: account,
    remote: { base: link.base, product: page?.product ?? 'unknown' },
    onPage: page !== undefined,
    mayCallRemote: page === undefined && (await ports.mayCall(link.base)),
  })
}

function newJob(ports: Ports, account: Account, { link, page }: Asked): MountJob {
  const now = ports.now()
  return {
    id: ports.newId(),
    accountId: account.id,
    link,
    origin: page ? 'page' : 'popup',
    ...(page?.name === undefined ? {} : { name: page.name }),
    ...(page?.owner === undefined ? {} : { owner: page.owner }),
    route: 'remote-sends',
    state: 'asking',
    asked: false,
    looks: 0,
    passwordTries: 0,
    createdAt: now,
    updatedAt: now,
  }
}
