import { chromium, expect, test, type Browser, type Page } from '@playwright/test'
import { keyboardTroubles } from '../pictures/inspect.ts'
import { openStage, type Stage } from '../pictures/open-stage.ts'
import { findChromium } from '../setup/chromium.ts'
import { faults } from './axe.ts'

/**
 * Every state of every view, as the pictures show them, over a background in memory: what people with a keyboard, a
 * narrow window or weak eyes find in it.
 */
test.describe.configure({ mode: 'default' })

let stage: Stage
let browser: Browser
test.beforeAll(async () => {
  stage = await openStage('.output/stage-e2e')
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
})
test.afterAll(async () => {
  await browser.close()
  await stage.close()
})

for (const view of ['popup', 'mounted', 'outgoing', 'shares', 'options', 'welcome', 'help', 'card']) {
  test(`everybody can use it, whatever its state: ${view}`, async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 600 }, reducedMotion: 'reduce' })
    const scenes = await scenesOn(page)
    for (const { name } of scenes.filter((scene) => scene.name.startsWith(`${view}/`))) {
      await show(page, `scene=${name}`)
      expect.soft(await troublesOf(page, view), name).toEqual([])
    }
    await page.close()
  })
}

test('longer words, written from the right, have room', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 600 }, reducedMotion: 'reduce' })
  for (const { name, thorough } of await scenesOn(page)) {
    if (!thorough) continue
    await show(page, `scene=${name}&language=rtl`)
    expect.soft(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect.soft(await page.evaluate(pixelsBeyond), name).toBe(0)
  }
  await page.close()
})

test('what colours tell is told in forced colours, too; and nothing turns where that is not wanted', async () => {
  const page = await browser.newPage({ forcedColors: 'active', reducedMotion: 'reduce' })
  const style = (selector: string, property: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  await show(page, 'scene=popup/job-asking')
  const line = 'border-block-end-color'
  expect(await style('[aria-selected=true]', line)).not.toBe(await style('[aria-selected=false]', line))
  expect(await style('.spinner', 'border-block-start-color')).not.toBe(await style('.spinner', line))
  expect(await style('.spinner', 'animation-name')).toBe('fade')
  await show(page, 'scene=card/working')
  expect(await style('.spinner', 'border-block-start-color')).not.toBe(await style('.spinner', line))
  expect(await style('.spinner', 'animation-name')).toBe('none')
  await show(page, 'scene=shares/list')
  const frame = 'border-block-start-color'
  expect(await style('.chip[aria-pressed=true]', frame)).not.toBe(await style('.chip[aria-pressed=false]', frame))
  expect(await style('.button-primary', frame)).not.toBe(await style('.button-plain', frame))
  await page.close()
})

test('a button that is done with leaves the focus where it was', async () => {
  const page = await browser.newPage()
  await show(page, 'scene=options/button-not-allowed')
  const allow = page.getByRole('button', { name: 'Allow', exact: true })
  await allow.press('Enter')
  await expect(allow).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Adding shares' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Show the button on share pages' })).toBeFocused()
  await page.close()
})

interface Listed {
  name: string
  thorough: boolean
}

async function scenesOn(page: Page): Promise<Listed[]> {
  await show(page, 'list')
  return page.evaluate(() => (globalThis as unknown as { scenes: Listed[] }).scenes)
}

async function show(page: Page, query: string): Promise<void> {
  await page.goto(`${stage.url}?${query}`)
  await page.locator('html[data-ready]').waitFor({ state: 'attached' })
}

/** How far the page goes beyond the window. Runs in the page. */
const pixelsBeyond = (): number => {
  const { scrollWidth, clientWidth } = document.documentElement
  return scrollWidth - clientWidth
}

async function troublesOf(page: Page, view: string): Promise<string[]> {
  const within = view === 'card' ? 'homeward-card' : undefined
  await page.emulateMedia({ colorScheme: 'light' })
  const found = await faults(page, within)
  await page.emulateMedia({ colorScheme: 'dark' })
  const pale = await faults(page, within, ['color-contrast'])
  const beyond = await page.evaluate(pixelsBeyond)
  return [
    ...found,
    ...pale.map((fault) => `dark: ${fault}`),
    ...(beyond > 0 ? [`${beyond} pixels too wide`] : []),
    ...(await keyboardTroubles(page, view === 'popup')),
  ]
}
