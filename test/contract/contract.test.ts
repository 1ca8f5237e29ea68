import { startClouds, type Cloud, type ProductName } from '../cloud-server/index.ts'
import { openLiveCloud } from '../live/live-cloud.ts'
import { contract } from './suite.ts'

const passwords = { alice: 'alice-password-1', bob: 'bob-password-1' }
const access = ({ base }: Cloud, userName: keyof typeof passwords) => ({
  base,
  userName,
  password: passwords[userName],
})

/** Every dialect as home and as remote. */
const pairs: [home: ProductName, remote: ProductName][] = [
  ['nextcloud-33', 'nextcloud-33'],
  ['nextcloud-32', 'nextcloud-30'],
  ['nextcloud-30', 'owncloud-10'],
  ['owncloud-10', 'nextcloud-32'],
  ['owncloud-10', 'owncloud-10'],
  ['nextcloud-33', 'owncloud-10'],
]

for (const [homeProduct, remoteProduct] of pairs) {
  contract(`test clouds: ${homeProduct} home, ${remoteProduct} remote`, async () => {
    const clouds = await startClouds([
      { name: 'home', product: homeProduct, users: { alice: { password: passwords.alice } } },
      { name: 'remote', product: remoteProduct, users: { bob: { password: passwords.bob } } },
    ])
    return {
      home: await openLiveCloud(access(clouds.cloud('home'), 'alice')),
      remote: await openLiveCloud(access(clouds.cloud('remote'), 'bob')),
      close: () => clouds.stop(),
    }
  })
}
