/**
 * The main job, as a person does it: connect a cloud, open bob's link, click, read the file at home; then a share that
 * bob sends is accepted in the popup. With a display a window stays open to play with, else pictures tell the story.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startClouds } from '../cloud-server/index.ts'
import build from '../e2e/build.ts'
import { Homeward } from '../e2e/homeward.ts'

const pictures = join(import.meta.dirname, '../../.output/demo')
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
const headless = !hasDisplay || Boolean(process.env['CI'])

rmSync(pictures, { recursive: true, force: true })
mkdirSync(pictures, { recursive: true })
let pictureNumber = 0
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250)
  await page.screenshot({ path: join(pictures, `${String(++pictureNumber).padStart(2, '0')}-${name}.png`) })
}

const say = (text: string): void => console.log(text)

say('Building the extension...')
build()
const file = Buffer.from('Sunrise over the harbour, seen from the old pier.\n'.repeat(400))
const clouds = await startClouds([
  {
    name: 'nc-home',
    product: 'nextcloud-32',
    users: { alice: { password: 'alice-password', displayName: 'Alice Anders' } },
  },
  {
    name: 'nc-remote',
    product: 'nextcloud-32',
    users: { bob: { password: 'bob-password', displayName: 'Bob Brook', published: true } },
  },
])
const [home, remote] = [clouds.cloud('nc-home'), clouds.cloud('nc-remote')]
home.writeFile('alice', '/Documents/letter.txt', 'Dear Bob')
remote.writeFile('bob', '/Harbour pictures/sunrise.txt', file)
remote.writeFile('bob', '/Harbour pictures/Boats/list.txt', 'one, two, three')
remote.writeFile('bob', '/Concert tickets/row-7.txt', 'Row 7, seats 11 and 12')
const link = remote.createPublicLink({ owner: 'bob', path: '/Harbour pictures' })

const homeward = await Homeward.launch({ headless, viewport: { width: 1280, height: 800 } })

say(`Connecting ${home.cloudId('alice')}...`)
const options = await homeward.openOptions()
await picture(options, 'options')
await options.getByRole('textbox', { name: 'Server address' }).fill(home.base)
const opened = homeward.context.waitForEvent('page')
await options.getByRole('button', { name: 'Connect' }).click()
const login = await opened
await login.getByRole('button', { name: /log in/i }).click()
await login.locator('#user').fill('alice')
await login.locator('#password').fill('alice-password')
await login.locator('button[type=submit], input[type=submit]').first().click()
await login.getByRole('button', { name: /grant access/i }).waitFor()
await picture(login, 'grant-access')
await login.getByRole('button', { name: /grant access/i }).click()
await options.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first().waitFor()
await options.bringToFront()
await picture(options, 'connected')

say(`Opening bob's link ${link.url} ...`)
const share = await homeward.openShare(link.url)
await share.add.waitFor()
await picture(share.page, 'share-page')
await share.page.waitForTimeout(400)
const clicked = Date.now()
await share.add.click()
await share.open.waitFor()
const mountedIn = Date.now() - clicked
await picture(share.page, 'added')

say('Opening the mounted folder at home...')
const files = await openedBy(() => share.open.click())
await files.waitForLoadState()
if (await files.locator('#user').isVisible()) {
  await files.locator('#user').fill('alice')
  await files.locator('#password').fill('alice-password')
  await files.locator('button[type=submit], input[type=submit]').first().click()
}
await files.getByText('sunrise.txt').first().waitFor()
await picture(files, 'at-home')
const readBack = await home.readFile('alice', '/Harbour pictures/sunrise.txt')
if (!file.equals(readBack)) throw new Error('what was read back at home is not what bob shared')

say('Bob sends another folder; it waits in the popup...')
const sent = await remote.sendFederatedShare({
  owner: 'bob',
  path: '/Concert tickets',
  shareWith: home.cloudId('alice'),
})
if (!sent.ok) throw new Error(sent.message)
const popup = await homeward.openPopup()
const pending = popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem').first()
await pending.waitFor()
await picture(popup, 'inbox')
await pending.getByRole('button', { name: 'Accept' }).click()
await popup.getByRole('link', { name: 'Open in my cloud' }).waitFor()
await picture(popup, 'accepted')
const ticket = new TextDecoder().decode(await home.readFile('alice', '/Concert tickets/row-7.txt'))
if (!ticket.startsWith('Row 7')) throw new Error('the accepted share cannot be read at home')

if (headless) say('No display: the pictures of each step are in .output/demo/')
else {
  say('The window stays open to play with; close it to end the demo.')
  say(`  bob's link: ${link.url}`)
  say(`  home:       ${home.base}  (alice / alice-password)`)
}
say(`demo: mounted Harbour pictures in ${mountedIn} ms, ${readBack.length} bytes read back`)
if (!headless) await new Promise((resolve) => homeward.context.once('close', resolve))
else await homeward.close()
await clouds.stop()

async function openedBy(click: () => Promise<void>): Promise<Page> {
  const page = homeward.context.waitForEvent('page')
  await click()
  return page
}
