import { failure } from '../domain/failure.ts'
import { hasEnded, type MountJob } from '../domain/mount-job.ts'
import { sameLink, type PublicLink } from '../domain/public-link.ts'
import type { PageCalls, Request, Response } from '../protocol.ts'
import { mountFromPage, reportPageAnswer } from './add-share.ts'
import type { App } from './app.ts'
import { defaultAccount } from './home.ts'
import { readJob } from './job-store.ts'
import { insteadOf } from './other-way.ts'
import { knownFromPage } from './read-link.ts'
import { hostOf } from './address-view.ts'
import { jobView } from './view.ts'

/** A content script, as the browser vouches for it. */
export interface PageSender {
  /** The link in the address of the document that sent the message; what the message says is checked against it. */
  link: PublicLink
  /** Tells one loaded document from another. */
  document: string
  /** Its tab is the one the user looks at in its window. */
  inSight: boolean
}

export type PageHandlers = {
  [K in keyof PageCalls]: (request: Request<K>, sender: PageSender) => Promise<Response<K>>
}

/** How long `page/job` waits for news, and how often it looks, in milliseconds. */
const longPoll = 20_000
const lookPause = 2_000

/** What content scripts may ask. Each may speak of its own page's link only; a wrong one is refused by throwing. */
export function pageCalls({ ports, run }: App): PageHandlers {
  const ownJob = async (id: string, { link }: PageSender): Promise<MountJob> => {
    const job = await readJob(ports, id)
    if (!job || !sameLink(job.link, link)) throw new Error('not a job of this page')
    return job
  }
  return {
    async 'page/hello'({ page }, { link }) {
      assertOwn(page, link)
      const accounts = await ports.stores.accounts.read()
      // Whichever account it goes into: the button joins what is under way.
      const job = (await ports.stores.jobs.read()).findLast((known) => sameLink(known.link, link) && !hasEnded(known))
      const connected = accounts.length > 0 || (await ports.stores.homeAddress.read()) !== null
      const instead = await insteadOf(ports, knownFromPage({ ...page, ...link }))
      return {
        connected,
        several: accounts.length > 1,
        ...(job ? { job: jobView(job) } : {}),
        ...(instead ? { instead } : {}),
      }
    },
    async 'page/accounts'(_, { inSight }) {
      const [accounts, chosen] = await Promise.all([ports.stores.accounts.read(), defaultAccount(ports)])
      // The content script asks after a click only. Whatever else speaks in its name gets as little as can be: nobody
      // clicks in a tab out of sight, and where there is one account there is nothing to choose.
      if (!inSight || accounts.length < 2) throw new Error('nothing to choose here')
      return accounts.map(({ id, displayName, base }) => ({
        id,
        label: `${displayName}@${hostOf(base)}`,
        isDefault: id === chosen?.id,
      }))
    },
    async 'page/mount'({ page, ...rest }, { link, document }) {
      assertOwn(page, link)
      // The browser's word for where the page is, which may be spelt otherwise.
      const step = await mountFromPage(ports, run, { ...rest, page: { ...page, ...link }, document })
      return step.do === 'show' ? { do: 'show', job: jobView(step.job) } : step
    },
    async 'page/asked'({ jobId, answer, withPassword }, sender) {
      await ownJob(jobId, sender)
      await reportPageAnswer(ports, jobId, answer, withPassword)
      return jobView(await run(jobId))
    },
    async 'page/job'({ jobId, seen }, sender) {
      const until = ports.now() + longPoll
      for (;;) {
        await ownJob(jobId, sender)
        const job = await run(jobId)
        if (job.state !== seen || ports.now() >= until) return jobView(job)
        await ports.sleep(lookPause)
      }
    },
    async 'page/connect'() {
      await ports.tabs.openOptions()
    },
  }
}

function assertOwn(page: PublicLink, link: PublicLink): void {
  if (!sameLink(page, link)) throw new Error(failure('page-changed').code)
}
