import { startClouds, type CloudOptions } from '../cloud-server/index.ts'
import { bobShares, expect, test } from './test.ts'

test.describe('unusual addresses and names', () => {
  const clouds: Record<string, CloudOptions[]> = {
    'sub-folders on both sides': [
      { name: 'one', product: 'nextcloud-32', webroot: '/cloud', users: { alice: { password: 'alice-password' } } },
      { name: 'two', product: 'nextcloud-30', webroot: '/next/cloud', users: { bob: { password: 'bob-password' } } },
    ],
    'ownCloud in sub-folders': [
      { name: 'one', product: 'owncloud-10', webroot: '/oc', users: { alice: { password: 'alice-password' } } },
      { name: 'two', product: 'owncloud-10', webroot: '/oc/s', users: { bob: { password: 'bob-password' } } },
    ],
    'user ids with spaces, umlauts and @': [
      { name: 'one', product: 'nextcloud-32', users: { 'Älice Ü@mail.example': { password: 'alice-password' } } },
      { name: 'two', product: 'owncloud-10', users: { bob: { password: 'bob-password' } } },
    ],
    'a user id with =': [
      { name: 'one', product: 'owncloud-10', users: { 'a=b c': { password: 'alice-password' } } },
      { name: 'two', product: 'nextcloud-32', users: { bob: { password: 'bob-password' } } },
    ],
  }

  for (const [what, options] of Object.entries(clouds)) {
    test(`${what}: one click mounts`, async ({ homeward }) => {
      const started = await startClouds(options)
      const [home, remote] = [started.cloud('one'), started.cloud('two')]
      const user = Object.keys(options[0]?.users ?? {})[0] ?? ''
      await homeward.connect(home, user)
      const { token } = bobShares(remote, 'Füße & mehr')
      const shouted = remote.base.replace('two.localhost', 'TWO.localhost')
      const share = await homeward.openShare(`${shouted}/index.php/s/${token}`)
      await share.clickAdd()
      await expect(share.open).toBeVisible()
      const [mounted] = home.remoteShares(user)
      expect(mounted).toMatchObject({ accepted: true, mountpoint: '/Füße & mehr' })
      expect(new TextDecoder().decode(await home.readFile(user, '/Füße & mehr/hello.txt'))).toBe(
        'hello from Füße & mehr',
      )
      await started.stop()
    })
  }
})
