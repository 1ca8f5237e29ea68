import { describe, expect, it } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { ProductName } from '../cloud-server/index.ts'
import { bobsFolder, connectAlice } from './clouds.ts'
import { mountsOf, owncloudPage, paste, readHome, scene } from './scene.ts'
import { Visitor } from './visitor.ts'
import { World } from './world.ts'

const products: ProductName[] = ['nextcloud-32', 'nextcloud-30', 'owncloud-10']

describe.each(products)('a link on ownCloud without a password, into %s', (homeProduct) => {
  const on = scene(homeProduct, 'owncloud-10')

  it('is announced to home, accepted and readable', async () => {
    const page = owncloudPage(on.remote, 'Announced')
    const job = await on.visitor.click(page)
    expect(job).toMatchObject({ state: 'mounted', already: false, note: 'owner-not-told' })
    expect(await readHome(on.home, '/Announced/hello.txt')).toBe('hello from Announced')
    expect(await on.visitor.click(page)).toMatchObject({ state: 'mounted', already: true })
    expect(mountsOf(on.home, 'Announced')).toHaveLength(1)
    const told = on.home.log.filter(({ path }) => /ocm\/shares|cloud\/shares/.test(path))
    expect(told.length).toBe(1)
    expect(told[0]?.headers).not.toHaveProperty('authorization')
    expect(told[0]?.headers).not.toHaveProperty('cookie')
  })

  it('says that it is there already when the job is forgotten', async () => {
    const page = owncloudPage(on.remote, 'Known')
    await on.visitor.click(page)
    on.world.stored['jobs'] = []
    expect(await on.visitor.click(page)).toMatchObject({ state: 'mounted', already: true })
    expect(mountsOf(on.home, 'Known')).toHaveLength(1)
  })

  it('accepts exactly its own, not one of the same name from the same server', async () => {
    on.remote.writeFile('bob', '/Decoy/x.txt', 'decoy')
    await on.remote.sendFederatedShare({ owner: 'bob', path: '/Decoy', shareWith: on.home.cloudId('alice') })
    const [decoy] = mountsOf(on.home, 'Decoy')
    expect(await on.visitor.click(owncloudPage(on.remote, 'Decoy'))).toMatchObject({ state: 'mounted' })
    expect(mountsOf(on.home, 'Decoy').find(({ id }) => id === decoy?.id)).toMatchObject({ accepted: false })
    expect(await readHome(on.home, '/Decoy/hello.txt')).toBe('hello from Decoy')
  })

  it('leaves nothing behind when the link has a password after all', async () => {
    const page = { ...owncloudPage(on.remote, 'Secretly', 'Correct-horse-9'), name: 'Secretly', owner: 'bob' }
    const job = await on.visitor.click({ ...page, needsPassword: false, isProtected: false })
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'share-unusable' } })
    expect(mountsOf(on.home, 'Secretly')).toEqual([])
  })

  it('names a home that takes no shares, whatever its language', async () => {
    Object.assign(on.home.settings, { incomingFederation: false, language: 'de' })
    const job = await on.visitor.click(owncloudPage(on.remote, 'Switched off'))
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'home-federation-off' } })
  })

  it('names a home that wants a signature', async () => {
    const words = 'instance is supposed to sign its request'
    const inXml = `<?xml version="1.0"?><ocs><meta><statuscode>400</statuscode><message>${words}</message></meta></ocs>`
    const answers =
      homeProduct === 'owncloud-10'
        ? { path: /cloud\/shares/, contentType: 'application/xml', body: inXml }
        : { path: /ocm\/shares/, contentType: 'application/json', body: JSON.stringify({ message: words }) }
    on.home.faults.add({ status: 400, ...answers })
    const job = await on.visitor.click(owncloudPage(on.remote, 'Unsigned'))
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'announce-refused' } })
    expect(job.failure?.detail).toContain('supposed to sign')
  })

  it('goes on after the answer to the announcement was lost', async () => {
    on.home.faults.add({ path: /ocm\/shares|cloud\/shares/, before: false, drop: true })
    const job = await on.visitor.click(owncloudPage(on.remote, 'Lost'))
    expect(job).toMatchObject({ state: 'mounted' })
    expect(mountsOf(on.home, 'Lost')).toHaveLength(1)
  })

  it('pasted, is read first, and announced where that is allowed', async () => {
    const page = owncloudPage(on.remote, 'Pasted')
    const job = await paste(on, page)
    expect(job).toMatchObject({ state: 'mounted', route: 'announce', name: 'Pasted' })
    expect(await readHome(on.home, '/Pasted/hello.txt')).toBe('hello from Pasted')
  })

  it('pasted, is refused for what it is', async () => {
    const add = (page: SharePage) => on.worker.ui['ui/add-link']({ address: `${page.base}/s/${page.token}` })
    const gone = owncloudPage(on.remote, 'Gone')
    on.remote.deletePublicLink(gone.token)
    expect(await add(gone)).toMatchObject({ ok: false, failure: { code: 'link-gone' } })
    const drop = bobsFolder(on.remote, 'Drop', { permissions: 4 })
    expect(await add(drop)).toMatchObject({ ok: false, failure: { code: 'link-upload-only' } })
  })

  it('ends in exactly one mount, wherever the worker dies', async () => {
    const mountKilling = async (name: string, at: number, when: 'before' | 'after') => {
      const world = new World()
      const worker = world.startWorker()
      await connectAlice(worker, on.home)
      await new Promise((resolve) => setTimeout(resolve, 30))
      const visitor = new Visitor(world, worker)
      const begun = world.steps
      world.kill = { at: begun + at, when }
      const job = await visitor.click(owncloudPage(on.remote, name))
      return { job, steps: world.steps - begun, deaths: visitor.deaths }
    }
    const { steps } = await mountKilling('Undisturbed', Infinity, 'before')
    let killed = 0
    for (let at = 1; at <= steps; at += 2) {
      for (const when of ['before', 'after'] as const) {
        const name = `Killed ${when} ${at}`
        const { job, deaths } = await mountKilling(name, at, when)
        killed += deaths
        // A death between writing down and sending is a failure that the next click mends.
        if (job.state === 'failed') expect(job.failure?.code, name).toBe('job-interrupted')
        const rows = mountsOf(on.home, name)
        expect(rows.length, name).toBe(job.state === 'mounted' ? 1 : 0)
        if (job.state === 'mounted') expect(rows, name).toMatchObject([{ accepted: true, mountpoint: `/${name}` }])
      }
    }
    expect(killed).toBeGreaterThan(15)
  }, 120_000)
})

describe('a link on ownCloud with a password, into Nextcloud', () => {
  const on = scene('nextcloud-32', 'owncloud-10')

  it('says what works', async () => {
    const page = owncloudPage(on.remote, 'Locked', 'Correct-horse-9')
    expect(await on.visitor.click(page)).toMatchObject({ failure: { code: 'pair-needs-open-link' } })
    const pasted = await on.worker.ui['ui/add-link']({ address: `${page.base}/index.php/s/${page.token}` })
    expect(pasted).toMatchObject({ ok: false, failure: { code: 'pair-needs-open-link' } })
    on.world.forbidden = [page.base]
    const unknown = await on.worker.ui['ui/add-link']({ address: `${page.base}/s/${page.token}` })
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'home-permission-missing' } })
  })
})
