import { failure } from '../domain/failure.ts'
import { publicLinkUrl } from '../domain/public-link.ts'
import { failureText } from '../domain/text.ts'
import { mountFromTab, readTab } from './add-from-tab.ts'
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

/**
 * The menu of a share page, or the shortcut on it. The popup is open by then: it takes the password of a protected link,
 * and shows what becomes of the others. On any other page it has the box for links.
 */
export async function addFromPage(ports: Ports, run: RunJob, tabId: number): Promise<void> {
  const seen = await readTab(ports, tabId)
  if (!seen || seen.page?.needsPassword) return
  const added = await mountFromTab(ports, run, { tabId, link: seen.link, keepsFailure: true })
  if (!added.ok) await tell(ports, publicLinkUrl(seen.link), added.failure)
  else if (added.value.do === 'connect') await ports.tabs.openOptions()
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
