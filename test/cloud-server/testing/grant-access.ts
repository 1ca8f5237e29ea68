import type { Cloud } from '../api.ts'
import { Browser } from './client.ts'

/** The user follows the address of a login under way, logs in and grants access, all in the server's own pages. */
export async function grantAccess(home: Cloud, loginUrl: string, user: string, password: string): Promise<void> {
  const browser = new Browser()
  const entered = await browser.go('GET', loginUrl)
  await browser.go('GET', entered.headers['location'] ?? '')
  const stateToken = /stateToken(?:=|"\s+value=")(\w+)/.exec(browser.page)?.[1] ?? ''
  const grantUrl = `${home.base}/login/v2/grant?user=&direct=0&stateToken=${stateToken}`
  await browser.go('GET', `${home.base}/login?redirect_url=`)
  const login = { user, password, requesttoken: browser.token, redirect_url: '' }
  await browser.post(`${home.base}/login`, login, { Origin: new URL(home.base).origin })
  await browser.go('GET', grantUrl)
  await browser.post(`${home.base}/login/v2/grant`, { requesttoken: browser.token, stateToken })
  if (!browser.page.includes('Account connected')) throw new Error('access was not granted')
}
