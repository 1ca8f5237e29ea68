import { copyEnded } from '../domain/copy-job.ts'
import { ok } from '../domain/result.ts'
import type { MountedCalls } from '../protocol.ts'
import type { App } from './app.ts'
import { keepCopy } from './keep-copy.ts'
import { copyView } from './mounted-view.ts'
import type { UiHandlers } from './ui-calls.ts'

/** What the popup may ask about mounted shares. */
export function mountedCalls({ ports, refreshMounted, unmount, runCopy }: App): Pick<UiHandlers, keyof MountedCalls> {
  return {
    async 'ui/refresh-mounted'() {
      const accounts = await ports.stores.accounts.read()
      await Promise.all(accounts.map(({ id }) => refreshMounted(id)))
    },
    'ui/unmount': (ref) => unmount(ref),
    async 'ui/keep-copy'({ accountId, shareId, folder }) {
      const job = await keepCopy(ports, runCopy, { accountId, shareId }, folder)
      return job.ok ? ok(copyView(job.value)) : job
    },
    async 'ui/dismiss-copy'({ copyId }) {
      await ports.stores.copies.update((copies) => copies.filter((job) => job.id !== copyId || !copyEnded(job)))
    },
  }
}
