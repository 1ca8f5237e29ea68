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

await send(story, 'bob', 'Concert tickets')
await send(story, 'carol', 'Minutes of the choir')
await send(story, 'bob', 'Garden plan')
const popup = await homeward.openPopup()
await popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem').nth(2).waitFor()
const inbox = await calm(popup)
await popup.getByRole('tab', { name: 'Mounted' }).click()
await popup.getByRole('link', { name: 'Open in my cloud' }).first().waitFor()
const mounted = await calm(popup)
const options = await homeward.openOptions()
await options.setViewportSize(size)
await options.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first().waitFor()
save('5-options', await calm(options))
await end(story)

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const canvas = await openCanvas(browser, size.width, size.height)
const waiting = 'What others send you waits in the toolbar: from whom, from which server, accept or decline.'
save('3-inbox', await canvas.paint(beside('No share gets lost', waiting, inbox)))
const there = 'Open it, take it out again, or keep a copy of your own inside your cloud.'
save('4-mounted', await canvas.paint(beside('Everything you have added', there, mounted)))
const promo = await openCanvas(browser, 440, 280)
save('tile', await promo.paint(tile('Homeward', 'Add shares to your own cloud')))
await browser.close()
console.log('store: 5 screenshots and a tile in docs/store/pictures')
