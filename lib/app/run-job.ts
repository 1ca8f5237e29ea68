import { failure } from '../domain/failure.ts'
import { findArrival, isAskedFor, whenToLook } from '../domain/arrival.ts'
import { asksFromPage, asksThroughTab, isOverdue, isRunning, type MountJob } from '../domain/mount-job.ts'
import type { ReceivedShare } from '../domain/received-share.ts'
import { acceptShare, doubtAbout } from './accept-share.ts'
import { announceAtHome, giveUpBroken, looksBroken } from './announce.ts'
import { unclaimed } from './claims.ts'
import { endOverdue } from './end-overdue.ts'
import { askThroughTab } from './ask-through-tab.ts'
import { askFromBackground, takePageAnswer } from './ask.ts'
import { listKnown } from './find-at-home.ts'
import { openHome, type Home } from './home.ts'
import { keepSafe, readJob, record } from './job-store.ts'
import { recordMounted } from './record-mounted.ts'
import type { Ports } from './ports.ts'
import { mountInSession } from './session.ts'
import type { Step } from './step.ts'
import { troubled } from './troubled.ts'

/** Pauses before the same step is tried again at once, in milliseconds; after them an alarm takes over. */
const quickRetries = [1_000, 4_000]
/** How long a page may take to report what the remote answered; the call itself may take 60 s. */
const pagePatience = 90_000

/**
 * Carries a job as far as it goes without anybody else: until it has ended, needs a password, waits for its page to
 * ask the remote, or waits for an alarm. Safe to call at any time and after any death of the worker: each step is
 * written down before it is taken, and what may have been sent is looked up before it is sent again.
 */
export async function runJob(ports: Ports, id: string): Promise<MountJob> {
  const pauses = [...quickRetries]
  for (;;) {
    const job = await readJob(ports, id)
    if (!job) throw new Error(`mount job ${id} is gone`)
    if (isOverdue(job, ports.now())) return endOverdue(ports, job)
    if (!isRunning(job)) return job
    const home = await openHome(ports, job.accountId)
    const next = home.ok ? await step(ports, job, home.value) : await troubled(ports, job, home)
    if (next === 'go-on') continue
    const pause = next === 'retry' ? pauses.shift() : undefined
    if (pause === undefined) return rest(ports, id)
    await ports.sleep(pause)
  }
}

async function rest(ports: Ports, id: string): Promise<MountJob> {
  const job = await readJob(ports, id)
  if (!job) throw new Error(`mount job ${id} is gone`)
  await keepSafe(ports, job)
  return job
}

function step(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  if (job.state === 'accepting') return accept(ports, job, home)
  if (job.state === 'waiting') return look(ports, job, home)
  if (!job.before) return listBefore(ports, job, home)
  if (job.answer) return takePageAnswer(ports, job, home, job.answer)
  const mountsAtOnce = job.route === 'home-session' && home.account.product === 'owncloud'
  if (job.asked && !mountsAtOnce) return afterLostAsking(ports, job, home)
  if (job.route === 'home-session') return mountInSession(ports, job, home)
  if (job.route === 'announce') return announceAtHome(ports, job, home)
  if (asksThroughTab(job)) return askThroughTab(ports, job, home)
  return asksFromPage(job) ? awaitPage(ports, job) : askFromBackground(ports, job, home)
}

async function listBefore(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  const known = await listKnown(job, home)
  if (!known.ok) return troubled(ports, job, known)
  await record(ports, job.id, { type: 'listed', before: known.value })
  return 'go-on'
}

/** Nothing was sent yet and the page that would send it may have been closed. */
async function awaitPage(ports: Ports, job: MountJob): Promise<Step> {
  if (ports.now() - job.updatedAt < pagePatience) return 'rest'
  await record(ports, job.id, { type: 'failed', failure: failure('job-interrupted') })
  return 'go-on'
}

/** The remote may have been asked, but whoever asked never told us what came of it. */
async function afterLostAsking(ports: Ports, job: MountJob, { cloud }: Home): Promise<Step> {
  const pending = await cloud.remoteShares.pending()
  if (!pending.ok) return troubled(ports, job, pending)
  const arrival = findArrival(job, await unclaimed(ports, job, pending.value))
  if (arrival.is === 'here') await record(ports, job.id, { type: 'arrived', shareId: arrival.share.id })
  else if (asksFromPage(job) && ports.now() - job.updatedAt < pagePatience) return 'rest'
  else await record(ports, job.id, { type: 'sent', uncertain: true })
  return 'go-on'
}

async function look(ports: Ports, job: MountJob, { account, cloud }: Home): Promise<Step> {
  const waiting = whenToLook(job)
  if (waiting.next === 'give-up') {
    const code = job.uncertain ? 'job-interrupted' : 'arrival-timeout'
    await record(ports, job.id, { type: 'failed', failure: failure(code) })
    return 'go-on'
  }
  if (waiting.next === 'look' && waiting.inSeconds > 0) await ports.sleep(waiting.inSeconds * 1000)
  const pending = await cloud.remoteShares.pending()
  if (!pending.ok) return troubled(ports, job, pending)
  const arrival = findArrival(job, await unclaimed(ports, job, pending.value))
  if (arrival.is === 'here') {
    await record(ports, job.id, { type: 'arrived', shareId: arrival.share.id })
  } else if (arrival.is === 'ambiguous') {
    await record(ports, job.id, { type: 'failed', failure: failure('arrival-ambiguous') })
  } else {
    const mounted = job.looks === 1 ? await findAutoAccepted(job, { account, cloud }) : undefined
    if (mounted) await recordMounted(ports, job, account.base, mounted, false)
    else await record(ports, job.id, { type: 'looked' })
  }
  return waiting.next === 'sleep' ? 'rest' : 'go-on'
}

/**
 * A home that trusts the remote accepts at once and the share is never pending (recorded nextcloud-32.0.1/12-02).
 * Asked only once, for this list contacts every remote. The newest comes last.
 */
async function findAutoAccepted(job: MountJob, { cloud }: Home): Promise<ReceivedShare | undefined> {
  const mounted = await cloud.remoteShares.mounted()
  return mounted.ok ? mounted.value.findLast((share) => isAskedFor(job, share)) : undefined
}

async function accept(ports: Ports, job: MountJob, { account, cloud }: Home): Promise<Step> {
  const id = job.shareId ?? ''
  const mayHaveBeenSent = job.acceptSent === true
  if (!mayHaveBeenSent) await record(ports, job.id, { type: 'about-to-accept' })
  // Asked after the recording: the machine may have slept anywhere before this line.
  const doubt = doubtAbout(mayHaveBeenSent, job.updatedAt, ports.now())
  const accepted = await acceptShare({ cloud, shareId: id, doubt, sleep: ports.sleep })
  if (!accepted.ok && looksBroken(job, accepted.failure)) return giveUpBroken(ports, job, cloud, accepted.failure)
  if (!accepted.ok) return troubled(ports, job, accepted)
  await recordMounted(ports, job, account.base, accepted.value, false)
  return 'go-on'
}
