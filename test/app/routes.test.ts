import { describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { startClouds } from '../cloud-server/index.ts'
import { bobsFolder, connectAlice } from './clouds.ts'
import { owncloudPage, scene, settle } from './scene.ts'
import { senderOf, World } from './world.ts'

describe('without an account', () => {
  const on = scene('nextcloud-32', 'nextcloud-32')

  it('the home’s own dialog is opened with everything filled in', async () => {
    const world = new World()
    const { ui, page } = world.startWorker()
    world.forbidden = [on.home.base, on.remote.base]
    const photos = bobsFolder(on.remote, 'Photos & more')
    const sender = senderOf(photos.base, photos.token)
    expect(await page['page/hello']({ page: photos }, sender)).toMatchObject({ connected: false })
    expect(
      await ui['ui/use-address']({ address: on.remote.base.replace(/:\d+/, ':9'), insecureConfirmed: true }),
    ).toMatchObject({ failure: { code: 'not-a-cloud' } })
    const kept = await ui['ui/use-address']({
      address: `${on.home.base}/index.php/apps/files/`,
      insecureConfirmed: true,
    })
    expect(kept).toEqual({ ok: true, value: undefined })
    expect(await page['page/hello']({ page: photos }, sender)).toMatchObject({ connected: true })
    const step = await page['page/mount']({ page: photos }, sender)
    expect(step).toEqual({ do: 'opened', host: on.home.base.replace('http://', '') })
    const opened = new URL(world.openedTabs[0] ?? '')
    expect(opened.pathname).toBe('/index.php/apps/files/')
    expect(Object.fromEntries(new URLSearchParams(opened.hash.slice(1)))).toEqual({
      remote: on.remote.base,
      token: photos.token,
      owner: 'public',
      ownerDisplayName: 'public',
      name: 'Photos & more',
      protected: '0',
    })
    expect(await ui['ui/open-dialog']({ address: `${photos.base}/s/${photos.token}` })).toMatchObject({ ok: true })
    expect(world.openedTabs).toHaveLength(2)
    await ui['ui/use-address']({ address: null, insecureConfirmed: false })
    expect(await page['page/mount']({ page: photos }, sender)).toEqual({ do: 'connect' })
  })
})

describe('pairs that cannot', () => {
  const on = scene('nextcloud-32', 'nextcloud-32')

  it('links on oCIS and OpenCloud are never tried', async () => {
    const page = { ...bobsFolder(on.remote, 'Spaces'), product: 'opencloud' } as unknown as SharePage
    on.remote.clearLog()
    expect(await on.visitor.click(page)).toMatchObject({ failure: { code: 'pair-unsupported' } })
    expect(await on.visitor.click({ ...page, needsPassword: true }, 'guess')).toMatchObject({
      failure: { code: 'pair-unsupported' },
    })
    expect(on.remote.log).toEqual([])
  })

  it('a link of the own server is opened instead', async () => {
    on.home.writeFile('alice', '/Mine/a.txt', 'a')
    const { token } = on.home.createPublicLink({ owner: 'alice', path: '/Mine' })
    const page: SharePage = { product: 'nextcloud', base: on.home.base, token, kind: 'folder', needsPassword: false }
    const job = await on.visitor.click(page)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'own-share' } })
    expect(job.openUrl).toBe(`${on.home.base}/index.php/apps/files/`)
  })

  it('a remote in a private network is warned of first, and tried when the user wants to', async () => {
    const page = bobsFolder(on.remote, 'Behind')
    const [account] = on.world.stored['accounts'] as { base: string }[]
    const base = account?.base ?? ''
    on.world.stored['accounts'] = [{ ...account, base: 'https://cloud.example.org' }]
    on.remote.clearLog()
    expect(await on.visitor.click(page)).toMatchObject({ failure: { code: 'remote-private-address' } })
    const address = `${page.base}/s/${page.token}`
    expect(await on.worker.ui['ui/add-link']({ address })).toMatchObject({
      failure: { code: 'remote-private-address' },
    })
    expect(on.remote.log.filter(({ path }) => path !== '/status.php')).toEqual([])
    on.world.stored['accounts'] = [{ ...account, base }]
    expect(await on.visitor.click(page, undefined, 'document 1', true)).toMatchObject({ state: 'mounted' })
  })
})

describe('a link chosen in the menu', () => {
  const on = scene('nextcloud-32', 'owncloud-10')
  const jobsOf = (world: World) => world.stored['jobs'] as MountJob[]

  it('is added, and shows in the list whatever becomes of it', async () => {
    const page = owncloudPage(on.remote, 'From menu')
    await on.worker.app.addFromMenu(`${page.base}/index.php/s/${page.token}`)
    const [added] = jobsOf(on.world)
    expect(await settle(on.world, on.worker, added?.id ?? '')).toMatchObject({ state: 'mounted', origin: 'popup' })
    const locked = owncloudPage(on.remote, 'Locked in menu', 'Correct-horse-9')
    await on.worker.app.addFromMenu(`${locked.base}/s/${locked.token}`)
    expect(jobsOf(on.world).at(-1)).toMatchObject({ state: 'failed', failure: { code: 'pair-needs-open-link' } })
    on.world.forbidden = [page.base]
    const unknown = owncloudPage(on.remote, 'Unknown in menu')
    await on.worker.app.addFromMenu(`${unknown.base}/s/${unknown.token}`)
    expect(jobsOf(on.world).at(-1)).toMatchObject({ state: 'failed', failure: { code: 'home-permission-missing' } })
  })

  it('that is none is told', async () => {
    await on.worker.app.addFromMenu('https://forms.example/apps/forms/s/abc')
    expect(on.world.notifications.get('menu')?.title).toBe('This is not a share link')
  })

  it('leads to the options without an account', async () => {
    const world = new World()
    await world.startWorker().app.addFromMenu(`${on.remote.base}/s/abc`)
    expect(world.openedTabs).toEqual(['options'])
  })
})

describe('addresses', () => {
  const on = scene('nextcloud-32', 'nextcloud-32')

  it('the cloud id is made of the server’s own user id, not of what was typed to sign in', async () => {
    const users = { 'ada l': { password: 'ada-password', email: 'ada@example.test', displayName: 'Ada' } }
    const clouds = await startClouds([{ name: 'mail', product: 'nextcloud-32', webroot: '/sub', users }])
    const { base } = clouds.cloud('mail')
    const address = `${base.replace('mail.', 'MAIL.')}/index.php/login?redirect_url=/apps/files/`
    const login = {
      userName: 'ada@example.test',
      password: 'ada-password',
      kind: 'app',
      insecureConfirmed: true,
    } as const
    const signedIn = await on.worker.ui['ui/sign-in']({ address, ...login })
    expect(signedIn).toMatchObject({ ok: true, value: { base, userId: 'ada l', cloudId: `ada l@${base}` } })
    await clouds.stop()
  })

  it('a home that calls itself something else is marked', async () => {
    expect(on.world.stored['accounts']).toMatchObject([{ base: on.home.base }])
    expect((on.world.stored['accounts'] as object[])[0]).not.toHaveProperty('callsItself')
    const body = `<?xml version="1.0"?><ocs><meta><statuscode>200</statuscode></meta><data><version><major>32</major></version>
      <capabilities><ocm><endPoint>https://other.example/cloud/index.php/ocm</endPoint></ocm></capabilities></data></ocs>`
    on.home.faults.add({ path: /capabilities/, body, contentType: 'application/xml', status: 200 })
    await connectAlice(on.worker, on.home)
    expect(on.world.stored['accounts']).toMatchObject([{ callsItself: 'https://other.example/cloud' }])
  })
})
