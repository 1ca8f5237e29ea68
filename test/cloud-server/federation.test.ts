import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cloud, Clouds } from './index.ts'
import { basic, call, formBody, jsonBody } from './http/call.ts'
import { Browser, createFederatedShare, ocs, password, remoteShares } from './testing/client.ts'
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

type Row = { id: number | string; name: string; remote: string; mountpoint: string }

async function mountPending(at: Cloud, name: string): Promise<Row> {
  const pending = await ocs<Row[]>(at, 'GET', `${remoteShares}/pending`)
  const row = pending.data.find((candidate) => candidate.name === name)
  if (!row) throw new Error(`${name} is not pending`)
  await ocs(at, 'POST', `${remoteShares}/pending/${row.id}`)
  return row
}

describe('a public link of Nextcloud, sent by its own server', () => {
  for (const [homeName, id] of [['nc-home', 'number'], ['nc30-home', 'number'], ['oc-home', 'string']] as const) {
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
      expect(again.message).toBe(`Sharing Photos failed, because this item is already shared with the account ${to.cloudId('alice')}`)
      await ocs(to, 'DELETE', `${remoteShares}/${row.id}`)
      expect(to.remoteShares('alice')).toEqual([])
      expect((await createFederatedShare(remote, { shareWith: to.cloudId('alice'), token: link.token })).status).toBe(200)
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
    expect(await said({ shareWith: alice, token: locked.token, password: 'nope' })).toBe('No permission to access the share')
    expect(await said({ shareWith: alice, token: 'unknown' })).toBe('The requested share does not exist anymore')
    expect(await said({ shareWith: alice, token: expired.token })).toBe('The requested share does not exist anymore')
    expect(await said({ shareWith: alice, token: drop.token })).toBe('Mounting file drop not supported')
    expect(await said({ shareWith: 'justaname', token: open.token })).toBe('Invalid Federated Cloud ID')
    expect(await said({ shareWith: remote.cloudId('bob'), token: open.token })).toBe('Not allowed to create a federated share to the same account')
    const schemeless = alice.replace('http://', '')
    expect(await said({ shareWith: schemeless, token: open.token })).toBe(`Sharing single.txt failed, could not find ${schemeless}, maybe the server is currently unreachable or uses a self-signed certificate.`)
    expect(await said({ shareWith: home.cloudId('nobody'), token: open.token })).toContain('could not find nobody@')
    remote.settings.outgoingFederation = false
    expect(await said({ shareWith: alice, token: open.token })).toBe("This server doesn't support outgoing federated shares")
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
    const put = (path: string) => call('PUT', `${home.base}/remote.php/dav/files/alice/${path}`, { headers: basic('alice', password), body: 'new' })
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

describe('askForFederatedShare', () => {
  const ask = (at: Cloud, fields: Record<string, string>, headers: Record<string, string> = { 'OCS-APIRequest': 'true' }) => {
    const form = formBody(fields)
    return call('POST', `${at.base}/index.php/apps/federatedfilesharing/askForFederatedShare`, { ...form, headers: { ...form.headers, ...basic('alice', password), ...headers } })
  }

  it('really asks the remote, and passes with the OCS header on 32', async () => {
    const link = remote.createPublicLink({ owner: 'bob', path: '/single.txt', password: 'link-pass-1' })
    const fields = { token: link.token, remote: `${remote.base}/` }
    expect((await ask(home, fields, {})).status).toBe(412)
    expect((await ask(home, fields)).body.toString()).toContain('establish a federated share."')
    expect((await ask(home, { ...fields, password: 'bad' })).body.toString()).toContain('maybe the password was wrong')
    expect((await ask(home, { ...fields, password: 'link-pass-1' })).status).toBe(200)
    expect(home.remoteShares('alice').some((row) => row.name === '/single.txt')).toBe(true)
  })

  it('needs a request token of the same session on 30', async () => {
    const old = clouds.cloud('nc30-home')
    const link = remote.createPublicLink({ owner: 'bob', path: '/single.txt' })
    const fields = { token: link.token, remote: remote.base }
    expect((await ask(old, fields)).status).toBe(412)
    const browser = new Browser()
    const { token } = JSON.parse((await browser.go('GET', `${old.base}/index.php/csrftoken`, { headers: basic('alice', password) })).body.toString()) as { token: string }
    const url = `${old.base}/index.php/apps/federatedfilesharing/askForFederatedShare`
    expect((await browser.post(url, fields, { requesttoken: token })).status).toBe(200)
  })

  it('calls ownCloud too old', async () => {
    const oc = clouds.cloud('oc-remote')
    const link = oc.createPublicLink({ owner: 'bob', path: '/Photos' })
    const reply = await ask(home, { token: link.token, remote: oc.base })
    expect([reply.status, reply.body.toString()]).toEqual([400, expect.stringContaining('too old (Nextcloud \\u003C= 9)')])
  })
})

describe('ownCloud', () => {
  it('sends a federated share to Nextcloud and to ownCloud', async () => {
    const oc = clouds.cloud('oc-remote')
    const ocHome = clouds.cloud('oc-home')
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: home.cloudId('alice') })).toMatchObject({ ok: true })
    const schemeless = ocHome.cloudId('alice').replace('http://', '')
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: schemeless })).toMatchObject({ ok: true })
    const [row] = (await ocs<Row[]>(ocHome, 'GET', `${remoteShares}/pending`)).data
    const accepted = await ocs(ocHome, 'POST', `${remoteShares}/pending/${row?.id}`)
    expect(accepted.data).toEqual([{ state: 0, file_target: '/Photos' }])
    expect(await ocHome.listFolder('alice', '/Photos')).toEqual(['Sub folder', 'readme.txt'])
    // A user the receiver does not know is no reason for ownCloud to fail (recorded: owncloud-10.15.2/520).
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Docs', shareWith: ocHome.cloudId('nobody') })).toMatchObject({ ok: true })
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Docs', shareWith: 'alice@127.0.0.1:9' })).toEqual({
      ok: false,
      status: 403,
      message: 'Sharing Docs failed, could not find alice@127.0.0.1:9, maybe the server is currently unreachable.',
    })
  })

  it('mounts a link at once through /external, with session and request token only', async () => {
    const ocHome = clouds.cloud('oc-home')
    const link = remote.createPublicLink({ owner: 'bob', path: '/Docs', password: 'link-pass-1' })
    const fields = { remote: remote.base, token: link.token, owner: 'bob', ownerDisplayName: 'Bob Remote', name: 'Docs', password: 'link-pass-1' }
    const url = `${ocHome.base}/index.php/apps/files_sharing/external`
    const form = formBody(fields)
    const refused = await call('POST', url, { ...form, headers: { ...form.headers, ...basic('alice', password), 'OCS-APIRequest': 'true' } })
    expect(JSON.parse(refused.body.toString())).toEqual({ data: { message: 'Token expired. Please reload page.', error: 'token_expired' }, status: 'error' })
    const browser = new Browser()
    await browser.go('GET', `${ocHome.base}/index.php/apps/files/`, { headers: basic('alice', password) })
    const requesttoken = browser.token
    const wrong = await browser.post(url, { ...fields, password: 'bad', name: 'Bad' }, { requesttoken })
    expect(wrong.body.toString()).toContain('Could not authenticate to federated share, password might be wrong')
    const mounted = await browser.post(url, fields, { requesttoken })
    expect([mounted.status, mounted.body.toString()]).toEqual([200, ''])
    expect(ocHome.remoteShares('alice').at(-1)).toMatchObject({ remoteId: '-1', owner: 'Bob Remote', mountpoint: '/Docs', accepted: true })
    expect(await ocHome.listFolder('alice', '/Docs')).toContain('Übung & co')
    const unusable = await browser.post(url, { ...fields, name: 'a/b' }, { requesttoken })
    expect(unusable.body.toString()).toContain('The mountpoint name contains invalid characters.')
    const gone = await browser.post(url, { ...fields, remote: 'http://127.0.0.1:9' }, { requesttoken })
    expect(gone.body.toString()).toContain('Remote is unreachable')
  })
})

it('takes a share announced by hand for an ownCloud link (recorded: nextcloud-32.0.1/08-30..35)', async () => {
  const oc = clouds.cloud('oc-remote')
  const link = oc.createPublicLink({ owner: 'bob', path: '/single.txt' })
  const announced = await call('POST', `${home.base}/ocm/shares`, jsonBody({
    shareWith: home.cloudId('alice'),
    name: 'by hand.txt',
    providerId: '777',
    owner: oc.cloudId('bob'),
    shareType: 'user',
    resourceType: 'file',
    protocol: { name: 'webdav', options: { sharedSecret: link.token } },
  }))
  expect([announced.status, JSON.parse(announced.body.toString())]).toEqual([201, { recipientDisplayName: 'Alice Home', recipientUserId: 'alice' }])
  await mountPending(home, '/by hand.txt')
  expect(Buffer.from(await home.readFile('alice', '/by hand.txt')).toString()).toBe('one file')
})
