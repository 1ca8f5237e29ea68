import type { PendingLogin } from '../../lib/app/ports.ts'
import { grantAccess } from '../cloud-server/testing/grant-access.ts'
import { passwordOf, type Stage } from './stage.ts'
import { wire } from './wire.ts'

/** The user grants access in the server's own pages, while the background asks for it the second time. */
export function grantWhilePolled({ home, user, world }: Stage): void {
  let polls = 0
  wire.meanwhile(async (label) => {
    if (label !== 'home POST /login/v2/poll') return
    const { loginUrl } = world.stored['login'] as PendingLogin
    if (++polls === 2) await grantAccess(home, loginUrl, user, passwordOf(user))
    // Should nobody notice that the answer was lost, the rest of the twenty minutes goes by faster.
    if (polls > 10) world.clock += 4 * 60_000
  })
}
