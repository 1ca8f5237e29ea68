/**
 * `npm run pictures`: every state of every view, light and dark, wide and narrow, as pictures to look at in
 * .output/pictures/index.html. Words after `--` choose: `npm run pictures -- popup mounted`, `-- language=de`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { chromium, type Browser } from '@playwright/test'
import { build, preview, type InlineConfig } from 'vite'
import { findChromium } from '../setup/chromium.ts'
import { root } from '../setup/install.mjs'
import { album } from './album.ts'

const folder = join(root, '.output/pictures')
const words = process.argv.slice(2)
const language = words.find((word) => word.startsWith('language='))?.split('=')[1] ?? 'en'
const chosen = words.filter((word) => !word.includes('='))
const stage = 'test/pictures/index.html'
const schemes = ['light', 'dark'] as const

export interface Picture {
  name: string
  width: number
  scheme: (typeof schemes)[number]
  file: string
}

const options: InlineConfig = { root, configFile: false, logLevel: 'error', plugins: [preact()] }
const built = {
  outDir: '.output/stage',
  emptyOutDir: true,
  target: 'es2022',
  rolldownOptions: { input: stage },
}
await build({ ...options, build: built })
const server = await preview({ ...options, build: built, preview: { port: 0, host: '127.0.0.1' } })
const base = `${server.resolvedUrls?.local[0]}${stage}`
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
rmSync(folder, { recursive: true, force: true })
const pictures: Picture[] = []
const troubles: string[] = []
await Promise.all(schemes.map((scheme) => take(browser, scheme)))
writeFileSync(join(folder, 'index.html'), album(pictures))
await browser.close()
await server.close()
for (const trouble of troubles) console.log(trouble)
console.log(`pictures: ${pictures.length} in .output/pictures/index.html, ${troubles.length} that failed`)
process.exit(troubles.length === 0 ? 0 : 1)

async function take(from: Browser, scheme: Picture['scheme']): Promise<void> {
  const page = await from.newPage({ colorScheme: scheme, reducedMotion: 'reduce' })
  page.on('pageerror', ({ message }) => troubles.push(`${page.url()}: ${message}`))
  await page.goto(`${base}?list`)
  const scenes = await page.evaluate(
    () => (globalThis as unknown as { scenes: { name: string; widths: number[] }[] }).scenes,
  )
  for (const { name, widths } of scenes) {
    if (chosen.length > 0 && !chosen.some((word) => name.startsWith(word))) continue
    for (const width of widths) {
      await page.setViewportSize({ width, height: 640 })
      await page.goto(`${base}?scene=${name}&language=${language}`)
      await page.locator('html[data-ready]').waitFor({ state: 'attached' })
      await page.waitForTimeout(60)
      const file = `${name}-${width}-${scheme}.png`
      mkdirSync(join(folder, name, '..'), { recursive: true })
      await page.screenshot({ path: join(folder, file), fullPage: !name.startsWith('card/') })
      pictures.push({ name, width, scheme, file })
    }
  }
  await page.close()
}
