import { askStatus } from '../cloud/ask-status.ts'
import { readExternal, readSessionAsk } from '../cloud/session-answer.ts'
import { failure, type Failure, type FailureCode } from '../domain/failure.ts'
import type { JobEvent, MountJob } from '../domain/mount-job.ts'
import { askRequest, externalRequest, nameForUnknown, unknownOwner } from '../domain/session-request.ts'
import { takeResult } from './ask.ts'
import { findMounted, findOwnMount } from './find-at-home.ts'
import type { Home } from './home.ts'
import { record } from './job-store.ts'
import { peekPassword, takePassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import { nameOfLink } from './read-link.ts'
import { mountedBy } from './record-mounted.ts'
import { closeTab, signedInTab } from './session-tab.ts'
import type { Step } from './step.ts'

/** How often a home is asked whether it has mounted what it was told to, in milliseconds from one look to the next. */
const verifyPauses = [0, 2_000, 5_000]

/**
 * Mounts with the user's own web session in a tab of the home, never with the app password: mixing them logs the browser
 * in or out (recorded nextcloud-32.0.1/06-24, owncloud-10.15.2/820). ownCloud mounts at once, Nextcloud asks the remote.
 */
export async function mountInSession(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  const { account } = home
  if (job.asked) return verify(ports, job, home, 'job-interrupted')
  const needsPassword = job.isProtected === true || job.failure !== undefined
  if (needsPassword && peekPassword(job.id) === undefined) {
    return end(ports, job, home, { type: 'password-needed', failure: failure('password-needed') })
  }
  const there = account.product === 'owncloud' ? await findMounted(job, home) : undefined
  if (there) return end(ports, job, home, mountedBy(account.base, there, { already: true }))
  const tab = await signedInTab(ports, job, home)
  if (tab.is === 'awaited') return 'rest'
  if (tab.is === 'given-up') return fail(ports, job, home, failure('home-sign-in-missing'))
  if (tab.user !== undefined && tab.user !== account.userId) {
    return fail(ports, { ...job, tabId: tab.tabId }, home, failure('home-other-account', tab.user))
  }
  return post(ports, { ...job, tabId: tab.tabId }, home, tab.tabId)
}

async function post(ports: Ports, job: MountJob, home: Home, tabId: number): Promise<Step> {
  const { account } = home
  const { link, owner = unknownOwner } = job
  const password = peekPassword(job.id) ?? ''
  const isOwncloud = account.product === 'owncloud'
  const name = job.name ?? (isOwncloud ? await nameOfLink(ports, link, password) : undefined)
  await record(ports, job.id, { type: 'about-to-ask', by: 'home', ...(name === undefined ? {} : { name }) })
  takePassword(job.id)
  const { path, form } = isOwncloud
    ? externalRequest({ link, name: name ?? nameForUnknown(link), owner, password })
    : askRequest({ link, password })
  const answer = await ports.homeTab.post(tabId, account.base + path, form)
  if (!isOwncloud) {
    await closeTab(ports, tabId, account.base)
    return takeResult(ports, job, home, readSessionAsk(answer, password !== ''))
  }
  const result = readExternal(answer, password !== '')
  if (result.ok) return verify(ports, job, home, 'home-other-account')
  if (answer.status === 0) return verify(ports, job, home, 'job-interrupted')
  return refused(ports, job, home, await sharpen(ports, job, home, result.failure))
}

/** ownCloud says nothing when it worked. What the app password finds in the list is in this very account. */
async function verify(ports: Ports, job: MountJob, home: Home, otherwise: FailureCode): Promise<Step> {
  for (const pause of verifyPauses) {
    if (pause > 0) await ports.sleep(pause)
    const mounted = await findOwnMount(job, home)
    if (mounted) {
      return end(ports, job, home, mountedBy(home.account.base, mounted, { already: false, ownerNotTold: true }))
    }
  }
  return fail(ports, job, home, failure(otherwise))
}

function refused(ports: Ports, job: MountJob, home: Home, why: Failure): Promise<Step> {
  // "Password might be wrong" is all ownCloud says; a password is also the one thing the user can add.
  const aboutPassword: FailureCode[] = ['password-wrong', 'remote-refused']
  return aboutPassword.includes(why.code)
    ? end(ports, job, home, { type: 'password-needed', failure: why })
    : fail(ports, job, home, why)
}

/** The texts are in the user's language, so what can be known otherwise is looked up. */
async function sharpen(ports: Ports, job: MountJob, { cloud }: Home, why: Failure): Promise<Failure> {
  if (why.code !== 'remote-refused' && why.code !== 'password-wrong') return why
  const capabilities = await cloud.capabilities()
  if (capabilities.ok && capabilities.value.federation.incoming === false) {
    return failure('home-federation-off', why.detail)
  }
  const remote = await askStatus(ports.fetch, job.link.base)
  if (!remote) return failure('remote-unreachable-from-home', why.detail)
  return remote.maintenance ? failure('remote-maintenance', why.detail) : why
}

const fail = (ports: Ports, job: MountJob, home: Home, why: Failure): Promise<Step> =>
  end(ports, job, home, { type: 'failed', failure: why })

/** The tab goes first: with the asking the job forgets it. */
async function end(ports: Ports, job: MountJob, { account }: Home, event: JobEvent): Promise<Step> {
  await closeTab(ports, job.tabId, account.base)
  // Whatever was not used is not kept any longer.
  takePassword(job.id)
  await record(ports, job.id, event)
  return 'go-on'
}
