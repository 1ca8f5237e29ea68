import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCloud, readMountAnswer, sendToCloudId, type Cloud } from '../../lib/cloud/index.ts'
import type { ReceivedShare } from '../../lib/domain/received-share.ts'
import type { Result } from '../../lib/domain/result.ts'
import { startClouds, type Clouds } from '../cloud-server/index.ts'
import { loopbackFetch as fetch } from './loopback-fetch.ts'

/** The client and the test cloud, over real connections: one mount from the link to the files, on each product. */
let clouds: Clouds
const password = 'päss wörd:ü'
const owners = { 'bob b': { password: 'x' } }

beforeAll(async () => {
  const users = { 'älice a': { password, displayName: 'Älice <b>' } }
  clouds = await startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users, webroot: '/sub' },
    { name: 'oc-home', product: 'owncloud-10', users },
    { name: 'remote', product: 'nextcloud-32', users: owners },
  ])
})
afterAll(() => clouds.stop())

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`)
  return result.value
}

describe.each([
  ['nc-home', 'nextcloud', 32, 'Übung & <co>'],
  ['oc-home', 'owncloud', 10, 'Zweite Übung'],
])('an account on %s', (name, product, major, folder) => {
  let cloud: Cloud
  let share: ReceivedShare
  const home = () => clouds.cloud(name)
  const remote = () => clouds.cloud('remote')

  it('is found, signed in and named', async () => {
    const anonymous = createCloud({ fetch, base: home().base })
    expect(valueOf(await anonymous.status())).toMatchObject({ product, major, maintenance: false, installed: true })
    expect(await anonymous.user()).toMatchObject({ ok: false, failure: { code: 'home-rejected-login' } })
    cloud = createCloud({ fetch, base: home().base, credentials: { loginName: 'älice a', appPassword: password } })
    expect(valueOf(await cloud.user())).toEqual({ id: 'älice a', displayName: 'Älice <b>' })
    expect(valueOf(await cloud.capabilities())).toMatchObject({ major, federation: { incoming: true, outgoing: true } })
  })

  it('receives what a remote sends, and nothing twice', async () => {
    remote().writeFile('bob b', `/${folder}/a b.txt`, 'hello')
    const { token } = remote().createPublicLink({ owner: 'bob b', path: `/${folder}`, password: 'geheim & ü' })
    const cloudId = home().cloudId('älice a')
    const send = async (linkPassword: string) => {
      const answer = await sendToCloudId(fetch, { base: remote().base, token }, cloudId, linkPassword)
      const result = readMountAnswer(answer, { cloudId, withPassword: linkPassword !== '' })
      return result.ok ? 'sent' : result.failure.code
    }
    expect(await send('')).toBe('password-needed')
    expect(await send('falsch')).toBe('password-wrong')
    expect(await send('geheim & ü')).toBe('sent')
    expect(await send('geheim & ü')).toBe('already-mounted')
    const pending = valueOf(await cloud.remoteShares.pending())
    expect(pending).toHaveLength(1)
    share = pending[0]!
    expect(share).toMatchObject({ remote: remote().base, name: folder, accepted: false })
    expect(share.mountpoint).toBeUndefined()
  })

  it('accepts it, sees its files and lets it go', async () => {
    expect(valueOf(await cloud.remoteShares.accept(share.id))).toBeUndefined()
    const mounted = valueOf(await cloud.remoteShares.get(share.id))
    expect(mounted).toMatchObject({ accepted: true, mountpoint: `/${folder}`, kind: 'folder' })
    expect(valueOf(await cloud.remoteShares.mounted())).toEqual([mounted])
    const files = valueOf(await cloud.files('älice a', `/${folder}`))
    expect(files?.map(({ path, kind }) => [path, kind])).toEqual([
      [`/${folder}`, 'folder'],
      [`/${folder}/a b.txt`, 'file'],
    ])
    expect(valueOf(await cloud.files('älice a', '/nothing'))).toBeNull()
    const copy = async (to: string, from = `/${folder}`) => {
      const copied = await cloud.copy({ userId: 'älice a', from, to })
      return copied.ok ? copied.value : copied.failure.code
    }
    expect(await copy('/Kept & ö')).toBe('copied')
    expect(await copy('/Kept & ö')).toBe('name-taken')
    expect(await copy('/nowhere/x')).toBe('folder-gone')
    expect(await copy('/x', '/nothing')).toBe('share-gone')
    expect(await copy('/Kept & ö/one.txt', `/${folder}/a b.txt`)).toBe('copied')
    home().settings.freeBytes = 3
    expect(await copy('/Kept & ö/two.txt', `/${folder}/a b.txt`)).toBe('storage-full')
    expect(valueOf(await cloud.files('älice a', '/Kept & ö'))?.map(({ name, free }) => [name, free])).toEqual([
      ['Kept & ö', 3],
      ['a b.txt', undefined],
      ['one.txt', undefined],
    ])
    home().settings.freeBytes = Infinity
    expect(await cloud.remoteShares.remove(share.id)).toMatchObject({ ok: true })
    expect(await cloud.remoteShares.remove(share.id)).toMatchObject({ ok: false, failure: { code: 'share-gone' } })
    expect(await cloud.remoteShares.decline('99999')).toMatchObject({ ok: false, failure: { code: 'share-gone' } })
    expect(await cloud.remoteShares.accept('99999')).toMatchObject({ ok: false, failure: { code: 'accept-gone' } })
    expect(valueOf(await cloud.remoteShares.get('99999'))).toBeNull()
  })

  it('reports a home that does not answer properly', async () => {
    const pendingAfter = async (fault: object) => {
      home().faults.add({ path: /remote_shares\/pending/, ...fault })
      const result = await cloud.remoteShares.pending()
      return result.ok ? 'ok' : result.failure.code
    }
    expect(await pendingAfter({ drop: true })).toBe('home-unreachable')
    expect(await pendingAfter({ before: false, truncateAt: 30 })).toBe('home-unreachable')
    expect(await pendingAfter({ status: 502, body: '<html>', contentType: 'text/html' })).toBe('server-error')
    expect(await pendingAfter({ status: 200, body: '<html>', contentType: 'text/html' })).toBe('answer-unreadable')
    expect(await pendingAfter({ before: false, padToBytes: 6_000_000 })).toBe('answer-too-large')
    home().settings.maintenance = true
    expect(await pendingAfter({ times: 0 })).toBe('home-maintenance')
    home().settings.maintenance = false
    home().faults.clear()
  })
})
