import { failure } from '../../lib/domain/failure.ts'
import { sameLink } from '../../lib/domain/public-link.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { Translate } from '../../lib/domain/text.ts'
import type { JobView, MountAnswer, PageStep } from '../../lib/protocol.ts'
import { askRemote } from './ask-remote.ts'
import { createCard, type Wish } from './card.ts'
import { insteadState, isRunning, jobState, restingState } from './card-state.ts'
import { persistent, type CallBackground } from './messenger.ts'

/** What the flow needs from the world. */
export interface World {
  call: CallBackground
  t: Translate
  /** Reads the page again, as it is now. */
  recognise(): SharePage | null
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean
  fetch: typeof fetch
  sleep(milliseconds: number): Promise<void>
  /** Open only in the e2e build. */
  shadow: ShadowRootMode
}

type Ask = PageStep & { do: 'ask' }

/** Pause between two looks at a job that has not moved, in milliseconds; the answer itself comes after 20 s. */
const breath = 500

/**
 * Shows the card on a recognised share page and carries the user's click through to the mounted share.
 * Returns how to take the card away; the job goes on in the background.
 */
export function startMountFlow(page: SharePage, world: World): () => void {
  const send = persistent(world.call, world.isAlive, world.sleep)
  const card = createCard(world.t, page.product, world.shadow, {
    add: (wish) => void add(wish),
    accounts: () => send('page/accounts', {}),
    hide: stop,
  })
  let busy = false
  let stopped = false
  /** The user was warned that it will hardly work, and wants to try: said once, for this page. */
  let insists = false
  /** The account chosen on the card, or of the job that was under way; else the default one. */
  let chosen: string | undefined
  /** What the remote answered and the background does not know yet: it must not be asked twice. */
  let unreported: { jobId: string; answer: MountAnswer; withPassword: boolean } | undefined

  async function greet(): Promise<void> {
    // What can never be mounted is told at once. Of two servers that do not get along the background may know more.
    if (page.reason) card.show(restingState(page, true))
    if (page.reason && page.reason !== 'pair-unsupported') return
    const greeting = await send('page/hello', { page })
    if (stopped || busy) return
    if (greeting.instead) return card.show(insteadState(greeting.instead))
    if (page.reason) return
    card.offerChoice(greeting.several)
    chosen = greeting.job?.accountId ?? chosen
    if (greeting.job) await exclusively(() => follow(greeting.job as JobView))
    else card.show(restingState(page, greeting.connected))
  }

  function add({ password, anyway, accountId }: Wish): Promise<void> {
    insists ||= anyway
    chosen = accountId ?? chosen
    return exclusively(() => mount(password))
  }

  async function exclusively(work: () => Promise<void>): Promise<void> {
    if (busy) return
    busy = true
    try {
      await work()
    } catch {
      card.show(
        world.isAlive() ? { kind: 'failed', failure: failure('job-interrupted'), again: true } : { kind: 'outdated' },
      )
    } finally {
      busy = false
    }
  }

  async function mount(password?: string): Promise<void> {
    if (!world.isAlive()) return card.show({ kind: 'outdated' })
    // A page may turn into another one after it was recognised.
    const now = world.recognise()
    if (!now || !sameLink(now, page))
      return card.show({ kind: 'failed', failure: failure('page-changed'), again: false })
    card.show({ kind: 'working', step: 'asking' })
    const step = await send('page/mount', {
      page: now,
      ...(password === undefined ? {} : { password }),
      ...(insists ? { anyway: true } : {}),
      ...(chosen === undefined ? {} : { accountId: chosen }),
    })
    // The chosen one may have been signed out meanwhile: the next click goes to the default.
    if (step.do === 'refuse') chosen = undefined
    if (step.do === 'connect') return connect()
    if (step.do === 'opened') return card.show({ kind: 'opened', host: step.host })
    if (step.do === 'refuse') return card.show({ kind: 'failed', failure: step.failure, again: true })
    await follow(step.do === 'show' ? step.job : await ask(step, password))
  }

  async function connect(): Promise<void> {
    await send('page/connect', {})
    card.show({ kind: 'connect', opened: true })
  }

  async function ask({ jobId, shareWith }: Ask, password?: string): Promise<JobView> {
    if (unreported?.jobId !== jobId) {
      const answer = await askRemote(world.fetch, page, shareWith, password)
      unreported = { jobId, answer, withPassword: password !== undefined }
    }
    const job = await send('page/asked', unreported)
    unreported = undefined
    return job
  }

  async function follow(job: JobView): Promise<void> {
    card.show(jobState(job, page.name))
    if (!isRunning(job) || stopped) return
    const next = await send('page/job', { jobId: job.id, seen: job.state })
    if (next.state === job.state) await world.sleep(breath)
    return follow(next)
  }

  /** The user may have connected a cloud in another tab. */
  function lookAgain(): void {
    if (!busy && card.shows('connect')) greet().catch(() => {})
  }

  function stop(): void {
    stopped = true
    window.removeEventListener('focus', lookAgain)
    card.remove()
  }

  window.addEventListener('focus', lookAgain)
  // Without the background the button is still offered: the click will tell what is wrong.
  greet().catch(() => stopped || busy || card.show(restingState(page, true)))
  return stop
}
