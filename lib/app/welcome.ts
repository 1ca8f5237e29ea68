import { hidesWelcome, readPolicy } from '../domain/policy.ts'
import type { Ports } from './ports.ts'

/**
 * After the installation: opens the welcome page, once, and not where an administrator has installed Homeward. The
 * policies are waited for; should they come later still, the page closes itself.
 */
export async function welcome(ports: Ports): Promise<void> {
  const { policy } = readPolicy(await ports.managed())
  const isByAdmin = policy.hideWelcome === undefined && (await ports.firstRun.isByAdmin())
  let isFirst = false
  await ports.stores.welcomed.update((welcomed) => {
    isFirst = !welcomed
    return true
  })
  if (isFirst && !isByAdmin && !hidesWelcome(policy)) await ports.firstRun.open()
}
