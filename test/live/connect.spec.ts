import type { Worker } from '@playwright/test'
import type { Homeward } from '../e2e/homeward.ts'
import { accounts, connect, typeLogin } from './connect.ts'
import { createTalk } from './talk.ts'
import { expect, note, skipIf, test } from './test.ts'
import { grantLogin, signInOnWeb } from './web-session.ts'

test('an account is connected by typing', async ({ homeward, home, remote }) => {
  note(`home ${home.product} ${home.version}, remote ${remote.product} ${remote.version}`)
  await connect(homeward, home)
  const options = await homeward.openOptions()
  await expect(accounts(options)).toContainText(home.cloudId)
})

test('a wrong password is refused', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  await typeLogin(options, home, 'certainly-not-the-password-1')
  await expect(options.getByText('Your cloud did not accept the login')).toBeVisible()
  await expect(accounts(options)).toHaveCount(0)
})

test('signing in in the browser, and signing out revokes the app password', async ({ homeward, home }) => {
  skipIf(home.product === 'nextcloud' ? undefined : 'ownCloud has no login page for apps')
  skipIf(home.own.isLoginPassword ? undefined : 'LIVE_HOME_PASSWORD is an app password')
  const { context } = homeward
  await signInOnWeb(context.request, home.access)
  const options = await homeward.openOptions()
  await options.getByRole('textbox', { name: 'Server address' }).fill(`${home.base}/index.php/apps/files/?dir=/`)
  const opened = context.waitForEvent('page')
  await options.getByRole('button', { name: 'Connect' }).click()
  const login = await opened
  await login.waitForURL(/\/login\/v2\/flow/)
  const started = Date.now()
  await grantLogin(context.request, home.base, login.url())
  await expect(accounts(options)).toContainText(home.cloudId)
  note(`granted in the browser to connected: ${Date.now() - started} ms`)
  const password = await storedPassword(homeward)
  const talk = createTalk({ ...home.access, ...password })
  expect((await talk.ocs('GET', '/cloud/user')).status).toBe(200)
  await accounts(options).getByRole('button', { name: 'Sign out' }).click()
  await expect(accounts(options)).toHaveCount(0)
  // The account is forgotten first: signing out does not wait for the server.
  await expect.poll(async () => (await talk.send('GET', '/ocs/v2.php/cloud/user')).status).toBe(401)
})

interface Stored {
  chrome: { storage: { local: { get(): Promise<object> } } }
}

/** What the extension got, wherever in its storage it is. */
async function storedPassword({ context }: Homeward): Promise<{ userName: string; password: string }> {
  const worker = context.serviceWorkers()[0] as Worker
  const stored = await worker.evaluate(() => (globalThis as unknown as Stored).chrome.storage.local.get())
  const text = JSON.stringify(stored)
  const [userName, password] = ['loginName', 'appPassword'].map(
    (key) => new RegExp(`"${key}":"([^"]+)"`).exec(text)?.[1],
  )
  if (!userName || !password) throw new Error('no app password in storage')
  return { userName, password }
}
