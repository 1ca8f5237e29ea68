import { bobShares, expect, readAtHome, test } from './test.ts'

for (const [homeProduct, remoteProduct] of [
  ['nextcloud-32', 'nextcloud-32'],
  ['nextcloud-30', 'nextcloud-32'],
  ['nextcloud-32', 'nextcloud-30'],
  ['owncloud-10', 'nextcloud-32'],
  ['owncloud-10', 'nextcloud-30'],
] as const) {
  test.describe(`${homeProduct} <- ${remoteProduct}`, () => {
    test.use({ homeProduct, remoteProduct })

    test('one click mounts a folder', async ({ homeward, home, remote }) => {
      await homeward.connect(home)
      const share = await homeward.openShare(bobShares(remote).url)
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
    })

    test('one click mounts a single file', async ({ homeward, home, remote }) => {
      await homeward.connect(home)
      remote.writeFile('bob', '/Ünïcode & notes.txt', 'just one file')
      const { url } = remote.createPublicLink({ owner: 'bob', path: '/Ünïcode & notes.txt' })
      const share = await homeward.openShare(url)
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      expect(await readAtHome(home, '/Ünïcode & notes.txt')).toBe('just one file')
    })

    test('a protected link, with a password typed into our field: wrong, then right', async ({
      homeward,
      home,
      remote,
    }) => {
      await homeward.connect(home)
      const share = await homeward.openShare(bobShares(remote, 'Secret', { password: 'Correct-horse-9' }).url)
      await share.password.fill('wrong')
      await share.clickAdd()
      await expect(share.password).toHaveAttribute('aria-invalid', 'true')
      await expect(share.page.getByText('This password was not accepted')).toBeVisible()
      await share.password.fill('Correct-horse-9')
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      expect(await readAtHome(home, '/Secret/hello.txt')).toBe('hello from Secret')
    })

    test('a protected link that the visitor has unlocked needs no password again', async ({
      homeward,
      home,
      remote,
    }) => {
      await homeward.connect(home)
      const share = await homeward.openShare(bobShares(remote, 'Unlocked', { password: 'Correct-horse-9' }).url)
      await share.page.locator('input[name=password]').fill('Correct-horse-9')
      await share.page.keyboard.press('Enter')
      await share.page.waitForURL(/\/s\/[^/]+$/)
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      expect(await readAtHome(home, '/Unlocked/hello.txt')).toBe('hello from Unlocked')
    })
  })
}

test('the link opens the mounted folder at home', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.clickAdd()
  await expect(share.open).toHaveAttribute('href', new RegExp(`^${home.base}/.*dir=%2FPhotos$`))
  await expect(share.open).toHaveAttribute('rel', /noopener/)
})

test('a link that is in the cloud already says so', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const { url } = bobShares(remote)
  for (const text of ['Added to your cloud', 'Already in your cloud']) {
    const share = await homeward.openShare(url)
    await share.clickAdd()
    await expect(share.open).toBeVisible()
    await expect(share.page.getByText(text)).toBeVisible()
  }
  expect(home.remoteShares('alice')).toHaveLength(1)
})

test('two quick clicks are one job and one mount', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await share.add.waitFor()
  await share.page.waitForTimeout(400)
  await share.add.dblclick()
  await expect(share.open).toBeVisible()
  await share.page.waitForTimeout(1000)
  expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
  expect(remote.log.filter(({ path }) => path.endsWith('createFederatedShare'))).toHaveLength(1)
})

test('a decoy of the same name from another remote stays pending', async ({ homeward, home, remote, other }) => {
  await homeward.connect(home)
  other.writeFile('bob', '/Photos/decoy.txt', 'decoy')
  // It arrives while our own mount is under way: after home was listed, before our share is there.
  const { url } = bobShares(remote)
  remote.faults.add({ path: /createFederatedShare/, before: false, delayMs: 1500 })
  const share = await homeward.openShare(url)
  await share.clickAdd()
  await share.page.waitForTimeout(500)
  const sent = await other.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: home.cloudId('alice') })
  expect(sent.ok).toBe(true)
  await expect(share.open).toBeVisible()
  const rows = home.remoteShares('alice')
  expect(rows.find((row) => row.remote.startsWith(remote.base))).toMatchObject({ accepted: true })
  expect(rows.find((row) => row.remote.startsWith(other.base))).toMatchObject({ accepted: false })
  expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
})

test('a share that home accepts by itself is found', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  home.settings.trustedServers = [remote.base]
  const share = await homeward.openShare(bobShares(remote).url)
  await share.clickAdd()
  await expect(share.open).toBeVisible()
  expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
})

test('a link deleted while its page was open is named', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const { url, token } = bobShares(remote)
  const share = await homeward.openShare(url)
  await share.add.waitFor()
  remote.deletePublicLink(token)
  await share.clickAdd()
  await expect(share.page.getByText('This share does not exist any more')).toBeVisible()
})

test('pages of dead and upload-only links say why there is no button', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const dead = bobShares(remote, 'Gone')
  remote.deletePublicLink(dead.token)
  const drop = bobShares(remote, 'Drop', { permissions: 4 })
  const reasons = { [dead.url]: 'This share does not exist any more', [drop.url]: 'This link only takes uploads' }
  for (const [url, reason] of Object.entries(reasons)) {
    const share = await homeward.openShare(url)
    await expect(share.page.getByText(reason)).toBeVisible()
    await expect(share.add).toHaveCount(0)
  }
})

test('a home that rejects the login is named, and asked no more', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  home.faults.add({ path: /\/ocs\//, status: 401, times: Infinity })
  const share = await homeward.openShare(bobShares(remote).url)
  home.clearLog()
  await share.clickAdd()
  await expect(share.page.getByText('Your cloud did not accept the login')).toBeVisible()
  const asked = home.log.length
  await share.page.waitForTimeout(1500)
  expect(home.log.length).toBe(asked)
  expect(remote.log.filter(({ path }) => path.endsWith('createFederatedShare'))).toHaveLength(0)
})

test('a home that is down is named, and the next try works', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const share = await homeward.openShare(bobShares(remote).url)
  await home.stop()
  await share.clickAdd()
  await expect(share.page.getByText('Your cloud does not answer')).toBeVisible()
  await home.start()
  await share.page.waitForTimeout(400)
  await share.page.getByRole('button', { name: 'Try again' }).click()
  await expect(share.open).toBeVisible()
})

test('without an account the button leads to connecting', async ({ homeward, remote }) => {
  const share = await homeward.openShare(bobShares(remote).url)
  const opened = homeward.context.waitForEvent('page')
  await share.clickAdd()
  expect((await opened).url()).toContain('options.html')
})
