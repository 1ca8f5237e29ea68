import type { PendingLogin } from '../../lib/app/ports.ts'
import { Browser } from '../cloud-server/testing/client.ts'
import { passwordOf, type Stage } from './stage.ts'
import { wire } from './wire.ts'

/** The user grants access in the server's own pages, while the background asks for it the second time. */
export function grantWhilePolled(stage: Stage): void {
  let polls = 0
  wire.meanwhile(async (label) => {
    if (label !== 'home POST /login/v2/poll') return
    if (++polls === 2) await grant(stage)
    // An answer that was lost does not come again: the rest of the twenty minutes goes by faster.
    if (polls > 10) stage.world.clock += 4 * 60_000
  })
}

async function grant({ home, user, world }: Stage): Promise<void> {
  const { loginUrl } = world.stored['login'] as PendingLogin
  const browser = new Browser()
  const entered = await browser.go('GET', loginUrl)
  await browser.go('GET', entered.headers['location'] ?? '')
  const stateToken = /stateToken(?:=|"\s+value=")(\w+)/.exec(browser.page)?.[1] ?? ''
  const grantUrl = `${home.base}/login/v2/grant?user=&direct=0&stateToken=${stateToken}`
  await browser.go('GET', `${home.base}/login?redirect_url=`)
  const login = { user, password: passwordOf(user), requesttoken: browser.token, redirect_url: '' }
  await browser.post(`${home.base}/login`, login, { Origin: new URL(home.base).origin })
  await browser.go('GET', grantUrl)
  await browser.post(`${home.base}/login/v2/grant`, { requesttoken: browser.token, stateToken })
  if (!browser.page.includes('Account connected')) throw new Error('access was not granted')
}
