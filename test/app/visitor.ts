import type { SharePage } from '../../lib/domain/share-page.ts'
import { createFederatedShareRequest } from '../../lib/domain/mount-request.ts'
import type { JobView, MountAnswer } from '../../lib/protocol.ts'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { PageHandlers } from '../../lib/app/page-calls.ts'
import { senderOf, type Worker, type World } from './world.ts'

/**
 * The content script's part of a mount, as entrypoints/share-page.content plays it: asks the remote itself, and sends
 * every message again when the worker died before it answered.
 */
export class Visitor {
  private readonly world: World
  worker: Worker
  deaths = 0
  /** Chosen on the card. */
  accountId: string | undefined

  constructor(world: World, worker: Worker) {
    this.world = world
    this.worker = worker
  }

  async click(page: SharePage, password?: string, document = 'document 1', anyway = false): Promise<JobView> {
    const sender = senderOf(page.base, page.token, document)
    const chosen = this.accountId === undefined ? {} : { accountId: this.accountId }
    const request = { page, anyway, ...chosen, ...(password === undefined ? {} : { password }) }
    const step = await this.send((handlers) => handlers['page/mount'](request, sender))
    if (step.do !== 'ask' && step.do !== 'show') throw new Error(step.do)
    let job = step.do === 'show' ? step.job : await this.ask(page, step, password)
    while (['asking', 'waiting', 'accepting'].includes(job.state)) {
      const { id: jobId, state: seen } = job
      job = await this.send((handlers) => handlers['page/job']({ jobId, seen }, sender))
    }
    return job
  }

  private async ask(page: SharePage, step: { jobId: string; shareWith: string }, password?: string): Promise<JobView> {
    const { url, body } = createFederatedShareRequest(page, step.shareWith, password)
    const response = await loopbackFetch(url, { method: 'POST', body })
    const answer: MountAnswer = { status: response.status, body: await response.text() }
    const report = { jobId: step.jobId, answer, withPassword: password !== undefined }
    const sender = senderOf(page.base, page.token)
    return this.send((handlers) => handlers['page/asked'](report, sender))
  }

  private async send<T>(message: (handlers: PageHandlers) => Promise<T>): Promise<T> {
    for (;;) {
      const outcome = await Promise.race([
        message(this.worker.page).then((value) => ({ value })),
        this.worker.death.catch(() => 'died' as const),
      ])
      if (outcome !== 'died') return outcome.value
      this.deaths++
      this.worker = this.world.startWorker()
      // A new worker takes up what the last one left; the message comes meanwhile.
      void this.worker.app.wake()
    }
  }
}
