import { isGone } from '../cloud/is-gone.ts'
import { readMountAnswer } from '../cloud/mount-answer.ts'
import { sendToCloudId } from '../cloud/public-link.ts'
import { theOnly, findArrival } from '../domain/arrival.ts'
import { cloudIdOf } from '../domain/cloud-id.ts'
import { failure, type Failure, type FailureCode } from '../domain/failure.ts'
import type { MountAnswer } from '../domain/mount-request.ts'
import type { MountJob } from '../domain/mount-job.ts'
import { matches } from '../domain/received-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { unclaimed } from './claims.ts'
import type { Home } from './home.ts'
import { record } from './job-store.ts'
import { takePassword } from './passwords.ts'
import type { Ports } from './ports.ts'
import type { Step } from './step.ts'
import { troubled } from './troubled.ts'
import { recordMounted } from './record-mounted.ts'

/** Asks for the share without a page: the home does it, or the background where it may call the remote. */
export async function askFromBackground(ports: Ports, job: MountJob, home: Home): Promise<Step> {
  const password = takePassword(job.id)
  if (password === undefined && job.failure) {
    // The worker died with the password the user had typed.
    await record(ports, job.id, { type: 'password-needed', failure: failure('password-needed') })
    return 'go-on'
  }
  await record(ports, job.id, { type: 'about-to-ask', by: 'background' })
  const result = await (job.route === 'home-asks'
    ? home.cloud.askForShare({ link: job.link, ...(password === undefined ? {} : { password }) })
    : sendFromBackground(ports, job, home, password))
  return takeResult(ports, job, home, result)
}

async function sendFromBackground(
  ports: Ports,
  job: MountJob,
  { account }: Home,
  password?: string,
): Promise<Result<void>> {
  if (!(await ports.mayCall(job.link.base))) return failed(failure('home-permission-missing', job.link.base))
  const cloudId = cloudIdOf(account.userId, account.base)
  const answer = await sendToCloudId(ports.fetch, job.link, cloudId, password)
  return readMountAnswer(answer, { cloudId, withPassword: password !== undefined })
}

/** Reads what the remote answered to the page. */
export function takePageAnswer(
  ports: Ports,
  job: MountJob,
  home: Home,
  { withPassword, ...answer }: MountAnswer & { withPassword: boolean },
): Promise<Step> {
  const cloudId = cloudIdOf(home.account.userId, home.account.base)
  return takeResult(ports, job, home, readMountAnswer(answer, { cloudId, withPassword }))
}

/** No answer came, so nobody knows whether the asking was heard. */
const unanswered: FailureCode[] = ['job-interrupted', 'home-unreachable', 'remote-unreachable-from-home']
const aboutPassword: FailureCode[] = ['password-needed', 'password-wrong']

/** What comes of an asking, whoever did it. */
export async function takeResult(ports: Ports, job: MountJob, home: Home, result: Result<void>): Promise<Step> {
  const { id } = job
  if (result.ok) await record(ports, id, { type: 'sent', uncertain: false })
  else if (unanswered.includes(result.failure.code)) await record(ports, id, { type: 'sent', uncertain: true })
  else if (aboutPassword.includes(result.failure.code)) {
    await record(ports, id, { type: 'password-needed', failure: result.failure })
  } else return explainRefusal(ports, job, home, result.failure)
  return 'go-on'
}

/** The refusals behind which a share that is already ours may hide. */
const mayBeOurs: FailureCode[] = ['already-mounted', 'remote-refused']

/**
 * Pauses between looks for a share that is said to be there, in milliseconds: it may be on its way this very moment,
 * asked for by another tab, by an asking whose answer was lost, or by the browser itself, which sends a request again
 * when the connection breaks.
 */
const deliveryPauses = [0, 1_000, 3_000]

/** A refusal often means that the share is at home already, mounted or pending; home knows, so home is asked. */
async function explainRefusal(ports: Ports, job: MountJob, home: Home, refusal: Failure): Promise<Step> {
  const pauses = refusal.code === 'already-mounted' ? deliveryPauses : [0]
  for (const pause of mayBeOurs.includes(refusal.code) ? pauses : []) {
    if (pause > 0) await ports.sleep(pause)
    const found = await findAtHome(ports, job, home)
    // A home that cannot be asked has said neither yes nor no.
    if (!found.ok) return troubled(ports, { ...job, asked: true }, found)
    if (found.value) return 'go-on'
  }
  if (refusal.code === 'remote-refused' && (job.route === 'home-asks' || job.route === 'home-session')) {
    // The home does not pass on the remote's reason; a password is the one thing the user can add.
    await record(ports, job.id, { type: 'password-needed', failure: refusal })
    return 'go-on'
  }
  await record(ports, job.id, { type: 'failed', failure: await sharpen(ports, job, refusal, home) })
  return 'go-on'
}

/** Whether the share is at home already; if so the job goes on with it. */
async function findAtHome(ports: Ports, job: MountJob, { account, cloud }: Home): Promise<Result<boolean>> {
  const listed = await cloud.remoteShares.pending()
  if (!listed.ok) return listed
  const pending = await unclaimed(ports, job, listed.value)
  const fresh = findArrival(job, pending)
  if (fresh.is === 'here') {
    await record(ports, job.id, { type: 'arrived', shareId: fresh.share.id })
    return ok(true)
  }
  // Without its name any share of that remote would fit: not enough to touch one that was there before.
  if (job.name === undefined) return ok(false)
  const mounted = await cloud.remoteShares.mounted()
  const there = mounted.ok ? mounted.value.findLast((share) => matches(share, job)) : undefined
  if (there) {
    await recordMounted(ports, job, account.base, there, true)
    return ok(true)
  }
  // Without both lists nobody knows whether a pending share of this name is the one, or a namesake of it.
  const waiting = mounted.ok ? theOnly(pending.filter((share) => matches(share, job))) : fresh
  if (waiting.is === 'here') await record(ports, job.id, { type: 'arrived', shareId: waiting.share.id })
  if (waiting.is === 'ambiguous') await record(ports, job.id, { type: 'failed', failure: failure('arrival-ambiguous') })
  return ok(waiting.is !== 'missing')
}

/** Looks for the precise cause of a refusal that servers give for many causes at once, or in a language not understood. */
async function sharpen(ports: Ports, job: MountJob, refusal: Failure, { cloud }: Home): Promise<Failure> {
  const { code, detail } = refusal
  if (code === 'already-mounted') return failure('already-shared-but-missing', detail)
  if (code !== 'remote-cannot-reach-home' && code !== 'remote-refused') return refusal
  const capabilities = await cloud.capabilities()
  if (capabilities.ok && capabilities.value.federation.incoming === false) return failure('home-federation-off', detail)
  const mayLook = code === 'remote-refused' && (await ports.mayCall(job.link.base))
  return mayLook && (await isGone(ports.fetch, job.link)) ? failure('link-gone', detail) : refusal
}
