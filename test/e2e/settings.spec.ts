import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { bobShares, expect, test } from './test.ts'
import { workerOf, type Chrome } from './worker.ts'

test('the button on share pages can be switched off and on', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const options = await homeward.openOptions()
  const worker = await workerOf(homeward)
  const scripts = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return (await chrome.scripting.getRegisteredContentScripts()).length
    })
  await options.getByRole('checkbox', { name: /button on share pages/ }).uncheck()
  await expect.poll(scripts).toBe(0)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.page.waitForTimeout(1000)
  await expect(share.add).toHaveCount(0)
  await options.getByRole('checkbox', { name: /button on share pages/ }).check()
  await expect.poll(scripts).toBe(1)
  await share.page.reload()
  await expect(share.add).toBeVisible()
})

test('diagnostics are saved as a file without secrets and names', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const secret = bobShares(remote, 'Secret plans', { password: 'Correct-horse-9' })
  const share = await homeward.openShare(bobShares(remote, 'Holiday').url)
  await share.clickAdd()
  await expect(share.open).toBeVisible()
  const options = await homeward.openOptions()
  const save = async (): Promise<string> => {
    const download = options.waitForEvent('download')
    await options.getByRole('button', { name: 'Download diagnostics' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('homeward-diagnostics.json')
    return readFileSync(await file.path(), 'utf8')
  }
  const text = await save()
  expect(JSON.parse(text)).toMatchObject({ accounts: [{ state: 'ready', product: 'nextcloud' }] })
  const hidden = ['alice', 'bob', 'Holiday', secret.token, new URL(home.base).host, new URL(remote.base).host]
  expect(hidden.filter((word) => text.includes(word))).toEqual([])
  await options.getByRole('checkbox', { name: /^Include the names/ }).check()
  expect(await save()).toContain(home.cloudId('alice'))
})

test('settings travel as a file, and the appearance is there before a page is painted', async ({ homeward }) => {
  const options = await homeward.openOptions()
  const surface = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await surface(options)
  await options.getByRole('combobox', { name: 'Appearance' }).selectOption('dark')
  await expect.poll(() => surface(options)).not.toBe(light)
  const dark = await surface(options)
  const popup = await homeward.openPopup()
  expect(await surface(popup)).toBe(dark)
  expect(await faults(popup)).toEqual([])
  await options.getByRole('combobox', { name: 'Look for new shares' }).selectOption('60')

  const download = options.waitForEvent('download')
  await options.getByRole('button', { name: 'Save settings to a file' }).click()
  const path = await (await download).path()
  await options.getByRole('combobox', { name: 'Appearance' }).selectOption('light')
  await expect.poll(() => surface(popup)).toBe(light)
  const load = async (file: string | { name: string; text: string }): Promise<void> => {
    const chooser = options.waitForEvent('filechooser')
    await options.getByRole('button', { name: 'Load settings from a file' }).click()
    const chosen =
      typeof file === 'string'
        ? file
        : { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) }
    await (await chooser).setFiles(chosen)
  }
  await load({ name: 'holiday.json', text: '{"kind":"homeward-settings","version":1,"settings":{"pollMinutes":1}}' })
  await expect(options.getByRole('alert')).toContainText('holiday.json was not loaded, and nothing was changed')
  await expect(options.getByRole('alert')).toContainText('pollMinutes')
  await load(path)
  await expect(options.getByText(/^The settings in .* are in force$/)).toBeVisible()
  await expect.poll(() => surface(popup)).toBe(dark)
  await expect(options.getByRole('combobox', { name: 'Look for new shares' })).toHaveValue('60')
  // The colours of buttons fade, in a tab that can be seen.
  await options.bringToFront()
  await options.waitForTimeout(300)
  expect(await faults(options)).toEqual([])
})

test('the browser’s own sync carries the settings out and in, and only when that is wanted', async ({ homeward }) => {
  const options = await homeward.openOptions()
  const worker = await workerOf(homeward)
  const synced = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return chrome.storage.sync.get()
    })
  await options.getByRole('combobox', { name: 'Look for new shares' }).selectOption('60')
  expect(await synced()).toEqual({})
  await options.getByRole('checkbox', { name: /browser’s own sync/ }).check()
  await expect.poll(synced).toEqual({ settings: { pollMinutes: 60 } })
  await options.getByRole('checkbox', { name: /box for share links/ }).uncheck()
  await expect.poll(synced).toEqual({ settings: { pollMinutes: 60, pasteBox: false } })
  // As it arrives from another browser of the same user.
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    await chrome.storage.sync.set({ settings: { pollMinutes: 180, appearance: 'dark', evil: true } })
  })
  await expect(options.getByRole('combobox', { name: 'Look for new shares' })).toHaveValue('180')
  await expect(options.getByRole('combobox', { name: 'Appearance' })).toHaveValue('dark')
  await options.getByRole('checkbox', { name: /browser’s own sync/ }).uncheck()
  await options.getByRole('combobox', { name: 'Look for new shares' }).selectOption('5')
  await expect(options.getByRole('combobox', { name: 'Look for new shares' })).toHaveValue('5')
  expect(await synced()).toMatchObject({ settings: { pollMinutes: 180 } })
})
