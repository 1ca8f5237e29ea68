import { acceptLate } from './accept-late.ts'
import { addFromMenu, addFromPage } from './add-from-menu.ts'
import { readAlarm } from './alarms.ts'
import { createAnswering } from './answering.ts'
import { continueLogin } from './continue-login.ts'
import { takeOff, type ShareRef } from './inbox-store.ts'
import { readPolicy } from '../domain/policy.ts'
import type { Settings } from '../domain/settings.ts'
import { sendDeletions } from './delete-share.ts'
import { readJob } from './job-store.ts'
import { keepPolling } from './keep-polling.ts'
import { log } from './log.ts'
import { markAccount } from './mark-account.ts'
import { mountedTasks } from './mounted-tasks.ts'
import { notifyShares } from './notify-shares.ts'
import type { Ports } from './ports.ts'
import { refreshAll, refreshInbox } from './refresh-inbox.ts'
import { chooseSettings, reschedulePolls, settingsOf } from './settings.ts'
import { runJob } from './run-job.ts'
import { pullSettings, pushSettings } from './sync-settings.ts'
import type { Opened } from './send-answer.ts'
import { createSearches } from './searches.ts'
import { createSharing } from './sharing.ts'
import { onceMore, singleFlight } from './single-flight.ts'
import { welcome } from './welcome.ts'
import { failure } from '../domain/failure.ts'
import { awaitsTab, hasEnded, isOverdue, isRunning, type MountJob } from '../domain/mount-job.ts'
import { failed, ok, type Result } from '../domain/result.ts'

/** How often a tab in which the user signs in is looked at, in milliseconds; an alarm does it for a dead worker. */
const tabPause = 1_500

export type App = ReturnType<typeof createApp>

/**
 * The background's tasks, each at most once under way per key. Whatever they do is written down first, so that `wake`
 * can take up everything a dead worker left.
 */
export function createApp(ports: Ports) {
  const poll = singleFlight((accountId: string) => refreshInbox(ports, accountId))
  let notified = Promise.resolve()
  /** One after the other, never joined: the one under way may have looked before the share came. */
  const notify = () => (notified = notified.then(() => notifyShares(ports)).catch(() => undefined))
  const late = singleFlight((accountId: string) => acceptLate(ports, run, accountId))
  const refresh = async (accountId: string) => {
    await poll(accountId)
    await late(accountId)
    await notify()
  }
  const answering = createAnswering(ports)
  const deletions = onceMore(() => sendDeletions(ports))
  const afterMount = async ({ accountId, shareId, state }: MountJob) => {
    if (state === 'mounted' && shareId !== undefined) await takeOff(ports, { accountId, shareId })
    await refresh(accountId)
  }
  const run = singleFlight(async (jobId: string) => {
    const known = await readJob(ports, jobId)
    // What it ended with may have changed since: it says nothing about the account now.
    if (known && hasEnded(known)) return known
    const job = await runJob(ports, jobId)
    if (awaitsTab(job)) void ports.sleep(tabPause).then(() => run(jobId))
    if (job.failure?.code === 'home-rejected-login') await markAccount(ports, job.accountId, job.failure.code)
    // What was accepted is pending no more, and what did not arrive in time may have by now.
    else if (hasEnded(job) && job.asked) void afterMount(job)
    return job
  })
  const login = singleFlight(async () => {
    const connected = await continueLogin(ports)
    if (connected) await refresh(connected)
  })
  /** Accepting twice renames the mount: a share that a mount is about to accept is left to it. */
  const accept = async (ref: ShareRef): Promise<Result<Opened>> => {
    const jobs = await ports.stores.jobs.read()
    const claim = jobs.find((job) => isRunning(job) && job.accountId === ref.accountId && job.shareId === ref.shareId)
    if (!claim) return answering.accept(ref)
    const { openUrl, failure: why = failure('job-interrupted') } = await run(claim.id)
    return openUrl === undefined ? failed(why) : ok({ openUrl })
  }
  const mounted = mountedTasks(ports)
  const refreshEvery = async () => {
    await refreshAll((accountId) => poll(accountId).then(() => late(accountId)), await ports.stores.accounts.read())
    await notify()
  }

  return {
    ports,
    refresh,
    refreshEvery,
    run,
    continueLogin: () => login('login'),
    sendAnswers: answering.send,
    sendDeletions: deletions,
    sharing: createSharing(ports),
    searches: createSearches(),
    ...mounted,
    accept,

    settings: () => settingsOf(ports),

    async chooseSettings(choices: Partial<Settings>): Promise<void> {
      await chooseSettings(ports, choices)
      // Switched on: what was chosen elsewhere comes first.
      if (choices.sync) await pullSettings(ports)
      await pushSettings(ports)
      if (choices.pollMinutes !== undefined || choices.sync) await reschedulePolls(ports)
    },

    /** The browser's sync brought settings from elsewhere. */
    async onSync(): Promise<void> {
      await pullSettings(ports)
      await reschedulePolls(ports)
    },

    /** An administrator's settings came or changed. */
    async onPolicy(): Promise<void> {
      const { problems } = readPolicy(await ports.managed())
      if (problems.length > 0) await log(ports, { type: 'policy', problems })
      await reschedulePolls(ports)
    },

    /** The extension was installed just now. */
    onFirstRun: () => welcome(ports),

    /** The user or the browser took host permissions away. */
    async onPermissionsRemoved(removed: number): Promise<void> {
      await log(ports, { type: 'permission', removed })
      await refreshEvery()
    },

    /** A link chosen in the browser's menu. */
    addFromMenu: (address: string) => addFromMenu(ports, run, address),

    /** The share page in a tab, by its menu or by the shortcut. */
    addFromPage: (tabId: number) => addFromPage(ports, run, tabId),

    /** Takes up what the last worker left. Called whenever a worker starts; costs storage reads only when all is done. */
    async wake(): Promise<void> {
      const jobs = await ports.stores.jobs.read()
      const unfinished = jobs.filter((job) => isRunning(job) || isOverdue(job, ports.now()))
      await Promise.all([
        keepPolling(ports),
        login('login'),
        answering.send(),
        deletions(),
        mounted.resumeMounted(),
        ...unfinished.map(({ id }) => run(id)),
      ])
    },

    async onAlarm(name: string): Promise<void> {
      const { kind, id } = readAlarm(name)
      if (kind === 'poll') await refresh(id)
      if (kind === 'job') await run(id)
      if (kind === 'copy') await mounted.runCopy(id)
      if (kind === 'answer') await answering.send()
      if (kind === 'deletion') await deletions()
      if (kind === 'login') await login('login')
    },
  }
}
