import { failure } from '../domain/failure.ts'
import { isRunning } from '../domain/mount-job.ts'
import { failed, ok } from '../domain/result.ts'
import type { Request, Response, UiCalls } from '../protocol.ts'
import { givePassword, mountPastedLink } from './add-share.ts'
import { acceptPending, declinePending, undoDecline, undoWindow } from './answer-share.ts'
import type { App } from './app.ts'
import { connect, signIn } from './connect-account.ts'
import { cancelLogin } from './continue-login.ts'
import { singleFlight } from './single-flight.ts'
import { signOut } from './sign-out.ts'
import { accountView, jobView } from './view.ts'

export type UiHandlers = { [K in keyof UiCalls]: (request: Request<K>) => Promise<Response<K>> }

/** What popup and options may ask. */
export function uiCalls(app: App): UiHandlers {
  const { ports, run } = app
  // A second click on Accept joins the first: accepting twice renames the mount.
  const accept = singleFlight((key: string) => {
    const [accountId = '', shareId = ''] = JSON.parse(key) as string[]
    return acceptPending(ports, { accountId, shareId })
  })
  return {
    async 'ui/refresh'() {
      await app.refreshEvery()
    },
    'ui/accept': ({ accountId, shareId }) => accept(JSON.stringify([accountId, shareId])),
    async 'ui/decline'(ref) {
      await declinePending(ports, ref)
      void ports.sleep(undoWindow).then(app.sendAnswers)
    },
    'ui/undo-decline': (ref) => undoDecline(ports, ref),
    async 'ui/connect'({ address, insecureConfirmed }) {
      const step = await connect(ports, address, insecureConfirmed)
      if (step.ok && step.value.next === 'browser-login') void app.continueLogin()
      return step
    },
    'ui/cancel-connect': () => cancelLogin(ports),
    async 'ui/sign-in'(request) {
      const signedIn = await signIn(ports, request)
      if (!signedIn.ok) return signedIn
      void app.refresh(signedIn.value)
      const account = (await ports.stores.accounts.read()).find(({ id }) => id === signedIn.value)
      return account ? ok(accountView(account, undefined, false)) : failed(failure('not-connected'))
    },
    'ui/sign-out': ({ accountId }) => signOut(ports, accountId),
    async 'ui/set-default'({ accountId }) {
      await ports.stores.defaultAccount.update(() => accountId)
    },
    async 'ui/add-link'({ address, accountId }) {
      const job = await mountPastedLink(ports, run, address, accountId)
      return job.ok ? ok(jobView(job.value)) : job
    },
    async 'ui/job-password'({ jobId, password }) {
      const job = await givePassword(ports, run, jobId, password)
      return job.ok ? ok(jobView(job.value)) : job
    },
    async 'ui/dismiss-job'({ jobId }) {
      await ports.stores.jobs.update((jobs) => jobs.filter((job) => job.id !== jobId || isRunning(job)))
    },
  }
}
