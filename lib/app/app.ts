import { readAlarm } from './alarms.ts'
import { sendAnswers } from './answer-share.ts'
import { continueLogin } from './continue-login.ts'
import { markAccount } from './mark-account.ts'
import type { Ports } from './ports.ts'
import { refreshAll, refreshInbox } from './refresh-inbox.ts'
import { runJob } from './run-job.ts'
import { singleFlight } from './single-flight.ts'
import { hasEnded, isRunning } from '../domain/mount-job.ts'

export type App = ReturnType<typeof createApp>

/**
 * The background's tasks, each at most once under way per key. Whatever they do is written down first, so that `wake`
 * can take up everything a dead worker left.
 */
export function createApp(ports: Ports) {
  const refresh = singleFlight((accountId: string) => refreshInbox(ports, accountId))
  const answers = singleFlight(() => sendAnswers(ports))
  const run = singleFlight(async (jobId: string) => {
    const job = await runJob(ports, jobId)
    // What was accepted is pending no more, and what did not arrive in time may have by now.
    if (hasEnded(job) && job.asked) void refresh(job.accountId)
    if (job.failure?.code === 'home-rejected-login') await markAccount(ports, job.accountId, job.failure.code)
    return job
  })
  const login = singleFlight(async () => {
    const connected = await continueLogin(ports)
    if (connected) await refresh(connected)
  })
  const refreshEvery = async () => refreshAll(refresh, await ports.stores.accounts.read())

  return {
    ports,
    refresh,
    refreshEvery,
    run,
    continueLogin: () => login('login'),
    sendAnswers: () => answers('answers'),

    /** Takes up what the last worker left. Called whenever a worker starts; costs storage reads only when all is done. */
    async wake(): Promise<void> {
      const jobs = await ports.stores.jobs.read()
      const unfinished = jobs.filter(isRunning)
      await Promise.all([login('login'), answers('answers'), ...unfinished.map(({ id }) => run(id))])
    },

    async onAlarm(name: string): Promise<void> {
      const { kind, id } = readAlarm(name)
      if (kind === 'poll') await refresh(id)
      if (kind === 'job') await run(id)
      if (kind === 'decline') await answers('answers')
      if (kind === 'login') await login('login')
    },
  }
}
