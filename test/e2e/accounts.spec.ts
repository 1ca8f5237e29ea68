import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { bobShares, expect, readAtHome, test } from './test.ts'

interface Searched {
  find(text: string): boolean
}

test('the account is chosen on the card, which names accounts only then', async ({ homeward, home, other, remote }) => {
  await homeward.connect(home)
  await homeward.connect(other, 'bob', 'bob-password')
  const options = await homeward.openOptions()
  await expect(options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(2)
  const share = await homeward.openShare(bobShares(remote, 'Chosen').url)
  await share.add.waitFor()
  await share.page.waitForTimeout(400)
  const label = `bob@${new URL(other.base).host}`
  const choice = share.page.getByRole('button', { name: /^Bob Remote@/ })
  await expect(choice).toHaveCount(0)
  await share.page.getByRole('button', { name: 'Choose the account' }).click()
  await expect(share.page.getByRole('button', { name: new RegExp(`@${new URL(home.base).host}$`) })).toBeVisible()
  // What is drawn on a page it can search, shadow roots included; it must not learn the accounts that way.
  const find = (words: string): Promise<boolean> =>
    share.page.evaluate(
      (text) => (getSelection()?.removeAllRanges(), (window as unknown as Searched).find(text)),
      words,
    )
  expect([await find('Add to my cloud'), await find('Bob Remote@'), await find(new URL(home.base).host)]).toEqual([
    true,
    false,
    false,
  ])
  await share.page.screenshot({ path: join(import.meta.dirname, '../../.output/pictures/card-choices.png') })
  await choice.click()
  await expect(share.open).toBeVisible()
  await expect(share.open).toHaveAttribute('href', new RegExp(`^${other.base}`))
  expect([home.remoteShares('alice').length, label]).toEqual([0, other.cloudId('bob').replace('http://', '')])
  expect(await readAtHome(other, '/Chosen/hello.txt', 'bob')).toBe('hello from Chosen')
})

test('signing in again takes one click in the popup and keeps the account', async ({ homeward, home, remote }) => {
  const grant = async (login: Page): Promise<void> => {
    await login.getByRole('button', { name: /log in/i }).click()
    await login.locator('#user').fill('alice')
    await login.locator('#password').fill('alice-password')
    await login.locator('button[type=submit], input[type=submit]').first().click()
    await login.getByRole('button', { name: /grant access/i }).click()
  }
  const options = await homeward.openOptions()
  await options.getByRole('textbox', { name: 'Server address' }).fill(home.base)
  const opened = homeward.context.waitForEvent('page')
  await options.getByRole('button', { name: 'Connect' }).click()
  await grant(await opened)
  const account = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(account).toContainText('Connected')
  home.revokeAppPasswords('alice')
  const popup = await homeward.openPopup()
  const again = popup.getByRole('button', { name: 'Sign in again' })
  await again.waitFor()
  await expect(account).toContainText('Signed out')
  const login = homeward.context.waitForEvent('page')
  await again.click()
  const page = await login
  // The browser still knows alice's session there.
  const granting = page.getByRole('button', { name: /grant access/i })
  const signIn = page.getByRole('button', { name: /log in/i })
  await signIn.or(granting).first().waitFor()
  if (await signIn.isVisible()) await signIn.click()
  await granting.click()
  await expect(account).toContainText('Connected')
  await expect(account).toHaveCount(1)
  expect(home.appPasswords('alice')).toHaveLength(1)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.clickAdd()
  await expect(share.open).toBeVisible()
})

interface Extensions {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> }
}

test('a permission that the user takes away is noticed, explained, and taken up again', async ({ homeward, home }) => {
  await homeward.connect(home)
  const options = await homeward.openOptions()
  const account = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(account).toContainText('Connected')
  const browser = await homeward.context.newPage()
  await browser.goto('chrome://extensions')
  /** As the switch on the browser's own page does. */
  const choose = (hostAccess: string): Promise<void> =>
    browser.evaluate(
      (change) =>
        (globalThis as unknown as { chrome: Extensions }).chrome.developerPrivate.updateExtensionConfiguration(change),
      { extensionId: homeward.id, hostAccess },
    )
  home.clearLog()
  await choose('ON_CLICK')
  await expect(account).toContainText('Your browser does not let Homeward contact this server')
  const popup = await homeward.openPopup()
  await expect(popup.getByText('Homeward may not contact')).toBeVisible()
  await expect(popup.getByRole('button', { name: 'Allow access' })).toBeVisible()
  expect(home.log).toEqual([])
  await choose('ON_ALL_SITES')
  await expect(account).toContainText('Connected')
  expect(home.log.length).toBeGreaterThan(0)
})

test.describe('ownCloud', () => {
  test.use({ homeProduct: 'owncloud-10' })

  test('signing in again leads to the password form, the name filled in', async ({ homeward, home }) => {
    await homeward.connect(home)
    home.revokeAppPasswords('alice')
    const popup = await homeward.openPopup()
    const opened = homeward.context.waitForEvent('page')
    await popup.getByRole('button', { name: 'Sign in again' }).click()
    const options = await opened
    await expect(options.getByRole('textbox', { name: 'User name' })).toHaveValue('alice')
    await options.getByLabel('Password', { exact: true }).fill('alice-password')
    await options.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toContainText('Connected')
  })
})
