import type { Locator, Page } from '@playwright/test'
import { loopbackFetch } from '../cloud/loopback-fetch.ts'
import type { Cloud } from '../cloud-server/index.ts'
import { faults } from './axe.ts'
import type { Homeward } from './homeward.ts'
import { expect, test } from './test.ts'

const rows = (page: Page): Locator => page.locator('[data-row]')
const row = (page: Page, text: string): Locator => rows(page).filter({ hasText: text })

/** Days from now as `YYYY-MM-DD`. */
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

interface Given {
  id: string
  share_type: string | number
  share_with: string | null
  permissions: string | number
  expiration: string | null
  note?: string
  label?: string
  name?: string
  token: string | null
  password?: string | null
  hide_download?: string | number
  attributes?: string | null
}

/** What a user of a cloud gives to others, as its own API has it. */
async function givenBy(cloud: Cloud, user = 'alice'): Promise<Given[]> {
  const url = `${cloud.base}/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json`
  const authorization = `Basic ${Buffer.from(`${user}:${user}-password`).toString('base64')}`
  const reply = await loopbackFetch(url, { headers: { authorization, 'OCS-APIRequest': 'true' } })
  return ((await reply.json()) as { ocs: { data: Given[] } }).ocs.data
}

/** Begins to share something of alice's: a file or folder at the top. */
async function begin(homeward: Homeward, name: string): Promise<Page> {
  const page = await homeward.openShares(true)
  await page.getByLabel('Search your files').fill(name)
  const item = page.getByRole('list', { name: 'Files and folders' }).getByRole('listitem').filter({ hasText: name })
  await item.getByText('Share', { exact: true }).click()
  await expect(page.getByRole('heading', { name: 'With whom?' })).toBeVisible()
  return page
}

async function chooseReceiver(page: Page, typed: string, proposal: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: 'Name or cloud ID' }).fill(typed)
  await page.getByRole('option', { name: proposal }).click()
  await expect(page.getByRole('heading', { name: 'How?' })).toBeFocused()
}

const share = (page: Page): Promise<void> => page.getByRole('button', { name: 'Share', exact: true }).click()
const done = (page: Page): Promise<void> => page.getByRole('button', { name: 'Done' }).click()
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

/** Ends a share, takes that back once, ends it again. */
async function stop(page: Page, text: string): Promise<void> {
  await row(page, text).getByRole('button', { name: 'Stop sharing' }).click()
  await row(page, text).getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, text).getByRole('button', { name: 'Edit' })).toBeVisible()
  await row(page, text).getByRole('button', { name: 'Stop sharing' }).click()
  await expect(row(page, text)).toHaveCount(0)
}

