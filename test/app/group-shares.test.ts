import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { undoWindow } from '../../lib/app/answer-share.ts'
import { startClouds, type Cloud, type Clouds } from '../cloud-server/index.ts'
import { basic, call, formBody } from '../cloud-server/http/call.ts'
import { connectAlice, alicePassword } from './clouds.ts'
import { viewOfWorld } from './view-of-world.ts'
import { World, type Worker } from './world.ts'

describe.each(['nextcloud-33', 'nextcloud-32'] as const)("a federated share to the user's group, on %s", (product) => {
  let clouds: Clouds
  let home: Cloud
  let world: World
  let worker: Worker
  let accountId: string
  const view = () => viewOfWorld(world)

  beforeEach(async () => {
    const users = { alice: { password: alicePassword, groups: ['staff'] } }
    clouds = await startClouds([
      { name: 'home', product, users },
      { name: 'remote', product, users: { bob: { password: 'bob-password' } } },
    ])
    home = clouds.cloud('home')
    const remote = clouds.cloud('remote')
    for (const cloud of [home, remote]) cloud.settings.groupFederation = true
    remote.writeFile('bob', '/Minutes/hello.txt', 'hello')
    const form = formBody({ path: '/Minutes', shareType: '9', shareWith: `staff@${home.base}`, permissions: '1' })
    const headers = { ...form.headers, ...basic('bob', 'bob-password'), 'OCS-APIRequest': 'true' }
    const path = '/ocs/v2.php/apps/files_sharing/api/v1/shares'
    const { status } = await call('POST', remote.base + path, { ...form, headers })
    if (status !== 200) throw new Error(`not shared: HTTP ${status}`)
    world = new World()
    worker = world.startWorker()
    accountId = await connectAlice(worker, home)
    await worker.app.refresh(accountId)
  })
  afterEach(() => clouds.stop())

  const shareId = () => view().pending[0]?.id ?? ''

  test('is accepted once and mounted under an id of its own', async () => {
    const id = shareId()
    const accepted = await worker.ui['ui/accept']({ accountId, shareId: id })
    expect(accepted).toMatchObject({ ok: true, value: { openUrl: expect.stringContaining('Minutes') as string } })
    expect(view().pending).toEqual([])
    const [mounted] = view().mounted
    expect(mounted).toMatchObject({ name: 'Minutes', mountpoint: '/Minutes' })
    expect(mounted?.id).not.toBe(id)
    expect(home.log.filter(({ method, path }) => method === 'POST' && path.endsWith(`/pending/${id}`))).toHaveLength(1)
  })

  test('is found mounted when the answer to its acceptance was lost', async () => {
    const id = shareId()
    const path = `/ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending/${id}`
    home.faults.add({ method: 'POST', path, before: false, drop: true })
    expect(await worker.ui['ui/accept']({ accountId, shareId: id })).toMatchObject({ ok: true })
    expect(view().mounted).toMatchObject([{ mountpoint: '/Minutes' }])
  })

  test('is asked about no more once it was declined, or unmounted', async () => {
    await worker.ui['ui/decline']({ accountId, shareId: shareId() })
    await world.wait(worker, undoWindow)
    await worker.app.refresh(accountId)
    expect(view().pending).toEqual([])
    expect(home.remoteShares('alice')).toMatchObject([{ accepted: false }])
  })

  test('is unmounted, and then not asked about again', async () => {
    await worker.ui['ui/accept']({ accountId, shareId: shareId() })
    const id = view().mounted[0]?.id ?? ''
    expect(await worker.ui['ui/unmount']({ accountId, shareId: id })).toEqual({ ok: true, value: 'unmounted' })
    await worker.app.refresh(accountId)
    expect([view().mounted, view().pending]).toEqual([[], []])
  })
})
