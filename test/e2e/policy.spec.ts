import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtExtension, Homeward } from './homeward.ts'
import { expect, test } from './test.ts'
import { workerOf, type Chrome } from './worker.ts'

/** Where Chromium reads what an administrator has set, on Linux. */
const folder = '/etc/chromium/policies/managed'

/** The id of an unpacked extension follows from its path. */
const idOf = (path: string): string =>
  createHash('sha256')
    .update(path)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))

/** Writes a real policy file for one extension, or says why that cannot be done here. */
function writePolicy(id: string, policy: object): string | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }))
    return undefined
  } catch (error) {
    return `${folder} cannot be written (needs root): ${String(error)}`
  }
}

let copy: string

test.beforeEach(() => {
  // A copy has an id of its own, so that the policy concerns no other test.
  copy = mkdtempSync(join(tmpdir(), 'homeward-policy-'))
  cpSync(builtExtension, copy, { recursive: true })
})
test.afterEach(() => {
  rmSync(join(folder, `${idOf(copy)}.json`), { force: true })
  rmSync(copy, { recursive: true })
})

test('an administrator’s settings apply from the start, and when they change', async ({ home, other }) => {
  // Chromium reads a changed file after some seconds only.
  test.setTimeout(120_000)
  const locked = { homeAddress: home.base, homeAddressLocked: true, disablePasting: true, notifications: false }
  const problem = writePolicy(idOf(copy), { ...locked, allowedHosts: ['cloud.example.org'] })
  test.skip(problem !== undefined, problem)
  const homeward = await Homeward.launch({ extension: copy, firstRun: true })
  expect(homeward.id).toBe(idOf(copy))

  const options = await homeward.openOptions()
  const address = options.getByRole('textbox', { name: 'Server address' })
  await expect(address).toHaveValue(home.base)
  await expect(address).not.toBeEditable()
  await expect(options.getByRole('checkbox', { name: /^Show a notification/ })).toBeDisabled()
  // Whoever has a home preset is told by the organisation: nobody is welcomed.
  const first = await workerOf(homeward)
  const isDecided = () =>
    first.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return (await chrome.storage.local.get())['welcomed']?.value
    })
  await expect.poll(isDecided).toBe(true)
  await options.waitForTimeout(300)
  expect(homeward.context.pages().filter((page) => page.url().endsWith('welcome.html'))).toEqual([])
  const signIn = async (): Promise<void> => {
    await options.getByText('Use an app password instead').click()
    await options.getByRole('textbox', { name: 'User name' }).fill('alice')
    await options.getByLabel('App password').fill('alice-password')
    await options.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await signIn()
  await expect(options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(1)
  const popup = await homeward.openPopup()
  await expect(popup.getByRole('tab', { name: 'Inbox' })).toBeVisible()
  await expect(popup.getByText('No shares are waiting.')).toBeVisible()
  await expect(popup.getByRole('textbox', { name: 'Paste a share link' })).toHaveCount(0)

  // Another cloud, another button: the file is read again while the browser runs.
  writePolicy(idOf(copy), { homeAddress: home.base, inPageButton: false, allowedHosts: ['nc-home.localhost'] })
  await expect(address).toBeEditable()
  await expect(popup.getByRole('textbox', { name: 'Paste a share link' })).toBeVisible()
  const worker = await workerOf(homeward)
  const scripts = () =>
    worker.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return (await chrome.scripting.getRegisteredContentScripts()).length
    })
  await expect.poll(scripts).toBe(0)
  await address.fill(other.base)
  await signIn()
  await expect(options.getByText('Your organization does not allow this cloud')).toBeVisible()
  await homeward.close()
})
