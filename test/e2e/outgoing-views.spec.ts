import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './test.ts'
import { workerOf } from './worker.ts'

interface Menus {
  chrome: { contextMenus: { onClicked: { dispatch(info: object): void } } }
}

test('the menu of the toolbar button leads to a link on the clipboard', async ({ homeward, home }) => {
  home.writeFile('alice', '/Talk.pdf', 'slides')
  await homeward.connect(home)
  const opened = homeward.context.waitForEvent('page')
  const worker = await workerOf(homeward)
  await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as Menus
    chrome.contextMenus.onClicked.dispatch({ menuItemId: 'share-file' })
  })
  const page = await opened
  await expect(page.getByLabel('Search your files')).toBeFocused()
  await page.keyboard.type('talk')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Talk.pdf/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copy a link' }).press('Enter')
  await expect(page.getByText('The link is on your clipboard.')).toBeVisible()
  await homeward.context.grantPermissions(['clipboard-read'])
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(`${home.base}/s/`)
})

test('a popup that closes half-way goes on where it was', async ({ homeward, home }) => {
  home.writeFile('alice', '/Talk.pdf', 'slides')
  await homeward.connect(home)
  const begun = await homeward.openPopup()
  await begun.getByRole('tab', { name: 'Shared by me' }).click()
  await begun.getByRole('button', { name: 'Share a file…' }).click()
  await begun.getByRole('button', { name: /^Talk.pdf/ }).click()
  await begun.getByRole('button', { name: 'Link with other options' }).click()
  await begun.getByLabel('Label').fill('For the audience')
  await begun.close()
  const popup = await homeward.openPopup()
  await popup.getByRole('tab', { name: 'Shared by me' }).click()
  await expect(popup.getByLabel('Label')).toHaveValue('For the audience')
  await popup.getByRole('button', { name: 'Create and copy link' }).click()
  await popup.getByRole('button', { name: 'Done' }).click()
  await expect(popup.locator('[data-row]')).toContainText('For the audience')
  const page = homeward.context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Open in a full page' }).click()
  await expect((await page).locator('[data-row]')).toContainText('For the audience')
})

test('everything about outgoing shares is accessible, narrow and wide', async ({ homeward, home, remote }, info) => {
  const long = 'A name that is much too long for the narrow window of a toolbar button, and goes on'
  home.writeFile('alice', `/${long}/a.txt`, 'a')
  home.writeFile('alice', '/Empty.txt', '')
  home.createPublicLink({ owner: 'alice', path: `/${long}`, password: 'Correct-horse-9', label: long })
  const shareWith = remote.cloudId('bob')
  await home.sendFederatedShare({ owner: 'alice', path: `/${long}`, shareWith })
  await homeward.connect(home)
  const popup = await homeward.openPopup()
  let shot = 0
  const check = async (page: Page, ...widths: number[]): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 600 })
      expect(await faults(page)).toEqual([])
      const overflow = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(overflow).toBeLessThanOrEqual(0)
      await page.screenshot({ path: info.outputPath(`${shot++}-${width}.png`), fullPage: true })
    }
  }
  await popup.getByRole('tab', { name: 'Shared by me' }).click()
  await expect(popup.locator('[data-row]')).toHaveCount(2)
  await check(popup, 320, 380)
  await popup.getByRole('button', { name: 'QR code' }).click()
  await expect(popup.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await popup.getByRole('button', { name: 'Edit' }).last().click()
  await check(popup, 320, 380)
  await popup.close()

  const page = await homeward.openShares()
  await expect(page.locator('[data-row]')).toHaveCount(2)
  await page.locator('[data-row]').first().getByRole('button', { name: 'Stop sharing' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await check(page, 320, 1280)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Share a file…' }).click()
  await expect(page.getByRole('button', { name: /^Empty/ })).toBeVisible()
  await check(page, 320, 1280)
  await page.getByRole('button', { name: /^Empty/ }).click()
  await page.getByRole('combobox').fill(shareWith)
  await expect(page.getByRole('option', { name: /on another cloud/ })).toBeVisible()
  await check(page, 320, 1280)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText('takes shares from other clouds')).toBeVisible()
  await check(page, 320, 1280)
  await page.getByRole('button', { name: 'Change' }).last().click()
  await page.getByRole('button', { name: 'Link with password and last day' }).click()
  await page.getByLabel('Last day').fill('2001-01-01')
  await page.getByRole('button', { name: 'Create and copy link' }).click()
  await expect(page.getByText(/in the past/)).toBeVisible()
  await check(page, 320)
  await page.getByLabel('Ends on a set day').uncheck()
  await page.getByRole('button', { name: 'Create and copy link' }).click()
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await check(page, 320, 1280)
  await home.stop()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('does not answer')).toBeVisible()
  await check(page, 320)
  await home.start()
})
