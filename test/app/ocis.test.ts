import { describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { bobsFolder } from './clouds.ts'
import { scene, type Scene } from './scene.ts'
import { senderOf, World } from './world.ts'

const dialog = '/index.php/apps/contacts/ocm/invite-accept-dialog'
const unsupported = { ok: false, failure: { code: 'pair-unsupported' } }

const linkOn = ({ remote }: Scene, name: string) => bobsFolder(remote, name, { password: 'sesame-0' })
const shapes = (base: string, token: string): string[] => [
  `${base}/s/${token}/item`,
  `${base}/files/link/public/${token}`,
  `${base}/link/public/${token}/item`,
  `${base}/#/s/${token}`,
  `${base}/index.html#/files/link/public/${token}`,
]

/** What the remote was asked: never anything about the link itself. */
const asked = ({ remote }: Scene): string[] => [...new Set(remote.log.map(({ path }) => path))]

describe.each(['nextcloud-33', 'nextcloud-30', 'owncloud-10'] as const)('a link on OpenCloud, into %s', (home) => {
  const on = scene(home, 'opencloud')

  it('pasted in whatever shape, is explained and never tried', async () => {
    const { base, token } = linkOn(on, 'Spaces')
    on.remote.clearLog()
    for (const address of [`${base}/s/${token}`, ...shapes(base, token)]) {
      expect(await on.worker.ui['ui/add-link']({ address }), address).toMatchObject(unsupported)
    }
    expect(asked(on)).toEqual(['/status.php'])
  })

  it('is explained where the server says nothing to strangers, as soon as its shape tells', async () => {
    const { base, token } = linkOn(on, 'Silent')
    on.world.forbidden = [base]
    on.remote.clearLog()
    for (const address of shapes(base, token)) {
      expect(await on.worker.ui['ui/add-link']({ address }), address).toMatchObject(unsupported)
    }
    // This one could be anybody's: asked for in the click, before anything is tried.
    const plain = { address: `${base}/s/${token}` }
    expect(await on.worker.ui['ui/add-link'](plain)).toMatchObject({ failure: { code: 'home-permission-missing' } })
    on.world.forbidden = []
    expect(await on.worker.ui['ui/add-link'](plain)).toMatchObject(unsupported)
    expect(asked(on)).toEqual(['/status.php'])
  })

  it('chosen in the menu, says so in the list', async () => {
    const { base, token } = linkOn(on, 'Menu')
    await on.worker.app.addFromMenu(`${base}/files/link/public/${token}`)
    const [job] = on.world.stored['jobs'] as MountJob[]
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'pair-unsupported' } })
    expect(on.world.notifications.size).toBe(0)
  })
})

describe('an invitation instead', () => {
  const on = scene('nextcloud-33', 'opencloud')
  const ask = () => on.worker.ui['ui/invitation']({ base: on.remote.base })
  const open = (): SharePage => ({ ...linkOn(on, 'Invited'), product: 'ocis', reason: 'pair-unsupported' })
  const hello = (page: SharePage) => on.worker.page['page/hello']({ page }, senderOf(page.base, page.token))

  it('is offered only when both servers announce it, and the home has a page for it', async () => {
    expect(await ask()).toEqual({ is: 'impossible' })
    expect(asked(on).filter((path) => path.includes('ocm'))).toEqual([])
    on.home.settings.ocm = { inviteAcceptDialog: dialog }
    expect(await ask()).toEqual({ is: 'possible', dialog: on.home.base + dialog })
    on.remote.settings.ocm = { capabilities: ['webdav-uri'] }
    expect(await ask()).toEqual({ is: 'impossible' })
    on.remote.settings.ocm = {}
    on.home.settings.ocm = { inviteAcceptDialog: 'https://evil.example/' }
    expect(await ask()).toEqual({ is: 'impossible' })
  })

  it('is looked for with a permission where the other server tells strangers nothing', async () => {
    on.home.settings.ocm = { inviteAcceptDialog: dialog }
    on.world.forbidden = [on.remote.base]
    expect(await ask()).toEqual({ is: 'not-allowed-to-ask' })
    on.world.forbidden = []
    expect(await ask()).toMatchObject({ is: 'possible' })
  })

  it('is told on the page, which learns nothing else', async () => {
    on.home.settings.ocm = { inviteAcceptDialog: dialog }
    expect(await hello(open())).toEqual({
      connected: true,
      several: false,
      instead: {
        failure: { code: 'pair-unsupported' },
        openUrl: on.home.base + dialog,
        invitation: true,
      },
    })
    on.home.settings.ocm = {}
    expect((await hello(open())).instead).toEqual({ failure: { code: 'pair-unsupported' } })
  })
})

describe('whose own cloud is OpenCloud', () => {
  const on = scene('nextcloud-33', 'opencloud')
  const fresh = async () => {
    const world = new World()
    const { ui, page } = world.startWorker()
    const kept = await ui['ui/use-address']({ address: on.remote.base, insecureConfirmed: true })
    return { world, ui, page, kept }
  }

  it('is told that nobody can sign in there, and may keep its address', async () => {
    const { ui, kept } = await fresh()
    const refused = await ui['ui/connect']({ address: on.remote.base, insecureConfirmed: true })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'product-unsupported' } })
    expect(kept).toEqual({ ok: true, value: undefined })
  })

  it('opens links of that server there, instead of adding them', async () => {
    const { ui, page } = await fresh()
    const link: SharePage = { ...linkOn(on, 'Mine'), product: 'ocis', reason: 'pair-unsupported' }
    const { instead } = await page['page/hello']({ page: link }, senderOf(link.base, link.token))
    expect(instead).toEqual({ failure: { code: 'own-share' }, openUrl: on.remote.base })
    for (const address of shapes(link.base, link.token)) {
      expect(await ui['ui/open-dialog']({ address }), address).toMatchObject({ failure: { code: 'own-share' } })
    }
  })

  it('learns on a Nextcloud page that only an invitation helps, where both have them', async () => {
    const { world, ui, page } = await fresh()
    const link = bobsFolder(on.home, 'For OpenCloud')
    const hello = () => page['page/hello']({ page: link }, senderOf(link.base, link.token))
    expect((await hello()).instead).toMatchObject({
      failure: { code: 'pair-unsupported' },
      openUrl: `${on.remote.base}/open-cloud-mesh/accept-invite`,
      invitation: true,
    })
    on.home.settings.ocm = { capabilities: ['shares'] }
    expect((await hello()).instead).toEqual({ failure: { code: 'pair-unsupported' } })
    const pasted = await ui['ui/open-dialog']({ address: `${link.base}/s/${link.token}` })
    expect(pasted).toMatchObject(unsupported)
    expect(world.openedTabs).toEqual([])
  })
})
