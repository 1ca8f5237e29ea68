import type { Account } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { asksFromPage, type MountJob } from '../domain/mount-job.ts'
import { sameLink, type PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { readShareAddress, type ShareAddress } from '../domain/share-address.ts'
import type { SharePage } from '../domain/share-page.ts'
import type { PageView } from '../protocol.ts'
import { join, mountPastedLink, type RunJob } from './add-share.ts'
import { hopelessJob, planJob, type Wish } from './begin-job.ts'
import { accountFor } from './home.ts'
import { mountWithoutAccount } from './home-dialog.ts'
import { addJob, record } from './job-store.ts'
import { keepPassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import { knownFromPage, type KnownLink } from './read-link.ts'

export interface TabWish {
  tabId: number
  /** What the user was shown; the tab may show something else by now. */
  link: PublicLink
  password?: string
  accountId?: string
  anyway?: boolean
  /** Nobody waits for the answer: a refusal is kept as a job, to be read later. */
  keepsFailure?: boolean
}

export type TabMount = { do: 'show'; job: MountJob } | { do: 'opened'; host: string } | { do: 'connect' }

interface SeenLink extends ShareAddress {
  address: string
  page: SharePage | null
}

/** The link a tab shows. Its address is the browser's word, which counts; the page says what it leads to. */
export async function readTab(ports: Ports, tabId: number): Promise<SeenLink | null> {
  const seen = await ports.pageTab.read(tabId)
  const found = seen && readShareAddress(seen.address)
  return seen && found && { ...found, ...seen }
}

/** What the popup offers to add. */
export async function readPage(ports: Ports, tabId: number): Promise<PageView | null> {
  const seen = await readTab(ports, tabId)
  if (!seen) return null
  const { link, page } = seen
  const { name, owner, reason }: Partial<KnownLink> = page ? knownFromPage(page) : {}
  return {
    link,
    ...(name === undefined ? {} : { name }),
    ...(owner === undefined ? {} : { owner }),
    needsPassword: page?.needsPassword === true,
    ...(reason === undefined ? {} : { failure: failure(reason) }),
  }
}

/**
 * The user wants what the tab behind the popup shows. A page that nobody recognises may still be a link's.
 * Failures: `page-changed`, and why there is no way to mount it.
 */
export async function mountFromTab(ports: Ports, run: RunJob, wish: TabWish): Promise<Result<TabMount>> {
  const seen = await readTab(ports, wish.tabId)
  if (!seen || !sameLink(seen.link, wish.link)) return failed(failure('page-changed'))
  const account = await accountFor(ports, wish.accountId)
  const { link, page, address, product = 'unknown' } = seen
  if (account && !page) return shown(await mountPastedLink(ports, run, { ...wish, address }))
  const known: KnownLink = page ? { ...knownFromPage(page), link } : { link, product }
  if (!account) return withoutAccount(ports, known, wish)
  const { tabId: pageTab, anyway = false, password } = wish
  const begun = await begin(ports, account, { known, origin: 'tab', anyway, pageTab }, wish.keepsFailure ?? false)
  if (!begun.ok) return begun
  const job = await takeOver(ports, begun.value, pageTab)
  if (password !== undefined) {
    keepPassword(job.id, password)
    await record(ports, job.id, { type: 'password-given' }, ({ state }) => state === 'needs-password')
  }
  void run(job.id)
  return ok({ do: 'show', job })
}

const shown = (job: Result<MountJob>): Result<TabMount> => (job.ok ? ok({ do: 'show', job: job.value }) : job)

async function withoutAccount(
  ports: Ports,
  known: KnownLink,
  { accountId, anyway = false }: TabWish,
): Promise<Result<TabMount>> {
  if (accountId !== undefined) return failed(failure('not-connected'))
  const step = await mountWithoutAccount(ports, known, anyway)
  if (step.do === 'refuse') return failed(step.failure)
  return ok(step.do === 'opened' ? step : { do: 'connect' })
}

async function begin(ports: Ports, account: Account, wish: Wish, keepsFailure: boolean): Promise<Result<MountJob>> {
  const joined = await join(ports, wish.known.link, account, 'popup')
  if (joined) return ok(joined)
  const planned = await planJob(ports, account, wish)
  if (!planned.ok && !keepsFailure) return planned
  return ok(await addJob(ports, planned.ok ? planned.value : hopelessJob(ports, account, wish, planned.failure)))
}

/** A job that waits for its page's content script goes on here: the user is in the popup now. */
function takeOver(ports: Ports, job: MountJob, pageTab: number): Promise<MountJob> {
  const isWaiting = (now: MountJob): boolean =>
    asksFromPage(now) && (now.state === 'needs-password' || (now.state === 'asking' && !now.asked))
  return record(ports, job.id, { type: 'handed-over', to: { origin: 'tab', pageTab } }, isWaiting)
}
