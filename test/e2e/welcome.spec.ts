import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { Homeward } from './homeward.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'
import { workerOf } from './worker.ts'

const pictures = join(import.meta.dirname, '../../.output/pictures')

async function look(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    // The colours of buttons fade.
    await page.waitForTimeout(250)
    expect(await faults(page), `${name}, ${scheme}`).toEqual([])
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(beyond, `${name}, ${width}`).toBe(0)
    await page.screenshot({ path: join(pictures, `welcome-${name}-${scheme}-${width}.png`), fullPage: true })
  }
}

test('the first run: from the installation to the first folder, without the button on share pages', async ({
  home,
  remote,
}) => {
  const homeward = await Homeward.launch({ firstRun: true })
  const isWelcome = (page: Page): boolean => page.url().endsWith('/welcome.html')
  const opened = homeward.context.pages().find(isWelcome)
  const welcome = opened ?? (await homeward.context.waitForEvent('page', { predicate: isWelcome }))
  await expect(welcome.getByRole('heading', { name: 'Welcome to Homeward' })).toBeVisible()
  await look(welcome, 'first')

  const login = homeward.context.waitForEvent('page')
  await welcome.getByRole('textbox', { name: 'Server address' }).fill(home.base)
  await welcome.getByRole('button', { name: 'Connect' }).click()
  const server = await login
  await server.getByRole('button', { name: /log in/i }).click()
  await server.locator('#user').fill('alice')
  await server.locator('#password').fill('alice-password')
  await server.locator('button[type=submit], input[type=submit]').first().click()
  await server.getByRole('button', { name: /grant access/i }).click()
  await expect(welcome.getByText(/^Connected as Alice Home/).last()).toBeVisible()
  await expect(welcome.getByRole('heading', { name: 'You are ready' })).toHaveCount(0)
  await look(welcome, 'connected')
  await welcome.getByRole('button', { name: 'Not now' }).click()
  await expect(welcome.getByRole('heading', { name: 'You are ready' })).toBeVisible()
  await expect(welcome.getByText(home.cloudId('alice'))).toBeVisible()
  await look(welcome, 'ready')

  // What it says works: a link pasted into the box.
  const popup = await homeward.openPopup()
  await popup.getByRole('textbox', { name: 'Paste a share link' }).fill(bobShares(remote).url)
  await popup.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')

  // Not again, whatever the browser tells: an update, or another installation.
  const worker = await workerOf(homeward)
  await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { onInstalled: { dispatch(of: object): void } } } }
    chrome.runtime.onInstalled.dispatch({ reason: 'update', previousVersion: '0.0.1' })
    chrome.runtime.onInstalled.dispatch({ reason: 'install' })
  })
  await welcome.waitForTimeout(500)
  expect(homeward.context.pages().filter(isWelcome)).toHaveLength(1)
  // The way it goes when an administrator's word comes late.
  const closed = welcome.waitForEvent('close')
  await welcome.evaluate(() => window.close())
  await closed
  await homeward.close()
})
