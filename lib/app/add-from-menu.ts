import { failure } from '../domain/failure.ts'
import { failureText } from '../domain/text.ts'
import { mountPastedLink, type RunJob } from './add-share.ts'
import { openDialogFor } from './home-dialog.ts'
import type { Ports } from './ports.ts'

/**
 * A link chosen in the browser's menu of links. What becomes of it shows in the popup's list, which is opened first: the
 * browser allows that only as part of the click. What the route needs of the user (a permission, a password) is asked there.
 */
export async function addFromMenu(ports: Ports, run: RunJob, address: string): Promise<void> {
  const hasAccount = (await ports.stores.accounts.read()).length > 0
  if (!hasAccount) return addWithoutAccount(ports, address)
  const added = await mountPastedLink(ports, run, { address, keepsFailure: true })
  if (!added.ok) await tell(ports, address)
}

async function addWithoutAccount(ports: Ports, address: string): Promise<void> {
  const opened = await openDialogFor(ports, address, false)
  if (opened.ok) return
  if (opened.failure.code === 'not-connected') await ports.tabs.openOptions()
  else await tell(ports, address, opened.failure)
}

/** There is no list to show it in. */
async function tell(ports: Ports, address: string, why = failure('not-a-link', address)): Promise<void> {
  const { title, cause, fix } = failureText(ports.t, why)
  await ports.notifications.show({ id: 'menu', title, message: `${cause} ${fix}` })
}
