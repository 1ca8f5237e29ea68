import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { bobShares, expect, test } from './test.ts'

const pictures = join(import.meta.dirname, '../../.output/pictures')

for (const scheme of ['light', 'dark'] as const) {
  for (const remoteProduct of ['nextcloud-32', 'nextcloud-30'] as const) {
    test.describe(`${remoteProduct}, ${scheme}`, () => {
      test.use({ scheme, remoteProduct })

      test('the card is accessible in its states and covers none of the page’s controls', async ({
        homeward,
        home,
        remote,
      }) => {
        await homeward.connect(home)
        for (const width of [1280, 320]) {
          const share = await homeward.openShare(bobShares(remote, `A long folder name ${width}`).url)
          await share.page.setViewportSize({ width, height: 720 })
          await share.add.waitFor()
          expect(await share.page.evaluate(coveredControls)).toEqual([])
          expect(await faults(share.page, 'homeward-card')).toEqual([])
          await share.page.screenshot({ path: `${pictures}/card-${remoteProduct}-${scheme}-${width}-ready.png` })
          await share.clickAdd()
          await share.open.waitFor()
          expect(await faults(share.page, 'homeward-card')).toEqual([])
          await share.page.screenshot({ path: `${pictures}/card-${remoteProduct}-${scheme}-${width}-done.png` })
        }
      })
    })
  }
}

test('popup and options are accessible, empty and full', async ({ homeward, home, remote }) => {
  const look = async (page: Page, name: string) => {
    await page.waitForTimeout(300)
    expect(await faults(page), name).toEqual([])
    // Not what Chromium makes of it on pages of extensions.
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('14px')
    await page.screenshot({ path: `${pictures}/${name}-light.png` })
  }
  await look(await homeward.openPopup(), 'popup-not-connected')
  await look(await homeward.openOptions(), 'options-first')
  await homeward.connect(home)
  await look(await homeward.openPopup(), 'popup-empty')
  for (const name of ['Holiday pictures', 'A folder with a rather long name that goes on and on, and on.txt', 'Ünï']) {
    remote.writeFile('bob', `/${name}/x.txt`, 'x')
    await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  }
  const popup = await homeward.openPopup()
  await popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem').nth(2).waitFor()
  await look(popup, 'popup-full')
  await popup.setViewportSize({ width: 320, height: 600 })
  await look(popup, 'popup-full-320')
  await look(await homeward.openOptions(), 'options-connected')
})

/** Labels of the page's own controls that lie under Homeward's card. Runs in the page. */
function coveredControls(): string[] {
  const card = document.querySelector('homeward-card')
  return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, [role=button]')]
    .filter((control) => {
      const { left, top, width, height } = control.getBoundingClientRect()
      return width > 0 && height > 0 && document.elementFromPoint(left + width / 2, top + height / 2) === card
    })
    .map((control) => control.textContent ?? '')
}

test('nothing is injected where the path is not share-like, and nothing shows on a blog', async ({ homeward }) => {
  const blog = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Blog</title><input type="hidden" id="isPublic" value="1"><h1>A post</h1>')
  })
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve))
  const site = `http://blog.localhost:${(blog.address() as AddressInfo).port}`
  const contexts: string[] = []
  const page = await homeward.context.newPage()
  const session = await homeward.context.newCDPSession(page)
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context.name))
  await session.send('Runtime.enable')
  for (const path of ['/', '/2026/11/post', '/apps/forms/s/abcdefgh', '/call/abcdefgh']) await page.goto(site + path)
  await page.waitForTimeout(500)
  expect(contexts.filter((name) => name.includes('Homeward'))).toEqual([])
  await page.goto(`${site}/s/2026-a-post`)
  await page.waitForTimeout(1500)
  expect(contexts.filter((name) => name.includes('Homeward'))).toHaveLength(1)
  await expect(page.locator('homeward-card')).toHaveCount(0)
  blog.close()
})

test('the button works by keyboard alone', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.add.waitFor()
  await share.page.waitForTimeout(400)
  for (let presses = 0; presses < 30 && !(await share.add.evaluate(isFocused)); presses++) {
    await share.page.keyboard.press('Tab')
  }
  await share.page.keyboard.press('Enter')
  await expect(share.open).toBeVisible()
})

const isFocused = (element: Element): boolean => element.matches(':focus')

test('a click that the page makes up does nothing', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.add.waitFor()
  await share.page.waitForTimeout(400)
  await share.add.evaluate((button) => (button as HTMLElement).click())
  await share.page.waitForTimeout(1000)
  expect(remote.log.filter(({ path }) => path.endsWith('createFederatedShare'))).toEqual([])
  expect(home.remoteShares('alice')).toEqual([])
})
