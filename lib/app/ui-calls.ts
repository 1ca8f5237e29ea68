import { failure } from '../domain/failure.ts'
import { isRunning } from '../domain/mount-job.ts'
import { failed, ok } from '../domain/result.ts'
import type { Request, Response, UiCalls } from '../protocol.ts'
import { givePassword, mountPastedLink } from './add-share.ts'
import { mountFromTab, readPage } from './add-from-tab.ts'
import { answerSeveral, stopSeveral } from './answer-several.ts'
import { declinePending, undoDecline, undoWindow } from './answer-share.ts'
import type { App } from './app.ts'
import { browseFiles, findFiles } from './browse-files.ts'
import { connect, signIn } from './connect-account.ts'
import { cancelLogin } from './continue-login.ts'
import { diagnose } from './diagnose.ts'
import { openDialogFor, useAddress } from './home-dialog.ts'
import { mountedCalls } from './mounted-calls.ts'
import { findInvitation, homeFor } from './other-way.ts'
import { outgoingCalls } from './outgoing-calls.ts'
import { signOut } from './sign-out.ts'
import { accountView, jobView } from './view.ts'

export type UiHandlers = { [K in keyof UiCalls]: (request: Request<K>) => Promise<Response<K>> }

/** What popup and options may ask. */
export function uiCalls(app: App): UiHandlers {
  const { ports, run } = app
  return {
    ...mountedCalls(app),
    ...outgoingCalls(app),
    async 'ui/refresh'() {
      await app.refreshEvery()
    },
    'ui/accept': (ref) => app.accept(ref),
    async 'ui/decline'(ref) {
      await declinePending(ports, ref)
      void ports.sleep(undoWindow).then(app.sendAnswers)
    },
    'ui/undo-decline': (ref) => undoDecline(ports, ref),
    async 'ui/answer-several'({ refs, answer }) {
      await answerSeveral(ports, refs, answer)
      if (answer === 'accept') void app.sendAnswers()
      else void ports.sleep(undoWindow).then(app.sendAnswers)
    },
    'ui/stop-several': () => stopSeveral(ports),
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
    async 'ui/sign-in-again'({ accountId }) {
      const account = (await ports.stores.accounts.read()).find(({ id }) => id === accountId)
      if (!account) return failed(failure('not-connected'))
      // Plain http was confirmed when the account was first connected.
      const step = await connect(ports, account.base, true)
      if (step.ok && step.value.next === 'browser-login') void app.continueLogin()
      return step
    },
    'ui/choose-settings': (choices) => app.chooseSettings(choices),
    async 'ui/dismiss-notice'({ id }) {
      await ports.stores.notices.update((notices) => notices.filter((notice) => notice.id !== id))
    },
    'ui/files': ({ accountId, path }) => browseFiles(ports, accountId, path),
    'ui/search-files': (request) => findFiles(ports, app.searches, request),
    'ui/diagnostics': ({ withNames }) => diagnose(ports, withNames),
    'ui/sign-out': ({ accountId }) => signOut(ports, accountId),
    async 'ui/set-default'({ accountId }) {
      await ports.stores.defaultAccount.update(() => accountId)
    },
    'ui/use-address': ({ address, insecureConfirmed }) => useAddress(ports, address, insecureConfirmed),
    'ui/open-dialog': ({ address, anyway }) => openDialogFor(ports, address, anyway ?? false),
    async 'ui/add-link'(pasted) {
      const job = await mountPastedLink(ports, run, pasted)
      return job.ok ? ok(jobView(job.value)) : job
    },
    'ui/page': ({ tabId }) => readPage(ports, tabId),
    async 'ui/add-page'(wish) {
      const added = await mountFromTab(ports, run, wish)
      if (!added.ok) return added
      const { value } = added
      if (value.do === 'connect') await ports.tabs.openOptions()
      return ok(value.do === 'show' ? { do: 'show', job: jobView(value.job) } : value)
    },
    async 'ui/invitation'({ base, accountId }) {
      const home = await homeFor(ports, accountId)
      return home ? findInvitation(ports, home.base, base) : { is: 'impossible' }
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
