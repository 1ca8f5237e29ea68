import type { Locator, Page, Worker } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import { storePending } from '../bench/popup.ts'
import type { Homeward } from './homeward.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'
import { workerOf } from './worker.ts'

async function bobSends(remote: Cloud, home: Cloud, name: string): Promise<void> {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  expect(sent.ok).toBe(true)
}

const pending = (popup: Page) => popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem')

/** Goes there as whoever has no mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement)
  for (let keys = 0; keys < 40 && !(await isThere()); keys++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

interface ActionApi {
  action: { getBadgeText(details: object): Promise<string>; getTitle(details: object): Promise<string> }
}

async function toolbar(homeward: Homeward): Promise<{ badge: string; title: string }> {
  const worker = homeward.context.serviceWorkers()[0] as Worker
  return worker.evaluate(async () => {
    const { action } = (globalThis as unknown as { chrome: ActionApi }).chrome
    return { badge: await action.getBadgeText({}), title: await action.getTitle({}) }
  })
}

for (const homeProduct of ['nextcloud-32', 'owncloud-10'] as const) {
  test.describe(homeProduct, () => {
    test.use({ homeProduct })

    test('a share somebody sent waits in the popup, is accepted and unmounted there, by keyboard alone', async ({
      homeward,
      home,
      remote,
    }) => {
      await homeward.connect(home)
      await bobSends(remote, home, 'For Alice')
      const popup = await homeward.openPopup()
      await expect(popup.getByRole('tab', { name: 'Inbox' })).toBeVisible()
      const item = pending(popup)
      await expect(item).toHaveCount(1)
      await expect(item).toContainText('For Alice')
      await expect(item).toContainText('bob')
      await expect(item).toContainText(new URL(remote.base).host)
      await expect.poll(() => toolbar(homeward)).toEqual({ badge: '1', title: 'Homeward: 1 share waits for you' })
      await tabTo(popup, item.getByRole('button', { name: 'Accept' }))
      await popup.keyboard.press('Enter')
      await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeFocused()
      expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/For Alice' }])
      expect(await readAtHome(home, '/For Alice/hello.txt')).toBe('hello from For Alice')
      await expect.poll(() => toolbar(homeward)).toMatchObject({ badge: '' })
      await tabTo(popup, popup.getByRole('tab', { name: 'Inbox' }))
      await popup.keyboard.press('ArrowRight')
      const unmount = popup.getByRole('list', { name: 'Mounted shares' }).getByRole('button', { name: 'Unmount' })
      await unmount.waitFor()
      await tabTo(popup, unmount)
      await popup.keyboard.press('Enter')
      await expect(popup.getByRole('group', { name: 'Take this out of your cloud?' })).toBeFocused()
      await tabTo(popup, popup.getByRole('group').getByRole('button', { name: 'Unmount' }))
      await popup.keyboard.press('Enter')
      await expect.poll(() => home.remoteShares('alice')).toEqual([])
    })

    test('a decline can be undone, and is sent when it is not', async ({ homeward, home, remote }) => {
      await homeward.connect(home)
      await bobSends(remote, home, 'Unwanted')
      const popup = await homeward.openPopup()
      await pending(popup).getByRole('button', { name: 'Decline' }).click()
      await popup.getByRole('button', { name: 'Undo' }).click()
      await expect(pending(popup).getByRole('button', { name: 'Decline' })).toBeVisible()
      await popup.waitForTimeout(7000)
      expect(home.remoteShares('alice')).toHaveLength(1)
      await pending(popup).getByRole('button', { name: 'Decline' }).click()
      // Nobody has to keep the popup open for it.
      await popup.close()
      await expect.poll(() => home.remoteShares('alice').length, { timeout: 20_000 }).toBe(0)
    })
  })
}

test('opening the popup reads each account with one request', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  await bobSends(remote, home, 'One request')
  home.clearLog()
  const popup = await homeward.openPopup()
  await expect(pending(popup)).toHaveCount(1)
  await popup.waitForTimeout(500)
  expect(home.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending',
  ])
})

test('two thousand pending shares are there at once, and are scrolled and searched without a halt', async ({
  homeward,
}) => {
  await storePending(await workerOf(homeward), 2000)
  const popup = await homeward.openPopup()
  await expect(popup.getByText('2000', { exact: true })).toBeVisible()
  await popup.waitForFunction(() => document.querySelectorAll('[data-row]').length === 2000)
  const halt = popup.evaluate(async () => {
    let [longest, last] = [0, performance.now()]
    const end = last + 1_000
    while (last < end) {
      scrollTo(0, Math.random() * document.documentElement.scrollHeight)
      await new Promise(requestAnimationFrame)
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    return longest
  })
  await popup.getByRole('searchbox').fill('number 1999')
  await expect(pending(popup)).toHaveCount(1)
  // Less than a tenth of it on an idle machine.
  expect(await halt).toBeLessThan(1_500)
})

test('a pasted link is mounted by home, with its password when it has one', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const popup = await homeward.openPopup()
  const box = popup.getByRole('textbox', { name: 'Paste a share link' })
  await box.fill('not a link')
  await popup.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(popup.getByText(/not a share link|not.*public link|no share link/i).first()).toBeVisible()

  await box.fill(bobShares(remote, 'Pasted').url)
  await popup.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  expect(await readAtHome(home, '/Pasted/hello.txt')).toBe('hello from Pasted')
  expect(home.log.some(({ path }) => path.endsWith('askForFederatedShare'))).toBe(true)

  await box.fill(bobShares(remote, 'Pasted secret', { password: 'Correct-horse-9' }).url)
  await popup.getByRole('button', { name: 'Add', exact: true }).first().click()
  await popup.getByLabel('Share password').fill('Correct-horse-9')
  await popup.keyboard.press('Enter')
  await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toHaveCount(2)
  expect(await readAtHome(home, '/Pasted secret/hello.txt')).toBe('hello from Pasted secret')
})
