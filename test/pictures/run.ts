/**
 * `npm run pictures`: every state of every view, light and dark, wide and narrow, as pictures to look at in
 * .output/pictures/index.html; some also in forced colours, from right to left and at 200 %. Words after `--` choose:
 * `npm run pictures -- popup mounted`, `-- language=de`, `-- look=rtl` for everything in that look.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../setup/chromium.ts'
import { root } from '../setup/install.mjs'
import { album } from './album.ts'
import { looks, widthsIn, type Look } from './looks.ts'
import { openStage } from './open-stage.ts'

const folder = join(root, '.output/pictures')
const words = process.argv.slice(2)
const wordAfter = (name: string): string | undefined =>
  words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
const language = wordAfter('language') ?? 'en'
const only = wordAfter('look')
const chosen = words.filter((word) => !word.includes('='))

export interface Picture {
  name: string
  width: number
  look: string
  file: string
}

interface Listed {
  name: string
  widths: number[]
  /** Taken in every look there is, not in light and dark only. */
  thorough: boolean
  window?: boolean
}

const stage = await openStage()
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
rmSync(folder, { recursive: true, force: true })
const pictures: Picture[] = []
const troubles: string[] = []
const wanted = looks.filter(({ name }) => only === undefined || name === only)
const queue = [...wanted]
// One for each core of a small machine.
await Promise.all([takeNext(), takeNext()])
writeFileSync(join(folder, 'index.html'), album(pictures))
await browser.close()
await stage.close()
for (const trouble of troubles) console.log(trouble)
console.log(`pictures: ${pictures.length} in .output/pictures/index.html, ${troubles.length} that failed`)
process.exit(troubles.length === 0 ? 0 : 1)

async function takeNext(): Promise<void> {
  for (let look = queue.shift(); look; look = queue.shift()) await take(browser, look)
}

async function take(from: Browser, look: Look): Promise<void> {
  const page = await from.newPage({ ...look.browser, reducedMotion: 'reduce' })
  page.on('pageerror', ({ message }) => troubles.push(`${page.url()}: ${message}`))
  await page.goto(`${stage.url}?list`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
  const scenes = await page.evaluate(() => (globalThis as unknown as { scenes: Listed[] }).scenes)
  for (const { name, widths, thorough, window = false } of scenes) {
    if (chosen.length > 0 && !chosen.some((word) => name.startsWith(word))) continue
    if (look.thorough && !thorough && only === undefined) continue
    for (const width of widthsIn(look, widths)) {
      await page.setViewportSize({ width, height: 640 })
      await page.goto(`${stage.url}?scene=${name}&language=${look.language ?? language}`)
      await page.locator('html[data-ready]').waitFor({ state: 'attached' })
      await page.waitForTimeout(60)
      const file = `${name}-${width}-${look.name}.png`
      mkdirSync(join(folder, name, '..'), { recursive: true })
      await page.screenshot({ path: join(folder, file), fullPage: !window })
      pictures.push({ name, width, look: look.name, file })
    }
  }
  await page.close()
}
