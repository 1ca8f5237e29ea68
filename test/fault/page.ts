import { askRemote } from '../../components/share-page/ask-remote.ts'
import type { PageHandlers } from '../../lib/app/page-calls.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { JobView, PageStep } from '../../lib/protocol.ts'
import { senderOf } from '../app/world.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Stage } from './stage.ts'

/**
 * The share page with its content script: asks the remote with the very code that does it there, and sends each message
 * again when the worker died before it answered.
 */
export async function clickOnPage(stage: Stage, page: SharePage, password?: string): Promise<JobView | undefined> {
  const sender = senderOf(page.base, page.token)
  const typed = password === undefined ? {} : { password }
  const step = await send(stage, (handlers) => handlers['page/mount']({ page, ...typed }, sender))
  if (step.do !== 'ask' && step.do !== 'show') return undefined
  let job = step.do === 'show' ? step.job : await ask(stage, page, step)
  while (['asking', 'waiting', 'accepting'].includes(job.state)) {
    const { id: jobId, state: seen } = job
    job = await send(stage, (handlers) => handlers['page/job']({ jobId, seen }, sender))
  }
  return job
}

async function ask(stage: Stage, page: SharePage, step: PageStep & { do: 'ask' }): Promise<JobView> {
  const answer = await askRemote(loopbackFetch, page, step.shareWith)
  const report = { jobId: step.jobId, answer, withPassword: false }
  return send(stage, (handlers) => handlers['page/asked'](report, senderOf(page.base, page.token)))
}

async function send<T>(stage: Stage, message: (handlers: PageHandlers) => Promise<T>): Promise<T> {
  for (;;) {
    const { worker } = stage
    const outcome = await Promise.race([
      message(worker.page).then((value) => ({ value })),
      worker.death.catch(() => 'died' as const),
    ])
    if (outcome !== 'died') return outcome.value
    stage.revive(worker)
  }
}
