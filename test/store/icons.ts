/** `npm run icons`: draws the extension's icons in every size from the one logo, public/icon/logo.svg. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../setup/chromium.ts'
import { root } from '../setup/install.mjs'

const folder = join(root, 'public/icon')

/** Pixels of the file, and of the logo in it: Chrome's store wants 16 empty ones around the largest. */
export const sizes = [
  { size: 16, logo: 16 },
  { size: 32, logo: 32 },
  { size: 48, logo: 48 },
  { size: 96, logo: 96 },
  { size: 128, logo: 96 },
]

async function draw(): Promise<void> {
  const source = `data:image/svg+xml;base64,${readFileSync(join(folder, 'logo.svg')).toString('base64')}`
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  for (const { size, logo } of sizes) {
    await page.setViewportSize({ width: size, height: size })
    const style = 'margin:0;display:grid;place-items:center;height:100vh;background:none'
    await page.setContent(`<body style="${style}"><img alt="" src="${source}" width="${logo}" height="${logo}">`)
    await page.locator('img').evaluate((image) => (image as HTMLImageElement).decode())
    writeFileSync(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
}

if (process.argv[1] === import.meta.filename) await draw()
