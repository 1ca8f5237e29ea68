import { join } from 'node:path'
import { faults } from './axe.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'

const pictures = join(import.meta.dirname, '../../.output/pictures')
const password = 'Correct-horse-9'

test.describe('Nextcloud 33 <- Nextcloud 33', () => {
  test.use({ homeProduct: 'nextcloud-33', remoteProduct: 'nextcloud-33' })

  test('its drawn prompt, its long ids: a protected link, an unlocked one, a share in the inbox', async ({
    homeward,
    home,
    remote,
  }) => {
    await homeward.connect(home)
    const secret = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await secret.password.fill('wrong')
    await secret.clickAdd()
    await expect(secret.page.getByText('This password was not accepted')).toBeVisible()
    await secret.password.fill(password)
    await secret.clickAdd()
    await expect(secret.open).toBeVisible()
    expect(await readAtHome(home, '/Secret/hello.txt')).toBe('hello from Secret')

    const unlocked = await homeward.openShare(bobShares(remote, 'Unlocked', { password }).url)
    await unlocked.page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
    await unlocked.page.keyboard.press('Enter')
    await unlocked.page.waitForURL(/\/s\/[^/]+$/)
    await unlocked.clickAdd()
    await expect(unlocked.open).toBeVisible()

    remote.writeFile('bob', '/For Alice/hello.txt', 'hello from For Alice')
    await remote.sendFederatedShare({ owner: 'bob', path: '/For Alice', shareWith: home.cloudId('alice') })
    const popup = await homeward.openPopup()
    const row = popup.getByRole('listitem').filter({ hasText: 'For Alice' })
    await row.getByRole('button', { name: 'Accept' }).click()
    await expect(row.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
    await popup.getByRole('tab', { name: 'Mounted' }).click()
    const mounted = popup.getByRole('listitem').filter({ hasText: 'For Alice' })
    await mounted.getByRole('button', { name: 'Unmount' }).click()
    await mounted.getByRole('group').getByRole('button', { name: 'Unmount' }).click()
    await expect(mounted).toHaveCount(0)
    expect(home.remoteShares('alice').map(({ name }) => name)).toEqual(['/Secret', '/Unlocked'])
  })
})

test.describe('Nextcloud <- ownCloud 7', () => {
  test.use({ homeProduct: 'nextcloud-33', remoteProduct: 'owncloud-7' })

  test('the card is on its old address: one click mounts, its prompt says what works', async ({
    homeward,
    home,
    remote,
  }) => {
    await homeward.connect(home)
    const { url } = bobShares(remote)
    expect(url).toContain('/public.php?service=files&t=')
    const share = await homeward.openShare(url)
    await share.clickAdd()
    await expect(share.open).toBeVisible()
    expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
    const locked = await homeward.openShare(bobShares(remote, 'Secret', { password }).url)
    await locked.password.fill(password)
    await locked.clickAdd()
    await expect(locked.page.getByText('ownCloud links with a password cannot be added to a Nextcloud')).toBeVisible()
    await locked.page.screenshot({ path: `${pictures}/card-owncloud-password.png` })
  })
})

test.describe('Nextcloud <- OpenCloud', () => {
  test.use({ homeProduct: 'nextcloud-33', remoteProduct: 'opencloud' })

  test('the card explains, and offers an invitation where both know it', async ({ homeward, home, remote }) => {
    home.settings.ocm = { inviteAcceptDialog: '/index.php/apps/contacts/ocm/invite-accept-dialog' }
    await homeward.connect(home)
    const { token } = bobShares(remote, 'Spaces')
    const share = await homeward.openShare(`${remote.base}/s/${token}`)
    const explained = share.page.getByText('These two servers cannot share with each other')
    const invitation = share.page.getByRole('link', { name: 'Accept an invitation' })
    await expect(explained).toBeVisible()
    await expect(invitation).toHaveAttribute('href', `${home.base}${String(home.settings.ocm['inviteAcceptDialog'])}`)
    expect(await faults(share.page, 'homeward-card')).toEqual([])
    await share.page.screenshot({ path: `${pictures}/card-opencloud.png` })
    // The web app has gone on to its own address, where a reload finds the card again.
    expect(share.page.url()).toBe(`${remote.base}/files/link/public/${token}`)
    await share.page.reload()
    await expect(explained).toBeVisible()
    await expect(share.add).toHaveCount(0)

    const popup = await homeward.openPopup()
    await popup.getByLabel('Paste a share link').fill(`${remote.base}/#/s/${token}`)
    await popup.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(popup.getByText('These two servers cannot share with each other')).toBeVisible()
    await expect(popup.getByRole('link', { name: 'Accept an invitation' })).toBeVisible()
    expect(await faults(popup)).toEqual([])
    await popup.screenshot({ path: `${pictures}/popup-opencloud.png` })
    expect(remote.log.filter(({ path }) => /federated|shareinfo|public-files/.test(path))).toEqual([])

    const options = await homeward.openOptions()
    await options.getByRole('textbox', { name: 'Server address' }).fill(remote.base)
    await options.getByRole('button', { name: 'Connect', exact: true }).click()
    await expect(options.getByText('Homeward cannot sign in to this kind of cloud')).toBeVisible()
    expect(await faults(options)).toEqual([])
    await options.screenshot({ path: `${pictures}/options-opencloud.png` })
  })
})
