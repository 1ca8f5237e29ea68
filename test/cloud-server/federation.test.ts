import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClouds } from './index.ts'
import type { Cloud, Clouds } from './index.ts'
import { basic, call } from './http/call.ts'
import { createFederatedShare, mountPending, ocs, password, remoteShares } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
let home: Cloud
let remote: Cloud

beforeAll(async () => {
  clouds = await startPairs('nextcloud-32', 'nextcloud-30', 'owncloud-10')
  home = clouds.cloud('nc-home')
  remote = clouds.cloud('nc-remote')
})
afterAll(() => clouds.stop())

describe('a public link of Nextcloud, sent by its own server', () => {
  for (const [homeName, id] of [
    ['nc-home', 'number'],
    ['nc30-home', 'number'],
    ['oc-home', 'string'],
  ] as const) {
    it(`arrives at ${homeName} as pending, is mounted, read, and taken back by unmounting`, async () => {
      const to = clouds.cloud(homeName)
      const link = remote.createPublicLink({ owner: 'bob', path: '/Photos' })
      const sent = await createFederatedShare(remote, { shareWith: to.cloudId('alice'), token: link.token })
      expect(sent).toEqual({ status: 200, remoteUrl: to.base })
      const row = await mountPending(to, '/Photos')
      expect(typeof row.id).toBe(id)
      expect(row.remote).toBe(id === 'number' ? `${remote.base}/` : remote.base)
      expect(row.mountpoint).toBe('{{TemporaryMountPointName#/Photos}}')
      expect(await to.listFolder('alice', '/Photos')).toEqual(['Sub folder', 'readme.txt'])
      expect(Buffer.from(await to.readFile('alice', '/Photos/Sub folder/deep.txt')).toString()).toBe('deep file')
      const again = await createFederatedShare(remote, { shareWith: to.cloudId('alice'), token: link.token })
      expect(again.message).toBe(
        `Sharing Photos failed, because this item is already shared with the account ${to.cloudId('alice')}`,
      )
      await ocs(to, 'DELETE', `${remoteShares}/${row.id}`)
      expect(to.remoteShares('alice')).toEqual([])
      expect((await createFederatedShare(remote, { shareWith: to.cloudId('alice'), token: link.token })).status).toBe(
        200,
      )
      await ocs(to, 'DELETE', `${remoteShares}/pending/${to.remoteShares('alice')[0]?.id}`)
    })
  }

  it('says no in the recorded words', async () => {
    const alice = home.cloudId('alice')
    const locked = remote.createPublicLink({ owner: 'bob', path: '/Docs', password: 'link-pass-1' })
    const drop = remote.createPublicLink({ owner: 'bob', path: '/Docs', permissions: 4 })
    const open = remote.createPublicLink({ owner: 'bob', path: '/single.txt' })
    const expired = remote.createPublicLink({ owner: 'bob', path: '/Docs', expireDate: '2020-01-01' })
    const said = async (fields: Record<string, string>) => (await createFederatedShare(remote, fields)).message
    expect(await said({ shareWith: alice, token: locked.token })).toBe('No permission to access the share')
    expect(await said({ shareWith: alice, token: locked.token, password: 'nope' })).toBe(
      'No permission to access the share',
    )
    expect(await said({ shareWith: alice, token: 'unknown' })).toBe('The requested share does not exist anymore')
    expect(await said({ shareWith: alice, token: expired.token })).toBe('The requested share does not exist anymore')
    expect(await said({ shareWith: alice, token: drop.token })).toBe('Mounting file drop not supported')
    expect(await said({ shareWith: 'justaname', token: open.token })).toBe('Invalid Federated Cloud ID')
    expect(await said({ shareWith: remote.cloudId('bob'), token: open.token })).toBe(
      'Not allowed to create a federated share to the same account',
    )
    const schemeless = alice.replace('http://', '')
    expect(await said({ shareWith: schemeless, token: open.token })).toBe(
      `Sharing single.txt failed, could not find ${schemeless}, maybe the server is currently unreachable or uses a self-signed certificate.`,
    )
    expect(await said({ shareWith: home.cloudId('nobody'), token: open.token })).toContain('could not find nobody@')
    remote.settings.outgoingFederation = false
    expect(await said({ shareWith: alice, token: open.token })).toBe(
      "This server doesn't support outgoing federated shares",
    )
    remote.settings.outgoingFederation = true
    home.settings.incomingFederation = false
    expect(await said({ shareWith: alice, token: open.token })).toContain('could not find')
    home.settings.incomingFederation = true
    await home.stop()
    expect(await said({ shareWith: alice, token: open.token })).toContain('could not find')
    await home.start()
    remote.settings.language = 'de'
    expect(await said({ shareWith: alice, token: 'unknown' })).toBe('Die angeforderte Freigabe existiert nicht mehr')
    remote.settings.language = 'en'
  })

  it('gives a read-only mount that refuses writing, and a writable one that takes it', async () => {
    const put = (path: string) =>
      call('PUT', `${home.base}/remote.php/dav/files/alice/${path}`, { headers: basic('alice', password), body: 'new' })
    const readOnly = remote.createPublicLink({ owner: 'bob', path: '/Photos' })
    await createFederatedShare(remote, { shareWith: home.cloudId('alice'), token: readOnly.token })
    await mountPending(home, '/Photos')
    expect((await put('Photos/new.txt')).status).toBe(403)
    const writable = remote.createPublicLink({ owner: 'bob', path: '/Docs', permissions: 15 })
    await createFederatedShare(remote, { shareWith: home.cloudId('alice'), token: writable.token })
    await mountPending(home, '/Docs')
    expect((await put('Docs/new.txt')).status).toBe(201)
    expect(Buffer.from(await remote.readFile('bob', '/Docs/new.txt')).toString()).toBe('new')
  })
})

it('works below a sub-folder on both ends, and with users whose ids are addresses', async () => {
  const nested = await startClouds([
    { name: 'sub-home', product: 'nextcloud-32', webroot: '/cloud', users: { 'alice@example.test': { password } } },
    { name: 'sub-remote', product: 'nextcloud-32', webroot: '/next', users: { bob: { password } } },
  ])
  const [to, from] = [nested.cloud('sub-home'), nested.cloud('sub-remote')]
  from.writeFile('bob', '/A & B/ü.txt', 'deep')
  const link = from.createPublicLink({ owner: 'bob', path: '/A & B' })
  expect(link.url).toBe(`${from.base}/s/${link.token}`)
  const sent = await createFederatedShare(from, { shareWith: to.cloudId('alice@example.test'), token: link.token })
  expect(sent).toEqual({ status: 200, remoteUrl: to.base })
  const user = 'alice@example.test'
  await ocs(to, 'POST', `${remoteShares}/pending/1`, { user })
  expect(to.remoteShares(user)).toMatchObject([{ remote: `${from.base}/`, mountpoint: '/A & B', accepted: true }])
  expect(Buffer.from(await to.readFile(user, '/A & B/ü.txt')).toString()).toBe('deep')
  await nested.stop()
})
