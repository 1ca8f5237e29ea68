import { readFileSync } from 'node:fs'
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
