/** `npm run store:animation`: the README's animated picture, from the real extension on the test clouds. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Locator } from '@playwright/test'
import build from '../e2e/build.ts'
import { findChromium } from '../setup/chromium.ts'
import { root } from '../setup/install.mjs'
import { animate, type Frame } from './apng.ts'
import { moment, openCanvas, type Pointer } from './canvas.ts'
import { begin, end, withoutScrollbars } from './story.ts'

const size = { width: 880, height: 540 }
const folder = join(root, 'docs/pictures')

build()
const story = await begin(size)
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const canvas = await openCanvas(browser, size.width, size.height)
const frames: Frame[] = []
let at: Pointer = { x: 300, y: 250 }

async function hold(
  shot: Buffer,
  words: string,
  milliseconds: number,
  pointer: Pointer | undefined = at,
): Promise<void> {
  frames.push({ png: await canvas.paint(moment(shot, words, pointer)), milliseconds })
}

/** The pointer goes to the middle of something, fast at first, and presses. */
async function goAndPress(shot: Buffer, words: string, target: Locator): Promise<void> {
  const box = await target.boundingBox()
  if (!box) throw new Error('nothing to press')
  const [from, to] = [at, { x: box.x + box.width / 2, y: box.y + box.height / 2 }]
  for (let step = 1; step <= 8; step++) {
    const way = 1 - (1 - step / 8) ** 2
    at = { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }
    await hold(shot, words, 60)
  }
  await hold(shot, words, 350, { ...at, pressed: true })
}

const link = 'A link to a folder on somebody else’s cloud'
const share = await story.homeward.openShare(story.link)
await share.page.setViewportSize(size)
await withoutScrollbars(share.page)
await share.add.waitFor()
await share.page.waitForTimeout(500)
const ready = await share.page.screenshot()
await hold(ready, link, 1600)
await goAndPress(ready, 'One click', share.add)
// Slow enough to be seen.
story.home.faults.add({ method: 'POST', path: /pending\/\d+$/, delayMs: 1500 })
await share.add.click()
await share.page.getByText('Adding to your cloud').waitFor()
await share.page.waitForTimeout(300)
await hold(await share.page.screenshot(), 'One click', 700)
await share.open.waitFor()
await share.page.waitForTimeout(300)
const added = await share.page.screenshot()
await hold(added, 'It is in your own cloud', 1500)
await goAndPress(added, 'It is in your own cloud', share.open)

const opened = story.homeward.context.waitForEvent('page')
await share.open.click()
const files = await opened
await files.setViewportSize(size)
await withoutScrollbars(files)
await files.waitForLoadState()
if (await files.locator('#user').isVisible()) {
  await files.locator('#user').fill('alice')
  await files.locator('#password').fill('alice-password')
  await files.locator('button[type=submit], input[type=submit]').first().click()
}
await files.getByText('Sunrise').first().waitFor()
await files.waitForTimeout(300)
await hold(await files.screenshot(), 'Your own Files, the folder in it', 2600, undefined)
await end(story)
await browser.close()

const png = animate(frames)
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'homeward.png'), png)
console.log(`animation: ${frames.length} frames, ${Math.round(png.length / 1000)} kB in docs/pictures/homeward.png`)
