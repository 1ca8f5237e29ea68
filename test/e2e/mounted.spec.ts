import type { Locator, Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import type { Homeward } from './homeward.ts'
import { faults } from './axe.ts'
import { expect, readAtHome, test } from './test.ts'

/** bob sends folders, alice has accepted them all. */
async function mount(homeward: Homeward, home: Cloud, remote: Cloud, ...names: string[]): Promise<Page> {
  await homeward.connect(home)
  for (const name of names) {
    remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
    const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
    expect(sent.ok).toBe(true)
  }
  const popup = await homeward.openPopup()
  const pending = popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem')
  await expect(pending).toHaveCount(names.length)
  for (const name of names) {
    await pending.filter({ hasText: name }).getByRole('button', { name: 'Accept' }).click()
    await expect(pending.filter({ hasText: name }).getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  }
  await popup.getByRole('tab', { name: 'Mounted' }).click()
  return popup
}

const row = (popup: Page, name: string): Locator =>
  popup.getByRole('list', { name: 'Mounted shares' }).getByRole('listitem').filter({ hasText: name })

for (const homeProduct of ['nextcloud-32', 'owncloud-10'] as const) {
  test.describe(homeProduct, () => {
    test.use({ homeProduct })

    test('mounted shares are listed, opened, and unmounted after a question', async ({ homeward, home, remote }) => {
      const popup = await mount(homeward, home, remote, 'Photos', 'Minutes')
      await expect(row(popup, 'Photos')).toContainText('bob')
      await expect(row(popup, 'Photos')).toContainText(new URL(remote.base).host)
      await expect(row(popup, 'Photos')).toContainText('Not encrypted (http)')
      await expect(row(popup, 'Photos').getByRole('link', { name: 'Open in my cloud' })).toHaveAttribute(
        'href',
        `${home.base}/index.php/apps/files/?dir=%2FPhotos`,
      )
      await row(popup, 'Photos').getByRole('button', { name: 'Unmount' }).press('Enter')
      await expect(popup.getByRole('group', { name: 'Take this out of your cloud?' })).toBeFocused()
      await popup.keyboard.press('Escape')
      await row(popup, 'Photos').getByRole('button', { name: 'Unmount' }).click()
      await popup.getByRole('group').getByRole('button', { name: 'Unmount' }).click()
      await expect(row(popup, 'Photos')).toHaveCount(0)
      await expect(row(popup, 'Minutes')).toBeVisible()
      expect(home.remoteShares('alice').map(({ name }) => name.replace('/', ''))).toEqual(['Minutes'])
      expect(await remote.listFolder('bob', '/Photos')).toEqual(['hello.txt'])
    })

    test('a share its owner took back is shown as dead and removed', async ({ homeward, home, remote }) => {
      const popup = await mount(homeward, home, remote, 'Photos')
      await expect(row(popup, 'Photos').getByRole('button', { name: 'Unmount' })).toBeVisible()
      remote.removeFile('bob', '/Photos')
      await popup.getByRole('button', { name: 'Check now' }).click()
      const remove = row(popup, 'Photos').getByRole('button', { name: /^Remove/ })
      await expect(remove).toBeVisible()
      await remove.click()
      await expect(popup.getByText('No shares are mounted.')).toBeVisible()
      expect(home.remoteShares('alice')).toEqual([])
    })

    test('a kept copy outlives the share', async ({ homeward, home, remote }) => {
      home.writeFile('alice', '/Archive/2026/old.txt', 'old')
      const popup = await mount(homeward, home, remote, 'Photos')
      await row(popup, 'Photos').getByRole('button', { name: 'Keep a copy' }).press('Enter')
      const picker = popup.getByRole('group', { name: 'Keep a copy in which folder?' })
      await expect(picker).toBeFocused()
      await picker.getByRole('button', { name: 'Archive' }).press('Enter')
      await picker.getByRole('button', { name: '2026' }).press('Enter')
      await expect(picker.getByRole('navigation', { name: 'Folder' })).toContainText('2026')
      await expect(picker.getByText('No folders inside.')).toBeVisible()
      await picker.getByRole('button', { name: 'Copy here' }).press('Enter')
      const open = popup.getByRole('list', { name: 'Copies' }).getByRole('link', { name: 'Open the copy' })
      await expect(open).toHaveAttribute('href', `${home.base}/index.php/apps/files/?dir=%2FArchive%2F2026%2FPhotos`)
      remote.removeFile('bob', '/Photos')
      await popup.getByRole('button', { name: 'Check now' }).click()
      await expect(row(popup, 'Photos').getByRole('button', { name: /^Remove/ })).toBeVisible()
      expect(await readAtHome(home, '/Archive/2026/Photos/hello.txt')).toBe('hello from Photos')
    })
  })
}

test('a copy goes on without the popup and without its worker', async ({ homeward, home, remote }) => {
  const popup = await mount(homeward, home, remote, 'Photos')
  home.faults.add({ method: 'COPY', path: /./, before: false, delayMs: 4000 })
  await row(popup, 'Photos').getByRole('button', { name: 'Keep a copy' }).click()
  await popup.getByRole('button', { name: 'Copy here' }).click()
  await expect(popup.getByText('Your cloud is copying. You can close this.')).toBeVisible()
  await popup.close()
  await homeward.killWorker()
  const again = await homeward.openPopup()
  await again.getByRole('tab', { name: 'Mounted' }).click()
  await expect(again.getByRole('link', { name: 'Open the copy' })).toBeVisible({ timeout: 50_000 })
  expect(home.log.filter(({ method }) => method === 'COPY')).toHaveLength(1)
  expect(await readAtHome(home, '/Photos (2)/hello.txt')).toBe('hello from Photos')
})

for (const scheme of ['light', 'dark'] as const) {
  test.describe(scheme, () => {
    test.use({ scheme })

    test('everything about mounted shares is accessible, narrow and wide', async ({ homeward, home, remote }) => {
      home.writeFile('alice', '/Archive/old.txt', 'old')
      const long = 'A name that is much too long for the narrow window of a toolbar button'
      const popup = await mount(homeward, home, remote, 'Photos', long, 'Minutes')
      const check = async (): Promise<void> => {
        for (const width of [320, 380]) {
          await popup.setViewportSize({ width, height: 600 })
          expect(await faults(popup)).toEqual([])
          expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
        }
      }
      await check()
      await row(popup, long).getByRole('button', { name: 'Unmount' }).click()
      await check()
      await popup.keyboard.press('Escape')
      await row(popup, long).getByRole('button', { name: 'Keep a copy' }).click()
      await expect(popup.getByRole('button', { name: 'Archive' })).toBeVisible()
      await check()
      await popup.getByRole('button', { name: 'Copy here' }).click()
      await expect(popup.getByRole('link', { name: 'Open the copy' })).toBeVisible()
      remote.removeFile('bob', '/Photos')
      await popup.getByRole('button', { name: 'Check now' }).click()
      await expect(popup.getByText('No longer in your cloud')).toBeVisible()
      await check()
      await home.stop()
      await popup.getByRole('button', { name: 'Check now' }).click()
      await expect(popup.getByText('does not answer')).toBeVisible()
      await check()
      await home.start()
    })
  })
}

test('several pending shares are accepted in one go, though the popup is closed', async ({
  homeward,
  home,
  remote,
}) => {
  await homeward.connect(home)
  for (const name of ['One', 'Two', 'Three']) {
    remote.writeFile('bob', `/${name}/hello.txt`, name)
    await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  }
  const popup = await homeward.openPopup()
  await popup.getByRole('button', { name: 'Choose several' }).press('Enter')
  await expect(popup.getByRole('checkbox', { name: 'All' })).toBeFocused()
  await popup.keyboard.press('Space')
  await popup.getByRole('checkbox', { name: 'Two' }).press('Space')
  expect(await faults(popup)).toEqual([])
  home.faults.add({ method: 'POST', path: /\/pending\//, delayMs: 300 })
  await popup.getByRole('button', { name: 'Accept 2' }).press('Enter')
  await expect(popup.getByText('Accepting 1 of 2…').first()).toBeVisible()
  await popup.close()
  const accepted = () => home.remoteShares('alice').filter((share) => share.accepted)
  await expect.poll(() => accepted().map(({ mountpoint }) => mountpoint)).toEqual(['/One', '/Three'])
  expect(home.log.filter(({ method, path }) => method === 'POST' && path.includes('/pending/'))).toHaveLength(2)
})
