import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startClouds, type Cloud, type Clouds } from '../cloud-server/index.ts'
import { Homeward } from './homeward.ts'
import { until, type View } from './view.ts'

let homeward: Homeward
let clouds: Clouds
let home: Cloud
let remote: Cloud

beforeAll(async () => {
  homeward = await Homeward.launch()
})
afterAll(() => homeward?.close())

beforeEach(async () => {
  clouds = await startClouds([
    {
      name: 'nc-home',
      product: 'nextcloud-32',
      users: { alice: { password: 'alice-password', displayName: 'Alice Home' } },
    },
    { name: 'nc-remote', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
  ])
  home = clouds.cloud('nc-home')
  remote = clouds.cloud('nc-remote')
  await homeward.install('e2e')
})
afterEach(() => clouds.stop())

function bobShares(name: string, password?: string): string {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  return remote.createPublicLink({ owner: 'bob', path: `/${name}`, ...(password ? { password } : {}) }).url
}

async function bobSends(name: string): Promise<void> {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  expect(sent.ok).toBe(true)
}

const readAtHome = async (path: string): Promise<string> => new TextDecoder().decode(await home.readFile('alice', path))

/** What the extension's own pages see of the browser. */
declare const browser: {
  action: { getBadgeText(details: object): Promise<string> }
  permissions: { getAll(): Promise<{ origins: string[] }> }
  alarms: { create(name: string, when: { when: number }): void }
  storage: { local: { get(): Promise<{ accounts: { value: { id: string }[] } }> } }
}

const granted = async ({ page }: View) => (await page.evaluate(() => browser.permissions.getAll())).origins
const badge = ({ page }: View) => page.evaluate(() => browser.action.getBadgeText({}))
const pollNow = ({ page }: View) =>
  page.evaluate(async () => {
    const { accounts } = await browser.storage.local.get()
    for (const { id } of accounts.value) browser.alarms.create(`poll:${id}`, { when: Date.now() })
  })

/** What the user does in the server's own pages. */
async function grant(login: View): Promise<void> {
  await login.click('button', 'Log in')
  await (await until('the user name', () => login.page.$('#user'))).type('alice')
  await (await until('the password', () => login.page.$('#password'))).type('alice-password')
  await login.page.keyboard.press('Enter')
  await login.click('button', 'Grant access')
}

test('what is shipped welcomes, asks in Firefox’s own words, and adds shares without the button on their pages', async () => {
  await homeward.install('production')
  const welcome = await homeward.openOwn('welcome.html')
  await welcome.type('textbox', 'Server address', home.base)
  await welcome.click('button', 'Connect')
  expect(await homeward.window.answerPrompt('Deny')).toContain('nc-home.localhost')
  await welcome.reads('Homeward may not contact this server yet')
  await welcome.click('button', 'Connect')
  await homeward.window.answerPrompt('Allow')
  await grant(await homeward.tab('/login/v2/'))
  await welcome.reads('Connected as Alice Home')
  expect(home.appPasswords('alice')).toHaveLength(1)
  await welcome.toFront()
  await welcome.click('button', 'Show the button')
  await homeward.window.answerPrompt('Deny')
  await welcome.reads('You are ready')
  expect(await granted(welcome)).toEqual(['http://nc-home.localhost/*'])

  const share = await homeward.open(bobShares('Photos'))
  await share.toFront()
  await homeward.window.pressToolbarButton()
  const popup = await homeward.window.popup()
  await popup.reads('Photos')
  remote.clearLog()
  await popup.click('Add to my cloud')
  await popup.reads('Open in my cloud')
  expect(await readAtHome('/Photos/hello.txt')).toBe('hello from Photos')
  // From the page itself, which the press on the button has opened to Homeward for the moment.
  const asked = remote.log.find(({ path }) => path.includes('createFederatedShare'))
  expect(asked?.headers).toMatchObject({ origin: remote.base, cookie: expect.any(String) })
  expect(await share.page.$('homeward-card')).toBeNull()

  const second = await homeward.open(bobShares('By key'))
  await second.toFront()
  await homeward.window.pressShortcut('M')
  await until('what the key adds', () => readAtHome('/By key/hello.txt'))
  const proposal = await homeward.window.enterInAddressBar(`home ${bobShares('Typed')}`)
  expect(proposal).toContain(`Add the share from ${new URL(remote.base).host}`)
  await until('what the keyword adds', () => readAtHome('/Typed/hello.txt'))

  // Allowed after all, the button is on the pages that are open.
  await welcome.toFront()
  await welcome.click('button', 'Show the button')
  await homeward.window.answerPrompt('Allow')
  await until('the button', () => second.page.$('homeward-card'))
})

test('one click on the share page mounts it, though the background has ended since', async () => {
  await homeward.connect(home)
  const share = await homeward.open(bobShares('Photos'))
  await homeward.window.stopBackground()
  await share.clickAdd()
  await share.find('link', 'Open in my cloud')
  expect(await readAtHome('/Photos/hello.txt')).toBe('hello from Photos')
})

test('a protected link takes its password on the page: wrong, then right', async () => {
  await homeward.connect(home)
  const share = await homeward.open(bobShares('Secret', 'Correct-horse-9'))
  await share.type('password', 'Share password', 'wrong')
  await share.clickAdd()
  await share.reads('This password was not accepted')
  // The wrong one is marked: what is typed now takes its place.
  await share.page.keyboard.type('Correct-horse-9')
  await share.page.keyboard.press('Enter')
  await share.find('link', 'Open in my cloud')
  expect(await readAtHome('/Secret/hello.txt')).toBe('hello from Secret')
})

test('the popup accepts and declines; the badge counts; a notification opens it', async () => {
  await homeward.connect(home)
  await bobSends('For Alice')
  const popup = await homeward.openOwn('popup.html')
  await popup.find('button', 'Decline')
  await until('the badge says 1', async () => (await badge(popup)) === '1')
  await homeward.window.pressNotification()
  // Firefox 140 opens no popup for a notification, so that its page opens in a tab.
  await until('the inbox', async () => (await homeward.window.hasPopup()) || (await homeward.window.ownTabs()) > 1)
  await popup.click('button', 'Accept')
  await popup.find('link', 'Open in my cloud')
  expect(await readAtHome('/For Alice/hello.txt')).toBe('hello from For Alice')
  await until('the badge is empty', async () => (await badge(popup)) === '')

  await bobSends('Unwanted')
  await pollNow(popup)
  await popup.click('button', 'Decline')
  await popup.find('button', 'Undo')
  expect(home.remoteShares('alice')).toHaveLength(2)
  await popup.close()
  await until('the decline is sent', async () => home.remoteShares('alice').length === 1)
})

test('a mount goes on when the background ends in the middle of it', async () => {
  await homeward.connect(home)
  const share = await homeward.open(bobShares('Photos'))
  home.faults.add({ method: 'POST', path: /pending\/\d+$/, delayMs: 1500 })
  await share.clickAdd()
  await until('the accept is under way', async () =>
    home.log.some(({ method, path }) => method === 'POST' && path.includes('/pending/')),
  )
  await homeward.window.stopBackground()
  await share.find('link', 'Open in my cloud')
  expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
})

test('the key opens the popup, with nothing cut off', async () => {
  await homeward.window.pressShortcut('H')
  const popup = await homeward.window.popup()
  const { address, width, height } = await popup.size()
  expect(address).toMatch(/popup\.html$/)
  expect(width).toBe(380)
  expect(height).toBeGreaterThan(200)
})
