import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refreshMounted } from '../../lib/app/refresh-mounted.ts'
import { stage, type Stage } from './mounts.ts'

const list = '/ocs/v2.php/apps/files_sharing/api/v1/remote_shares'
const refused =
  '<ocs><meta><status>failure</status><statuscode>403</statuscode><message>Could not unshare</message></meta><data/></ocs>'

describe.each(['nextcloud-32', 'owncloud-10'] as const)('mounted shares on %s', (product) => {
  let s: Stage
  beforeEach(async () => void (s = await stage(product, 'nextcloud-32')))
  afterEach(() => s.clouds.stop())

  const refresh = () => s.worker.ui['ui/refresh-mounted']({})
  const unmount = (shareId: string) => s.worker.ui['ui/unmount']({ accountId: s.accountId, shareId })

  test('are known as soon as they were accepted, and come with all there is to say', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    expect(s.mounted()).toMatchObject({ Photos: { id, mountpoint: '/Photos', owner: 'bob', insecure: true } })
    await refresh()
    expect(Object.keys(s.mounted())).toEqual(['Photos'])
    expect(s.mounted()['Photos']?.openUrl).toBe(`${s.home.base}/index.php/apps/files/?dir=%2FPhotos`)
    expect(s.mounted()['Photos']?.trouble).toBeUndefined()
    expect(s.view().mountedChecks).toMatchObject([{ accountId: s.accountId, slow: false }])
    expect(s.view().mountedChecks[0]?.checkedAt).toBeGreaterThan(0)
  })

  test('are read with one request when all is well', async () => {
    await s.send('Photos')
    await s.accept('Photos')
    s.home.clearLog()
    await refresh()
    expect(s.home.log.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET ${list}`])
  })

  test('are unmounted: off the list, off the server, the files stay with the owner', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    expect(await unmount(id)).toEqual({ ok: true, value: 'unmounted' })
    expect(s.view().mounted).toEqual([])
    expect(s.home.remoteShares('alice')).toEqual([])
    expect(await s.remote.listFolder('bob', '/Photos')).toEqual(['hello.txt'])
    await refresh()
    expect(s.view().mounted).toEqual([])
  })

  test('taken back by their owner are shown as such and can be removed', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    await refresh()
    s.remote.removeFile('bob', '/Photos')
    await refresh()
    expect(s.mounted()['Photos']?.trouble).toBe(product === 'owncloud-10' ? 'dead' : 'left')
    expect(await unmount(id)).toEqual({ ok: true, value: product === 'owncloud-10' ? 'unmounted' : 'was-gone' })
    expect(s.home.remoteShares('alice')).toEqual([])
    expect(s.view().mounted).toEqual([])
    await refresh()
    expect(s.view().mounted).toEqual([])
  })

  test('stay listed while their remote is down', async () => {
    await s.send('Photos')
    await s.accept('Photos')
    await s.remote.stop()
    await refresh()
    expect(s.mounted()['Photos']?.trouble).not.toBe('dead')
    expect(Object.keys(s.mounted())).toEqual(['Photos'])
    await s.remote.start()
  })

  test('a list that hangs does not hide them: each is looked at by itself', async () => {
    await s.send('Photos')
    await s.send('Slow')
    await s.accept('Photos')
    const slow = await s.accept('Slow')
    s.home.faults.add({ method: 'GET', path: list, delayMs: 5000, times: Infinity })
    s.home.faults.add({ method: 'GET', path: `${list}/${slow}`, delayMs: 5000, times: Infinity })
    await refreshMounted(s.worker.app.ports, s.accountId, 500)
    expect(s.mounted()['Photos']?.trouble).toBeUndefined()
    expect(s.mounted()['Slow']?.trouble).toBe('unreachable')
    expect(s.view().mountedChecks).toMatchObject([{ slow: true }])
    expect(s.view().accounts[0]?.state).toBe('ready')
    s.home.faults.clear()
    await refresh()
    expect(s.mounted()['Slow']?.trouble).toBeUndefined()
    expect(s.view().mountedChecks).toMatchObject([{ slow: false }])
  })

  test('of a home that is down are painted from the last time, with the reason', async () => {
    await s.send('Photos')
    await s.accept('Photos')
    await s.home.stop()
    await refresh()
    expect(Object.keys(s.mounted())).toEqual(['Photos'])
    expect(s.view().mountedChecks[0]?.failure?.code).toBe('home-unreachable')
    expect(s.view().accounts[0]?.state).toBe('offline')
    await s.home.start()
  })

  test('a server that cannot unmount is asked the other way, and the user is told', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    s.home.faults.add({ method: 'DELETE', path: `${list}/${id}`, status: 403, body: refused, contentType: 'text/xml' })
    expect(await unmount(id)).toEqual({ ok: true, value: 'row-removed' })
    expect(s.home.remoteShares('alice')).toEqual([])
  })

  test('an unmount whose answer is lost is looked up, one that failed says why', async () => {
    await s.send('Photos')
    await s.send('Minutes')
    const id = await s.accept('Photos')
    const other = await s.accept('Minutes')
    s.home.faults.add({ method: 'DELETE', path: `${list}/${id}`, before: false, drop: true })
    expect(await unmount(id)).toEqual({ ok: true, value: 'unmounted' })
    s.home.faults.add({ method: 'DELETE', path: `${list}/${other}`, drop: true })
    expect(await unmount(other)).toMatchObject({ ok: false, failure: { code: 'home-unreachable' } })
    expect(s.mounted()['Minutes']?.failure?.code).toBe('home-unreachable')
    expect(s.mounted()['Minutes']?.leaving).toBeUndefined()
  })

  test('an unmount outlives the worker', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    s.world.kill = { at: s.world.steps + 4, when: 'before' }
    await Promise.race([unmount(id), s.worker.death.catch(() => undefined)])
    s.world.kill = undefined
    expect(s.mounted()['Photos']?.leaving).toBe(true)
    await s.world.startWorker().app.wake()
    expect(s.view().mounted).toEqual([])
    expect(s.home.remoteShares('alice')).toEqual([])
  })

  test('signing out forgets them', async () => {
    await s.send('Photos')
    await s.accept('Photos')
    await s.worker.ui['ui/sign-out']({ accountId: s.accountId })
    expect(s.world.stored['mounts']).toEqual({})
    expect(s.home.remoteShares('alice')).toHaveLength(1)
  })
})

test('a pending share that an added link has brought is known as asked for', async () => {
  const s = await stage('nextcloud-32', 'nextcloud-32')
  const link = { base: s.remote.base, token: 'abc' }
  const createdAt = Date.now() - 1000
  const job = { id: 'j', accountId: s.accountId, link, name: 'Photos', asked: true, createdAt, before: [] }
  s.world.stored['jobs'] = [{ ...job, state: 'failed', failure: { code: 'arrival-timeout' } }]
  s.world.stored['settings'] = { acceptAsked: false }
  await s.send('Photos')
  await s.send('Other')
  await s.worker.ui['ui/refresh']({})
  expect(Object.fromEntries(s.view().pending.map(({ name, asked }) => [name, asked]))).toEqual({
    Photos: true,
    Other: undefined,
  })
  await s.clouds.stop()
})

test('an unmount is done or can be done again, wherever the worker dies', async () => {
  const s = await stage('nextcloud-32', 'nextcloud-32')
  let deaths = 0
  for (let at = 1, died = true; died; at++) {
    died = false
    for (const when of ['before', 'after'] as const) {
      const name = `Photos ${at} ${when}`
      await s.send(name)
      const request = { accountId: s.accountId, shareId: await s.accept(name) }
      const worker = s.world.startWorker()
      s.world.kill = { at: s.world.steps + at, when }
      await Promise.race([worker.ui['ui/unmount'](request), worker.death.catch(() => (died = true))])
      s.world.kill = undefined
      const next = s.world.startWorker()
      await next.app.resumeMounted()
      await next.ui['ui/refresh-mounted']({})
      const atHome = s.home.remoteShares('alice').map((row) => row.name.slice(1))
      expect(Object.keys(s.mounted()), `${when} ${at}`).toEqual(atHome)
      if (atHome.length > 0) await next.ui['ui/unmount'](request)
      expect(s.home.remoteShares('alice'), `${when} ${at}`).toEqual([])
    }
    if (died) deaths++
  }
  expect(deaths).toBeGreaterThan(4)
  await s.clouds.stop()
})

test('what a mount job brought is listed before the servers are asked', async () => {
  const s = await stage('nextcloud-32', 'nextcloud-32')
  s.remote.writeFile('bob', '/Photos/hello.txt', 'hello')
  const { url } = s.remote.createPublicLink({ owner: 'bob', path: '/Photos' })
  const added = await s.worker.ui['ui/add-link']({ address: url })
  if (!added.ok) throw new Error(added.failure.code)
  await s.worker.app.run(added.value.id)
  expect(s.mounted()).toMatchObject({ Photos: { mountpoint: '/Photos' } })
  await s.clouds.stop()
})

describe('zombies of ownCloud', () => {
  let s: Stage
  beforeEach(async () => void (s = await stage('owncloud-10', 'nextcloud-32')))
  afterEach(() => s.clouds.stop())

  test('made by an acceptance that ended in an error are found by their id and removed', async () => {
    await s.send('Photos')
    await s.worker.ui['ui/refresh']({})
    s.remote.removeFile('bob', '/Photos')
    await expect(s.accept('Photos')).rejects.toThrow('server-error')
    const [row] = s.home.remoteShares('alice')
    expect(row?.accepted).toBe(true)
    await s.worker.ui['ui/refresh-mounted']({})
    expect(s.mounted()).toMatchObject({ Photos: { id: String(row?.id), trouble: 'dead' } })
    await s.worker.ui['ui/unmount']({ accountId: s.accountId, shareId: String(row?.id) })
    expect(s.home.remoteShares('alice')).toEqual([])
  })

  test('of mount jobs are found too', async () => {
    await s.send('Photos')
    const id = await s.accept('Photos')
    const link = { base: s.remote.base, token: 'abc' }
    const job = { id: 'j', accountId: s.accountId, link, shareId: id, mountpoint: '/Photos', state: 'mounted' }
    s.world.stored['jobs'] = [job, { ...job, id: 'k', shareId: '99999' }]
    s.world.stored['mounts'] = {}
    s.remote.removeFile('bob', '/Photos')
    await s.worker.ui['ui/refresh-mounted']({})
    expect(s.view().mounted.map(({ name, trouble }) => [name, trouble])).toEqual([['Photos', 'dead']])
    s.home.clearLog()
    await s.worker.ui['ui/refresh-mounted']({})
    expect(s.home.log.filter(({ path }) => path.endsWith('/99999'))).toEqual([])
  })
})
