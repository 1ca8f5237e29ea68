import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import { builtExtension, Homeward } from './homeward.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'
import { pressToolbarButton, toolbarFlag, toolbarTrouble } from './toolbar.ts'
import { workerOf } from './worker.ts'

const password = 'Correct-horse-9'
const pictures = join(import.meta.dirname, '../../.output/pictures')
let copy: string

/** The extension of somebody who has connected the home and allowed nothing else. */
test.beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'homeward-toolbar-'))
  cpSync(builtExtension, copy, { recursive: true })
  const file = join(copy, 'manifest.json')
  const manifest = { ...JSON.parse(readFileSync(file, 'utf8')), host_permissions: ['http://nc-home.localhost/*'] }
  writeFileSync(file, JSON.stringify(manifest))
})
test.afterEach(() => rmSync(copy, { recursive: true }))

async function launch(home: Cloud): Promise<Homeward> {
  const homeward = await Homeward.launch({ extension: copy, flags: [toolbarFlag] })
  const trouble = await toolbarTrouble(homeward)
  test.skip(trouble !== undefined, trouble)
  await homeward.connect(home)
  return homeward
}

/** What the browser says when the background injects something into the page in front. */
async function injection(homeward: Homeward): Promise<string> {
  const worker = await workerOf(homeward)
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
    const injected = chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0 }, func: () => 'injected' })
    return injected.then(([frame]) => frame?.result ?? '', String)
  })
}

interface Chrome {
  tabs: { query(filter: object): Promise<{ id: number }[]> }
  scripting: { executeScript(injection: object): Promise<{ result: string }[]> }
}

/** Nothing of Homeward is on the page, and it may not put anything there. */
async function expectShut(homeward: Homeward, page: Page): Promise<void> {
  await expect(page.locator('homeward-card')).toHaveCount(0)
  await page.bringToFront()
  expect(await injection(homeward)).toContain('Cannot access contents of the page')
}

test('the toolbar button and one click in the popup mount the page, without any permission for it', async ({
  home,
  remote,
}) => {
  const homeward = await launch(home)
  const { page } = await homeward.openShare(bobShares(remote).url)
  await expectShut(homeward, page)
  remote.clearLog()
  home.clearLog()
  const popup = await pressToolbarButton(homeward, page)
  await popup.waitFor('Photos')
  expect(await injection(homeward)).toBe('injected')
  await popup.screenshot(join(pictures, 'popup-on-page.png'))
  await popup.click('Add to my cloud')
  await popup.waitFor('Open in my cloud')
  expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
  const asked = remote.log.find(({ path }) => path.includes('createFederatedShare'))
  // From the page itself: with its origin and the visitor's session, and with nothing of the account but its cloud id.
  expect(asked?.headers).toMatchObject({ origin: remote.base, cookie: expect.any(String) })
  expect(asked?.headers).not.toHaveProperty('authorization')
  expect(home.log.filter(({ path }) => path.includes('askForFederatedShare'))).toEqual([])
  await expect(page.locator('homeward-card')).toHaveCount(0)
  await homeward.close()
})

test('a protected page takes its password in the popup, again after a wrong one', async ({ home, remote }) => {
  const homeward = await launch(home)
  const { page } = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
  await expectShut(homeward, page)
  const popup = await pressToolbarButton(homeward, page)
  await popup.waitFor('Share password')
  await popup.screenshot(join(pictures, 'popup-on-protected-page.png'))
  await popup.type('Share password', 'wrong')
  await popup.click('Add to my cloud')
  await popup.waitFor('This password was not accepted')
  await popup.type('Share password', password)
  await popup.click('Add')
  await popup.waitFor('Open in my cloud')
  expect(await readAtHome(home, '/Secret/hello.txt')).toBe('hello from Secret')
  await homeward.close()
})
