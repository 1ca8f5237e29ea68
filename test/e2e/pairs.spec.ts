import type { Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import type { Homeward } from './homeward.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'

const password = 'Correct-horse-9'

/** What a person does on the login page, in whatever tab it is. */
async function logIn(page: Page, user = 'alice', userPassword = 'alice-password'): Promise<void> {
  await page.locator('#user').fill(user)
  await page.locator('#password').fill(userPassword)
  await page.locator('#submit-form').click()
  await expect(page.getByText('Log out')).toBeVisible()
}

/** The user is logged in to home in this browser, as most are. */
async function visitHome(homeward: Homeward, home: Cloud): Promise<void> {
  const page = await homeward.context.newPage()
  await page.goto(`${home.base}/login`)
  await logIn(page)
  await page.close()
}

const tabsOf = (homeward: Homeward, cloud: Cloud) =>
  homeward.context.pages().filter((page) => page.url().startsWith(cloud.base))

for (const homeProduct of ['nextcloud-32', 'nextcloud-30', 'owncloud-10'] as const) {
  test.describe(`${homeProduct} <- ownCloud`, () => {
    test.use({ homeProduct, remoteProduct: 'owncloud-10' })

    test('one click mounts a link without a password, and says that the owner is not told', async ({
      homeward,
      home,
      remote,
    }) => {
      await homeward.connect(home)
      const share = await homeward.openShare(bobShares(remote).url)
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      await expect(share.page.getByText('does not see you in their list of shares')).toBeVisible()
      expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
      expect(tabsOf(homeward, home)).toHaveLength(0)
    })
  })
}

test.describe('Nextcloud <- ownCloud, with a password', () => {
  test.use({ remoteProduct: 'owncloud-10' })

  test('the card says what works', async ({ homeward, home, remote }) => {
    await homeward.connect(home)
    const share = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await share.password.fill(password)
    await share.clickAdd()
    await expect(share.page.getByText('ownCloud links with a password cannot be added to a Nextcloud')).toBeVisible()
    await expect(share.page.getByText('share it with your cloud ID instead')).toBeVisible()
    await expect(share.page.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  })
})

test.describe('ownCloud <- ownCloud, with a password', () => {
  test.use({ homeProduct: 'owncloud-10', remoteProduct: 'owncloud-10' })

  test('goes through the user’s own session, in a tab that closes again', async ({ homeward, home, remote }) => {
    await homeward.connect(home)
    await visitHome(homeward, home)
    const share = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await share.password.fill(password)
    await share.clickAdd()
    await expect(share.open).toBeVisible()
    expect(await readAtHome(home, '/Secret/hello.txt')).toBe('hello from Secret')
    expect(tabsOf(homeward, home)).toHaveLength(0)
    const posted = home.log.find(({ path }) => path.endsWith('/external'))
    expect(posted?.headers).not.toHaveProperty('authorization')
    // The browser is still logged in.
    const files = await homeward.context.newPage()
    await files.goto(home.base)
    await expect(files.getByText('Log out')).toBeVisible()
  })

  test('where nobody is logged in, the tab shows the login and the job goes on after it', async ({
    homeward,
    home,
    remote,
  }) => {
    await homeward.connect(home)
    const share = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await share.password.fill(password)
    const opened = homeward.context.waitForEvent('page')
    await share.clickAdd()
    const tab = await opened
    await expect(share.page.getByText('Log in to your cloud in the tab that has opened')).toBeVisible()
    await logIn(tab).catch(() => undefined)
    await expect(share.open).toBeVisible({ timeout: 30_000 })
    expect(await readAtHome(home, '/Secret/hello.txt')).toBe('hello from Secret')
    expect(tabsOf(homeward, home)).toHaveLength(0)
  })

  test('a wrong password is told, and the right one goes on', async ({ homeward, home, remote }) => {
    await homeward.connect(home)
    await visitHome(homeward, home)
    const share = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await share.password.fill('wrong')
    await share.clickAdd()
    await expect(share.page.getByText('This password was not accepted')).toBeVisible()
    await share.password.fill(password)
    await share.clickAdd()
    await expect(share.open).toBeVisible()
    expect(home.remoteShares('alice')).toHaveLength(1)
  })
})

test.describe('a pasted Nextcloud link, older Nextcloud home', () => {
  test.use({ homeProduct: 'nextcloud-30' })

  test('is mounted', async ({ homeward, home, remote }) => {
    await homeward.connect(home)
    await visitHome(homeward, home)
    const popup = await homeward.openPopup()
    await popup.getByRole('textbox', { name: 'Paste a share link' }).fill(bobShares(remote).url)
    await popup.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
    expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
  })
})

test('a share of the own server is opened instead of mounted', async ({ homeward, home }) => {
  await homeward.connect(home)
  home.writeFile('alice', '/Mine/a.txt', 'a')
  const { url } = home.createPublicLink({ owner: 'alice', path: '/Mine' })
  const share = await homeward.openShare(url)
  await share.clickAdd()
  await expect(share.page.getByText('This share comes from your own cloud')).toBeVisible()
  await expect(share.open).toHaveAttribute('href', `${home.base}/index.php/apps/files/`)
  const popup = await homeward.openPopup()
  await popup.getByRole('textbox', { name: 'Paste a share link' }).fill(url)
  await popup.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(popup.getByRole('link', { name: 'Open the link' })).toHaveAttribute('href', /\/s\/\w+$/)
})

test('without an account, the home’s own dialog opens with everything filled in', async ({
  homeward,
  home,
  remote,
}) => {
  const options = await homeward.openOptions()
  await options.getByText('Use without signing in').click()
  await options.getByRole('textbox', { name: 'Server address' }).fill(`${home.base}/index.php/apps/files/`)
  await options.getByRole('button', { name: 'Use this address' }).click()
  await expect(options.getByText('Without signing in: shares are added by')).toBeVisible()
  await visitHome(homeward, home)
  const share = await homeward.openShare(bobShares(remote).url)
  const opened = homeward.context.waitForEvent('page')
  await share.clickAdd()
  const files = await opened
  await files.getByRole('button', { name: 'Add remote share' }).click()
  await expect(files.getByText('Federated Share request sent')).toBeVisible()
  expect(home.remoteShares('alice')).toMatchObject([{ name: '/Photos', accepted: false }])
  await expect(share.page.getByText('Your cloud asks you in a new tab')).toBeVisible()
  await options.bringToFront()
  await options.getByRole('button', { name: 'Forget this address' }).click()
  await expect(options.getByText('Without signing in: shares are added by')).toHaveCount(0)
})

test('a link chosen in the browser’s menu is added', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const [worker] = homeward.context.serviceWorkers()
  const info = { menuItemId: 'add-link', linkUrl: bobShares(remote).url }
  // A menu cannot be clicked by a test: the event is given to the worker as the browser would.
  await worker?.evaluate((clicked) => {
    const { contextMenus } = (globalThis as unknown as { chrome: { contextMenus: { onClicked: Dispatcher } } }).chrome
    contextMenus.onClicked.dispatch(clicked, {})
  }, info)
  await expect.poll(() => home.remoteShares('alice').map(({ accepted }) => accepted)).toEqual([true])
  expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
  const popup = await homeward.openPopup()
  await expect(popup.getByRole('list', { name: 'Added links' }).getByRole('listitem')).toHaveCount(1)
})

interface Dispatcher {
  dispatch(...event: object[]): void
}
