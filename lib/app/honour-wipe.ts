import { createCloud } from '../cloud/create-cloud.ts'
import type { Account } from '../domain/account.ts'
import { forgetAccount } from './forget-account.ts'
import { log } from './log.ts'
import type { Ports } from './ports.ts'

/**
 * Asked once, when a login is rejected: has its owner had this device wiped ("Security" in Nextcloud's settings)?
 * Then everything local of the account is removed and the server told. True when it was.
 */
export async function honourWipe(ports: Ports, { id, base, product }: Account): Promise<boolean> {
  const appPassword = (await ports.stores.secrets.read())[id]?.appPassword
  if (product !== 'nextcloud' || !appPassword || !(await ports.mayCall(base))) return false
  // Without the login: it is rejected anyhow, and each try counts against the whole network.
  const { wipe } = createCloud({ fetch: ports.fetch, base })
  const due = await wipe.isDue(appPassword)
  if (!due.ok || !due.value) return false
  await forgetAccount(ports, id)
  const host = base.replace(/^https?:\/\//i, '')
  await ports.stores.notices.update((notices) => [...notices, { id: `wiped:${id}`, kind: 'wiped', host }])
  await log(ports, { type: 'wipe', confirmed: await wipe.report(appPassword) })
  return true
}
