import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cloud, Clouds, ProductName } from './index.ts'
import { basic, call, formBody } from './http/call.ts'
import { ocs, password, remoteShares } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
let home: Cloud
let remote: Cloud

type Row = { id: number; mountpoint: string; accepted: number; permissions: number }

const share = (path = '/Photos') => remote.sendFederatedShare({ owner: 'bob', path, shareWith: home.cloudId('alice') })
const lastId = () => home.remoteShares('alice').at(-1)?.id
const accept = (id = lastId()) => ocs<unknown>(home, 'POST', `${remoteShares}/pending/${id}`)
const mountpoint = (id: number) => home.remoteShares('alice').find((row) => row.id === id)?.mountpoint

async function start(product: ProductName, prefix: string) {
  clouds = await startPairs(product)
  home = clouds.cloud(`${prefix}-home`)
  remote = clouds.cloud(`${prefix}-remote`)
}
afterEach(() => clouds.stop())

describe('Nextcloud 32', () => {
  beforeEach(() => start('nextcloud-32', 'nc'))

  it('renames a mount each time it is accepted again', async () => {
    await share()
    await accept(1)
    expect(mountpoint(1)).toBe('/Photos')
    expect((await accept(1)).status).toBe(200)
    expect(mountpoint(1)).toBe('/Photos (2)')
  })

  it('avoids the name of an ordinary folder, and of files keeps the extension', async () => {
    home.writeFile('alice', '/Photos/mine.txt', 'x')
    home.writeFile('alice', '/single.txt', 'x')
    await share()
    await accept()
    await share('/single.txt')
    await accept()
    expect(home.remoteShares('alice').map((row) => row.mountpoint)).toEqual(['/Photos (2)', '/single (2).txt'])
  })

  it('fails once with 500/996 after the owner deleted the folder, then knows nothing of it', async () => {
    await share()
    await accept(1)
    remote.removeFile('bob', '/Photos')
    const first = await ocs(home, 'GET', `${remoteShares}/1`)
    expect([first.status, first.meta.statuscode, first.meta.message]).toEqual([500, 996, 'Internal Server Error\n'])
    expect((await ocs(home, 'GET', `${remoteShares}/1`)).status).toBe(404)
  })

  it('loses a mount when its owner stops sharing', async () => {
    const sent = await share()
    await accept(1)
    await ocs(remote, 'DELETE', `/apps/files_sharing/api/v1/shares/${sent.ok ? sent.id : ''}`, { user: 'bob' })
    expect(home.remoteShares('alice')).toEqual([])
  })

  it('mounts what trusted servers send without asking', async () => {
    home.settings.trustedServers = [remote.base]
    await share()
    expect((await ocs<Row[]>(home, 'GET', `${remoteShares}/pending`)).data).toEqual([])
    expect((await ocs<Row[]>(home, 'GET', remoteShares)).data).toMatchObject([{ mountpoint: '/Photos', accepted: 1 }])
  })

  it('shows nobody the shares of others', async () => {
    await share()
    expect((await ocs(home, 'GET', `${remoteShares}/1`, { user: 'carol' })).status).toBe(404)
    expect((await ocs(home, 'POST', `${remoteShares}/pending/1`, { user: 'carol' })).meta.message).toBe(
      'wrong share ID, share does not exist.',
    )
    expect((await ocs(home, 'DELETE', `${remoteShares}/1`, { user: 'carol' })).meta.message).toBe(
      'Share does not exist',
    )
  })

  it('moves and unmounts through WebDAV', async () => {
    await share()
    await accept(1)
    const dav = `${home.base}/remote.php/dav/files/alice`
    const headers = basic('alice', password)
    expect(
      (await call('MOVE', `${dav}/Photos`, { headers: { ...headers, Destination: `${dav}/Bobs%20photos` } })).status,
    ).toBe(201)
    expect(mountpoint(1)).toBe('/Bobs photos')
    expect((await call('DELETE', `${dav}/Bobs%20photos`, { headers })).status).toBe(204)
    expect(home.remoteShares('alice')).toEqual([])
  })

  it('keeps a mount when the public link it came from is deleted', async () => {
    const link = remote.createPublicLink({ owner: 'bob', path: '/Photos' })
    await call(
      'POST',
      `${remote.base}/apps/federatedfilesharing/createFederatedShare`,
      formBody({ shareWith: home.cloudId('alice'), token: link.token }),
    )
    await accept(1)
    remote.deletePublicLink(link.token)
    expect((await call('GET', link.url)).status).toBe(404)
    expect(await home.listFolder('alice', '/Photos')).toContain('readme.txt')
  })
})

describe('ownCloud 10', () => {
  beforeEach(() => start('owncloud-10', 'oc'))

  it('numbers pending shares of the same name behind the template, and strips only braces in /all', async () => {
    remote.writeFile('bob', '/x/Photos/y.txt', 'y')
    await share()
    await share('/x/Photos')
    const points = async (list: string) =>
      (await ocs<Row[]>(home, 'GET', remoteShares + list)).data.map((row) => row.mountpoint)
    expect(await points('/pending')).toEqual([
      '{{TemporaryMountPointName#/Photos}}',
      '{{TemporaryMountPointName#/Photos}}-1',
    ])
    expect(await points('/all')).toEqual(['/Photos', '/Photos}}-1'])
  })

  it('removes accepted shares by declining and pending ones by deleting', async () => {
    await share()
    await accept(1)
    expect((await ocs(home, 'DELETE', `${remoteShares}/pending/1`)).status).toBe(200)
    await share()
    expect((await ocs(home, 'DELETE', `${remoteShares}/2`)).status).toBe(200)
    expect(home.remoteShares('alice')).toEqual([])
  })

  it('turns an unusable share into a zombie that only DELETE by id removes', async () => {
    const fields = {
      remote: remote.base,
      token: 'NoSuchToken',
      name: 'Ghost',
      owner: 'bob',
      remoteId: '4',
      shareWith: 'alice',
    }
    await call('POST', `${home.base}/ocs/v2.php/cloud/shares`, formBody(fields))
    const accepted = await accept(1)
    expect([accepted.status, accepted.meta.message]).toEqual([500, 'Sabre\\HTTP\\ClientHttpException: Unauthorized'])
    expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Ghost' }])
    expect((await ocs(home, 'GET', remoteShares)).data).toEqual([])
    expect((await ocs(home, 'GET', `${remoteShares}/1`)).status).toBe(500)
    expect((await ocs(home, 'DELETE', `${remoteShares}/pending/1`)).status).toBe(404)
    expect((await ocs(home, 'DELETE', `${remoteShares}/1`)).status).toBe(200)
  })

  it('accepts while the remote is down, and lists what it knows', async () => {
    await share()
    await remote.stop()
    expect((await accept(1)).status).toBe(200)
    const expected = { mimetype: '', mtime: 0, permissions: 27, type: 'file', mountpoint: '/Photos' }
    expect((await ocs(home, 'GET', remoteShares)).data).toMatchObject([expected])
    await remote.start()
    expect((await ocs(home, 'GET', remoteShares)).data).toMatchObject([{ type: 'dir', permissions: 31 }])
  })
})