for (const homeProduct of ['nextcloud-32', 'owncloud-10'] as const) {
  test.describe(homeProduct, () => {
    test.use({ homeProduct })

    test('a federated share made here waits in the inbox of another account and is read there', async ({
      homeward,
      home,
      remote,
    }) => {
      home.writeFile('alice', '/Report/hello.txt', 'hello from Alice')
      await homeward.connect(home)
      await homeward.connect(remote, 'bob', 'bob-password')
      const page = await begin(homeward, 'Report')
      await chooseReceiver(page, remote.cloudId('bob'), /on another cloud/)
      await expect(page.getByText(`${new URL(remote.base).host} takes shares from other clouds`)).toBeVisible()
      if (homeProduct === 'owncloud-10') await expect(page.getByText(/even when the other cloud/)).toBeVisible()
      expect(await faults(page)).toEqual([])
      await page.getByRole('radio', { name: 'View', exact: true }).check()
      await share(page)
      await expect(page.getByText('It is shared.')).toBeVisible()
      await done(page)
      await expect(row(page, 'bob')).toContainText(remote.cloudId('bob'))

      const popup = await homeward.openPopup()
      const pending = popup.getByRole('list', { name: /Pending shares/ }).getByRole('listitem')
      await pending.getByRole('button', { name: 'Accept' }).click()
      await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
      expect(new TextDecoder().decode(await remote.readFile('bob', '/Report/hello.txt'))).toBe('hello from Alice')
      await popup.close()

      await row(page, 'bob').getByRole('button', { name: 'Edit' }).click()
      await page.getByRole('radio', { name: 'View and edit' }).check()
      await page.getByLabel('Ends on a set day').check()
      await page.getByLabel('Last day').fill(inDays(30))
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByRole('form')).toHaveCount(0)
      await expect(row(page, 'bob')).toContainText('View and edit')
      await expect(row(page, 'bob')).toContainText('until')
      const [given] = await givenBy(home)
      expect(given?.expiration).toContain(inDays(30))
      expect(Number(given?.permissions) & 15).toBe(15)
      await stop(page, 'bob')
      await expect(page.getByText('You share nothing yet.')).toBeVisible()
      expect(await givenBy(home)).toEqual([])
    })

    test('a link: one click, two clicks, every field, and what the server refuses', async ({ homeward, home }) => {
      home.writeFile('alice', '/Photos/hello.txt', 'hello')
      await homeward.connect(home)
      const isNextcloud = homeProduct === 'nextcloud-32'
      home.settings.customTokens = isNextcloud
      const page = await begin(homeward, 'Photos')
      await homeward.context.grantPermissions(['clipboard-read'])
      await page.getByRole('button', { name: 'Copy a link' }).click()
      await expect(page.getByText('The link is on your clipboard.')).toBeVisible()
      const link = await clipboard(page)
      expect(link).toContain('/s/')
      expect((await loopbackFetch(link)).status).toBe(200)
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
      expect(await faults(page)).toEqual([])

      await page.getByRole('button', { name: 'Share something else' }).click()
      await page.getByRole('listitem').filter({ hasText: 'Photos' }).getByText('Share', { exact: true }).click()
      await page.getByRole('button', { name: 'Link with password and last day' }).click()
      await page.getByRole('button', { name: 'Create and copy link' }).click()
      await expect(page.getByText('The link is on your clipboard.')).toBeVisible()
      const secret = await page.getByLabel('Password').inputValue()
      expect(secret.length).toBeGreaterThan(9)
      expect(await clipboard(page)).not.toBe(link)
      await done(page)
      await expect(rows(page)).toHaveCount(2)

      const mine = row(page, 'password')
      await expect(mine).toContainText('until')
      await mine.getByRole('button', { name: 'Edit' }).click()
      const form = page.getByRole('form', { name: 'Edit the share' })
      await form.getByLabel('Label').fill('For the family')
      await form.getByLabel('Last day').fill('2020-01-01')
      await form.getByRole('button', { name: 'Save' }).click()
      await expect(form.getByText(/Expiration date is in the past/)).toBeVisible()
      await expect(form.getByLabel('Last day')).toBeFocused()
      await expect(form.getByLabel('Last day')).toHaveValue('2020-01-01')
      await expect(form.getByLabel('Label')).toHaveValue('For the family')
      expect(await faults(page)).toEqual([])
      await form.getByLabel('Last day').fill(inDays(9))
      await form.getByRole('radio', { name: 'View and edit' }).check()
      if (isNextcloud) {
        await form.getByLabel('New password').fill('short')
        await form.getByRole('button', { name: 'Save' }).click()
        await expect(form.getByText(/at least 10 characters/)).toBeVisible()
        await expect(form.getByLabel('New password')).toHaveValue('short')
        await form.getByLabel('New password').fill('Correct-horse-9')
        await form.getByLabel('Note').fill('Add yours')
        await form.getByLabel('Hide the download button').check()
        await form.getByLabel('End of the link').fill('summer-2026')
      }
      await form.getByRole('button', { name: 'Save' }).click()
      await expect(form).toHaveCount(0)
      const changed = row(page, 'For the family')
      await expect(changed).toContainText('View and edit')
      if (isNextcloud) await expect(changed).toContainText('no download')
      const [given] = (await givenBy(home)).filter(
        (one) => one.label === 'For the family' || one.name === 'For the family',
      )
      expect(given?.expiration).toContain(inDays(9))
      if (isNextcloud) expect(given).toMatchObject({ note: 'Add yours', token: 'summer-2026' })
      await stop(page, 'For the family')
      await expect.poll(async () => (await givenBy(home)).length).toBe(1)

      await page.getByRole('list', { name: 'Shared files and folders' }).getByRole('button', { name: 'Share' }).click()
      await page.getByRole('button', { name: 'File request: others put files in' }).click()
      await page.getByRole('button', { name: 'Create and copy link' }).click()
      await expect(page.getByText('The link is on your clipboard.')).toBeVisible()
      await done(page)
      await expect(row(page, 'File request')).toBeVisible()
      expect((await givenBy(home)).map(({ permissions }) => Number(permissions))).toContain(4)
    })
  })
}

interface Receiver {
  /** `@remote` stands for the other cloud. */
  typed: string
  proposal: RegExp
  /** Words of its row. */
  kind: string
  type: number
}

const onThisCloud: Receiver[] = [
  { typed: 'dora', proposal: /Dora Home on this cloud/, kind: 'on this cloud', type: 0 },
  { typed: 'staff', proposal: /staff group/, kind: 'staff group', type: 1 },
]
const byApps: Receiver[] = [
  { typed: 'crew@remote', proposal: /group on another cloud/, kind: 'group on another cloud', type: 9 },
  { typed: 'Band', proposal: /Band team/, kind: 'team', type: 7 },
  { typed: 'Daily', proposal: /Daily call conversation/, kind: 'conversation', type: 10 },
  { typed: 'guest@example.org', proposal: /by e-mail/, kind: 'by e-mail', type: 4 },
]

