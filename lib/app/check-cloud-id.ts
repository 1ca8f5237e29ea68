import { discover } from '../cloud/discovery.ts'
import { cloudIdOf, hasForeignLetters, parseCloudId } from '../domain/cloud-id.ts'
import { failure } from '../domain/failure.ts'
import { sameBase } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { CloudIdCheck } from '../protocol.ts'
import { hostOf, isInsecure, outOfReach } from './address-view.ts'
import { accountFor } from './home.ts'
import type { Ports } from './ports.ts'

/**
 * What can be known of a cloud id before something is sent to it. The other server is only asked where the browser lets
 * us, and hears nothing but that somebody asks. Failures: `not-connected`, `receiver-unknown` (no cloud id at all).
 */
export async function checkCloudId(ports: Ports, accountId: string, text: string): Promise<Result<CloudIdCheck>> {
  const account = await accountFor(ports, accountId)
  if (!account) return failed(failure('not-connected'))
  const id = parseCloudId(text)
  if (!id) return failed(failure('receiver-unknown', text))
  const { user, base } = id
  const reach = outOfReach(account.base, base)
  const facts = {
    cloudId: cloudIdOf(user, base),
    user,
    base,
    host: hostOf(base),
    insecure: isInsecure(base),
    ...(hasForeignLetters(base) ? { lookAlike: true } : {}),
    ...(reach ? { outOfReach: reach } : {}),
  }
  if (sameBase(base, account.base)) return ok({ ...facts, state: 'own' })
  if (!(await ports.mayCall(base))) return ok({ ...facts, state: 'unchecked' })
  const found = await discover(ports.fetch, base)
  return ok(found.ok ? { ...facts, ...found.value, state: 'federates' } : { ...facts, ...found, state: 'failed' })
}
