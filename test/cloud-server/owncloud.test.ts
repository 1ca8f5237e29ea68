import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cloud, Clouds } from './index.ts'
import { basic, call, formBody } from './http/call.ts'
import { Browser, type Row, ocs, password, remoteShares } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
let home: Cloud
let remote: Cloud

beforeAll(async () => {
  clouds = await startPairs('nextcloud-32', 'owncloud-10')
  home = clouds.cloud('nc-home')
  remote = clouds.cloud('nc-remote')
})
afterAll(() => clouds.stop())

describe('ownCloud', () => {
  it('sends a federated share to Nextcloud and to ownCloud', async () => {
    const oc = clouds.cloud('oc-remote')
    const ocHome = clouds.cloud('oc-home')
    expect(
      await oc.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: home.cloudId('alice') }),
    ).toMatchObject({ ok: true })
    const schemeless = ocHome.cloudId('alice').replace('http://', '')
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: schemeless })).toMatchObject({
      ok: true,
    })
    const [row] = (await ocs<Row[]>(ocHome, 'GET', `${remoteShares}/pending`)).data
    const accepted = await ocs(ocHome, 'POST', `${remoteShares}/pending/${row?.id}`)
    expect(accepted.data).toEqual([{ state: 0, file_target: '/Photos' }])
    expect(await ocHome.listFolder('alice', '/Photos')).toEqual(['Sub folder', 'readme.txt'])
    // A user the receiver does not know is no reason for ownCloud to fail (recorded: owncloud-10.15.2/520).
    expect(
      await oc.sendFederatedShare({ owner: 'bob', path: '/Docs', shareWith: ocHome.cloudId('nobody') }),
    ).toMatchObject({ ok: true })
    expect(await oc.sendFederatedShare({ owner: 'bob', path: '/Docs', shareWith: 'alice@127.0.0.1:9' })).toEqual({
      ok: false,
      status: 403,
      message: 'Sharing Docs failed, could not find alice@127.0.0.1:9, maybe the server is currently unreachable.',
    })
  })

  it('mounts a link at once through /external, with session and request token only', async () => {
    const ocHome = clouds.cloud('oc-home')
    const link = remote.createPublicLink({ owner: 'bob', path: '/Docs', password: 'link-pass-1' })
    const fields = {
      remote: remote.base,
      token: link.token,
      owner: 'bob',
      ownerDisplayName: 'Bob Remote',
      name: 'Docs',
      password: 'link-pass-1',
    }
    const url = `${ocHome.base}/index.php/apps/files_sharing/external`
    const form = formBody(fields)
    const refused = await call('POST', url, {
      ...form,
      headers: { ...form.headers, ...basic('alice', password), 'OCS-APIRequest': 'true' },
    })
    expect(JSON.parse(refused.body.toString())).toEqual({
      data: { message: 'Token expired. Please reload page.', error: 'token_expired' },
      status: 'error',
    })
    const browser = new Browser()
    await browser.go('GET', `${ocHome.base}/index.php/apps/files/`, { headers: basic('alice', password) })
    const requesttoken = browser.token
    const wrong = await browser.post(url, { ...fields, password: 'bad', name: 'Bad' }, { requesttoken })
    expect(wrong.body.toString()).toContain('Could not authenticate to federated share, password might be wrong')
    const mounted = await browser.post(url, fields, { requesttoken })
    expect([mounted.status, mounted.body.toString()]).toEqual([200, ''])
    expect(ocHome.remoteShares('alice').at(-1)).toMatchObject({
      remoteId: '-1',
      owner: 'Bob Remote',
      mountpoint: '/Docs',
      accepted: true,
    })
    expect(await ocHome.listFolder('alice', '/Docs')).toContain('Übung & co')
    const unusable = await browser.post(url, { ...fields, name: 'a/b' }, { requesttoken })
    expect(unusable.body.toString()).toContain('The mountpoint name contains invalid characters.')
    const gone = await browser.post(url, { ...fields, remote: 'http://127.0.0.1:9' }, { requesttoken })
    expect(gone.body.toString()).toContain('Remote is unreachable')
  })
})