for (const homeProduct of ['nextcloud-32', 'owncloud-10'] as const) {
  test.describe(homeProduct, () => {
    test.use({ homeProduct })

    test('everybody else: shared with, every field changed, ended', async ({ homeward, home, remote }) => {
      const isNextcloud = homeProduct === 'nextcloud-32'
      const receivers = isNextcloud ? [...onThisCloud, ...byApps] : onThisCloud
      for (const cloud of [home, remote]) cloud.settings.groupFederation = isNextcloud
      home.writeFile('alice', '/Minutes.txt', 'minutes')
      await homeward.connect(home)
      const page = await begin(homeward, 'Minutes.txt')
      for (const [index, { typed, proposal }] of receivers.entries()) {
        if (index > 0) {
          await page.getByRole('button', { name: 'Share something else' }).click()
          await page.getByRole('button', { name: /^Minutes.txt/ }).click()
        }
        await chooseReceiver(page, typed.replace('@remote', `@${remote.base}`), proposal)
        if (typed.endsWith('@remote')) await expect(page.getByText('takes shares from other clouds')).toBeVisible()
        await share(page)
        await expect(page.getByRole('heading', { name: 'Shared', exact: true })).toBeFocused()
      }
      await done(page)
      const types = (await givenBy(home)).map(({ share_type: type }) => Number(type))
      expect(new Set(types)).toEqual(new Set(receivers.map(({ type }) => type)))
      for (const { kind, type } of receivers) {
        await row(page, kind).getByRole('button', { name: 'Edit' }).click()
        const form = page.getByRole('form', { name: 'Edit the share' })
        await form.getByRole('radio', { name: type === 4 ? 'View and edit' : 'View', exact: true }).check()
        await form.getByLabel('Ends on a set day').check()
        await form.getByLabel('Last day').fill(inDays(20))
        for (const [label, value] of [
          ['Note', `Note for ${kind}`],
          ['Label', `Label for ${kind}`],
          ['E-mail addresses', 'guest@example.org second@example.org'],
        ] as const) {
          if ((await form.getByLabel(label).count()) > 0) await form.getByLabel(label).fill(value)
        }
        const download = form.getByLabel('Files may be downloaded')
        if ((await download.count()) > 0) await download.uncheck()
        if (type === 4) {
          await form.getByLabel('With a password').check()
          await form.getByLabel('Password', { exact: true }).fill('Correct-horse-9')
          await form.getByLabel('Hide the download button').check()
        }
        await form.getByRole('button', { name: 'Save' }).click()
        await expect(form).toHaveCount(0)
        await expect(row(page, kind)).toContainText('until')
      }
      for (const given of await givenBy(home)) {
        const type = Number(given.share_type)
        const { kind = '' } = receivers.find((receiver) => receiver.type === type) ?? {}
        expect(given.expiration).toContain(inDays(20))
        expect(Number(given.permissions) & 2).toBe(type === 4 ? 2 : 0)
        if (isNextcloud && type !== 9 && type !== 10) expect(given.note).toBe(`Note for ${kind}`)
        if (type === 4) {
          expect(given.label).toBe(`Label for ${kind}`)
          expect(given).toMatchObject({ password: expect.any(String) as unknown, hide_download: 1 })
          expect(given.attributes).toContain('second@example.org')
        }
        if (isNextcloud && type < 2) expect(given.attributes).toContain('"download"')
      }
      if (isNextcloud) {
        expect(home.mails.map(({ to }) => to)).toEqual(['guest@example.org'])
        expect(remote.remoteShares('bob')).toMatchObject([{ name: '/Minutes.txt' }])
        const mail = row(page, 'by e-mail')
        await mail.getByRole('button', { name: 'Send the e-mail again' }).click()
        const password = mail.getByLabel('Password', { exact: true })
        await password.fill('Correct-horse-8')
        await password.press('Enter')
        await expect(mail.getByText(/This password was not accepted/)).toBeVisible()
        await expect(password).toHaveValue('Correct-horse-8')
        await password.fill('Correct-horse-9')
        await password.press('Enter')
        await expect(mail.getByText('The e-mail is on its way.')).toBeVisible()
        expect(home.mails.map(({ to }) => to).slice(1)).toEqual(['guest@example.org', 'second@example.org'])
      }
      for (const { kind } of receivers) await row(page, kind).getByRole('button', { name: 'Stop sharing' }).click()
      await expect(page.getByText('You share nothing yet.')).toBeVisible({ timeout: 30_000 })
      expect(await givenBy(home)).toEqual([])
    })
  })
}
