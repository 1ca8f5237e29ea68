import type { Page } from '@playwright/test'
import type { Homeward } from './homeward.ts'
import { expect, test } from './test.ts'

const accounts = (options: Page) => options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')

async function enterAddress(options: Page, address: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Server address' }).fill(address)
  await options.getByRole('button', { name: 'Connect' }).click()
}

/** What the user does in the server's own pages. */
async function grant(login: Page): Promise<void> {
  await login.getByRole('button', { name: /log in/i }).click()
  await login.locator('#user').fill('alice')
  await login.locator('#password').fill('alice-password')
  await login.locator('button[type=submit], input[type=submit]').first().click()
  await login.getByRole('button', { name: /grant access/i }).click()
}

async function loginTab(homeward: Homeward, click: () => Promise<void>): Promise<Page> {
  const opened = homeward.context.waitForEvent('page')
  await click()
  return opened
}

test('Nextcloud: signs in in the browser, in a tab of the server', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  const login = await loginTab(homeward, () => enterAddress(options, `${home.base}/index.php/apps/files/?dir=/`))
  await grant(login)
  await expect(accounts(options)).toHaveCount(1)
  await expect(accounts(options)).toContainText('Alice Home')
  await expect(accounts(options)).toContainText(home.cloudId('alice'))
  expect(home.appPasswords('alice')).toHaveLength(1)
})

test('the login survives the closing of the options page and the death of the worker', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  const login = await loginTab(homeward, () => enterAddress(options, home.base))
  await options.close()
  await homeward.killWorker()
  await grant(login)
  const again = await homeward.openOptions()
  await expect(accounts(again)).toHaveCount(1, { timeout: 45_000 })
})

test('signing out revokes the app password', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  const login = await loginTab(homeward, () => enterAddress(options, home.base))
  await grant(login)
  await accounts(options).getByRole('button', { name: 'Sign out' }).click()
  await expect(accounts(options)).toHaveCount(0)
  // Forgotten here first, revoked there right after.
  await expect.poll(() => home.appPasswords('alice')).toEqual([])
})

test('addresses that are no cloud are refused, saying what was found', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  home.faults.add({
    path: '/status.php',
    times: 1,
    status: 200,
    contentType: 'text/html',
    body: '<title>My blog</title>',
  })
  await enterAddress(options, home.base)
  await expect(options.getByText('My blog')).toBeVisible()
  await enterAddress(options, home.base.replace(/:\d+/, ':9'))
  await expect(options.getByText('Your cloud does not answer')).toBeVisible()
  await expect(options.getByRole('textbox', { name: 'Server address' })).toHaveValue(home.base.replace(/:\d+/, ':9'))
})

test('a wrong app password is refused', async ({ homeward, home }) => {
  const options = await homeward.openOptions()
  await options.getByRole('textbox', { name: 'Server address' }).fill(home.base)
  await options.getByText('Use an app password instead').click()
  await options.getByRole('textbox', { name: 'User name' }).fill('alice')
  await options.getByLabel('App password').fill('wrong')
  await options.getByRole('button', { name: 'Sign in' }).click()
  await expect(options.getByText('Your cloud did not accept the login')).toBeVisible()
  await expect(options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(0)
})

test.describe('ownCloud', () => {
  test.use({ homeProduct: 'owncloud-10' })

  test('exchanges the password for an app password and forgets it', async ({ homeward, home }) => {
    await homeward.connect(home)
    expect(home.appPasswords('alice')).toHaveLength(1)
    const options = await homeward.openOptions()
    await expect(accounts(options)).toContainText('Alice Home')
    const worker = homeward.context.serviceWorkers()[0]
    const stored = await worker?.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } }
      ).chrome.storage.local.get(),
    )
    expect(JSON.stringify(stored)).not.toContain('alice-password')
  })
})
