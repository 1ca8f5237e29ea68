/** `npm run store`: the stores' pictures, from the real extension on the test clouds, into docs/store/pictures. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import build from '../e2e/build.ts'
import { findChromium } from '../setup/chromium.ts'
import { root } from '../setup/install.mjs'
import { beside, openCanvas, tile } from './canvas.ts'
import { begin, end, send, withoutScrollbars } from './story.ts'

const folder = join(root, 'docs/store/pictures')
const size = { width: 1280, height: 800 }

build()
mkdirSync(folder, { recursive: true })
const save = (name: string, png: Buffer): void => writeFileSync(join(folder, `${name}.png`), png)
const calm = async (page: Page): Promise<Buffer> => {
  await withoutScrollbars(page)
  await page.waitForTimeout(400)
  return page.screenshot()
}

const story = await begin(size)
const { homeward } = story
const share = await homeward.openShare(story.link)
await share.page.setViewportSize(size)
await share.add.waitFor()
save('1-share-page', await calm(share.page))
await share.clickAdd()
await share.open.waitFor()
save('2-added', await calm(share.page))

await send(story, 'bob', 'https://cloud.brook.example', 'Concert tickets')
await send(story, 'carol', 'https://files.choir.example', 'Minutes of the choir')
await send(story, 'bob', 'https://cloud.brook.example', 'Garden plan')
for (const path of ['/Recipes', '/Letters', '/Taxes 2026']) {
  const password = path === '/Letters' ? { password: 'Quarry-Lantern-5591' } : {}
  story.home.createPublicLink({ owner: 'alice', path, expireDate: '2027-01-31', ...password })
}
const popup = await homeward.openPopup()
await popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem').nth(2).waitFor()
const inbox = await calm(popup)
await popup.getByRole('tab', { name: 'Shared by me' }).click()
await popup.getByText('Taxes 2026').waitFor()
const shared = await calm(popup)
const options = await homeward.openOptions()
await options.setViewportSize(size)
await options.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first().waitFor()
save('5-options', await calm(options))
await end(story)

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const canvas = await openCanvas(browser, size.width, size.height)
const waiting = 'What others send you waits in the toolbar: from whom, from which server, accept or decline.'
save('3-inbox', await canvas.paint(beside('No share gets lost', waiting, inbox)))
const given = 'Links, people, groups: all in one place, to be changed, ended, or shared anew.'
save('4-shared-by-me', await canvas.paint(beside('And what you share yourself', given, shared)))
const promo = await openCanvas(browser, 440, 280)
save('tile', await promo.paint(tile('Homeward', 'Add shares to your own cloud')))
await browser.close()
console.log('store: 5 screenshots and a tile in docs/store/pictures')
