import { readMountAnswer } from '../cloud/mount-answer.ts'
import { cloudIdOf } from '../domain/cloud-id.ts'
import { failure } from '../domain/failure.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { createFederatedShareRequest } from '../domain/mount-request.ts'
import { chooseRoute, isRoute } from '../domain/mount-route.ts'
import { takeResult } from './ask.ts'
import type { Home } from './home.ts'
import { record } from './job-store.ts'
import { peekPassword, takePassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import type { Step } from './step.ts'

/** Asks the remote from its own page in the user's tab: no permission but the user's click, and the page's session. */
export async function askThroughTab(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  const password = peekPassword(job.id)
  if (password === undefined && job.failure) {
    // The worker died with the password the user had typed.
    await record(ports, job.id, { type: 'password-needed', failure: failure('password-needed') })
    return 'go-on'
  }
  await record(ports, job.id, { type: 'about-to-ask', by: 'background' })
  const cloudId = cloudIdOf(home.account.userId, home.account.base)
  const { url, body } = createFederatedShareRequest(job.link, cloudId, password)
  const answer = await ports.pageTab.post(job.pageTab ?? -1, url, Object.fromEntries(body))
  if (!answer) return leavePage(ports, job, home)
  takePassword(job.id)
  return takeResult(ports, job, home, readMountAnswer(answer, { cloudId, withPassword: password !== undefined }))
}

/** The share page is out of reach, and nothing was sent: the job goes on as one for a pasted link. */
export async function leavePage(ports: Ports, job: MountJob, { account }: Pick<Home, 'account'>): Promise<Step> {
  const { base } = job.link
  const route = chooseRoute({
    home: account,
    signedIn: true,
    // Only a Nextcloud sends shares.
    remote: { base, product: 'nextcloud', ...(job.isProtected === undefined ? {} : { isProtected: job.isProtected }) },
    onPage: false,
    mayCallRemote: await ports.mayCall(base),
    anyway: true,
  })
  if (isRoute(route)) await record(ports, job.id, { type: 'handed-over', to: { origin: 'popup', route } })
  else await record(ports, job.id, { type: 'failed', failure: failure(route) })
  return 'go-on'
}
