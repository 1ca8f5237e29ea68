import { describe, expect, it } from 'vitest'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { bobsFolder } from './clouds.ts'
import { mountsOf, owncloudPage, readHome, scene, settle, type Scene } from './scene.ts'

const tabId = 7

/** The user opens the popup on a share page. */
function visit(it: Scene, page: SharePage, recognised: SharePage | null = page): void {
  it.world.pageTabs.tabs.set(tabId, { address: `${page.base}/s/${page.token}`, page: recognised })
}

const add = ({ worker }: Scene, { base, token }: SharePage, more: object = {}) =>
  worker.ui['ui/add-page']({ tabId, link: { base, token }, ...more })

/** Presses the button and waits for the job to rest. */
async function press(it: Scene, page: SharePage, more: object = {}): Promise<MountJob> {
  const added = await add(it, page, more)
  if (!added.ok || added.value.do !== 'show') throw new Error(JSON.stringify(added))
  return settle(it.world, it.worker, added.value.job.id)
}

const asked = ({ remote }: Scene) => remote.log.filter(({ path }) => path.includes('createFederatedShare'))

describe.each(['nextcloud-32', 'nextcloud-30', 'owncloud-10'] as const)('the tab behind the popup, into %s', (home) => {
  const it_ = scene(home, 'nextcloud-32')

  it('is offered with what the page tells, and mounted through it', async () => {
    const page = { ...bobsFolder(it_.remote, 'Photos'), owner: 'bob' }
    visit(it_, page)
    const { base, token } = page
    expect(await it_.worker.ui['ui/page']({ tabId })).toEqual({
      link: { base, token },
      name: 'Photos',
      owner: 'bob',
      needsPassword: false,
    })
    it_.remote.clearLog()
    expect(await press(it_, page)).toMatchObject({ state: 'mounted', origin: 'tab', route: 'remote-sends' })
    expect(await readHome(it_.home, '/Photos/hello.txt')).toBe('hello from Photos')
    expect(asked(it_)).toHaveLength(1)
    // In the popup the job is seen to its end.
    expect(await press(it_, page)).toMatchObject({ state: 'mounted', already: true })
    expect(mountsOf(it_.home, 'Photos')).toHaveLength(1)
  })

  it('takes the password of a protected link, and asks again when it was wrong', async () => {
    const page = bobsFolder(it_.remote, 'Locked', { password: 'Correct-horse-9' })
    visit(it_, page)
    expect(await it_.worker.ui['ui/page']({ tabId })).toMatchObject({ needsPassword: true })
    const job = await press(it_, page, { password: 'wrong' })
    expect(job).toMatchObject({ state: 'needs-password', failure: { code: 'password-wrong' } })
    await it_.worker.ui['ui/job-password']({ jobId: job.id, password: 'Correct-horse-9' })
    expect(await settle(it_.world, it_.worker, job.id)).toMatchObject({ state: 'mounted', route: 'remote-sends' })
    expect(await readHome(it_.home, '/Locked/hello.txt')).toBe('hello from Locked')
    expect(JSON.stringify(it_.world.stored)).not.toContain('Correct-horse-9')
  })
})

describe('when the page is not what it was', () => {
  const it_ = scene('nextcloud-32', 'nextcloud-32')

  it('refuses what the user was not shown, and tells nobody the cloud id', async () => {
    const [shown, other] = [bobsFolder(it_.remote, 'Shown'), bobsFolder(it_.remote, 'Other')]
    visit(it_, other)
    it_.remote.clearLog()
    expect(await add(it_, shown)).toMatchObject({ ok: false, failure: { code: 'page-changed' } })
    it_.world.pageTabs.tabs.clear()
    expect(await add(it_, shown)).toMatchObject({ ok: false, failure: { code: 'page-changed' } })
    expect(it_.remote.log).toEqual([])
  })

  it('believes the address, not the page, about which link it is', async () => {
    const page = bobsFolder(it_.remote, 'Mine')
    visit(it_, page, { ...page, base: 'https://elsewhere.example', token: 'x' })
    expect(await press(it_, page)).toMatchObject({ state: 'mounted', link: { base: page.base, token: page.token } })
  })

  it('goes on as for a pasted link when the tab went elsewhere meanwhile, with the password', async () => {
    const page = bobsFolder(it_.remote, 'Gone', { password: 'Correct-horse-9' })
    visit(it_, page)
    const { post } = it_.world.pageTabs
    it_.world.pageTabs.post = async () => null
    const job = await press(it_, page, { password: 'Correct-horse-9' })
    it_.world.pageTabs.post = post
    expect(job).toMatchObject({ state: 'mounted', route: 'home-asks', origin: 'popup' })
    expect(await readHome(it_.home, '/Gone/hello.txt')).toBe('hello from Gone')
  })

  it('waits and sees when the tab is closed while the server is asked', async () => {
    const page = bobsFolder(it_.remote, 'Closed')
    visit(it_, page)
    const tabs = it_.world.pageTabs
    const { post } = tabs
    tabs.post = async (...request) => {
      await post.apply(tabs, request)
      return { status: 0, body: '' }
    }
    expect(await press(it_, page)).toMatchObject({ state: 'mounted' })
    tabs.post = post
    expect(mountsOf(it_.home, 'Closed')).toHaveLength(1)
  })

  it('adds a page nobody recognises as a pasted link', async () => {
    const page = bobsFolder(it_.remote, 'Themed')
    visit(it_, page, null)
    expect(await it_.worker.ui['ui/page']({ tabId })).toMatchObject({ needsPassword: false })
    expect(await press(it_, page)).toMatchObject({ state: 'mounted', route: 'home-asks' })
  })

  it('says why a page can never be added, without asking anybody', async () => {
    const page: SharePage = { ...bobsFolder(it_.remote, 'Drop'), reason: 'link-upload-only' }
    visit(it_, page)
    expect(await it_.worker.ui['ui/page']({ tabId })).toMatchObject({ failure: { code: 'link-upload-only' } })
    expect(await add(it_, page)).toMatchObject({ ok: false, failure: { code: 'link-upload-only' } })
  })
})

describe('with the page’s own card', () => {
  const it_ = scene('nextcloud-32', 'nextcloud-32')

  it('a job that waits for its password goes on in the popup, through the tab', async () => {
    const page = bobsFolder(it_.remote, 'Card', { password: 'Correct-horse-9' })
    expect(await it_.visitor.click(page, 'wrong')).toMatchObject({ state: 'needs-password' })
    visit(it_, page)
    expect(await press(it_, page, { password: 'Correct-horse-9' })).toMatchObject({
      state: 'mounted',
      origin: 'tab',
      route: 'remote-sends',
    })
  })

  it('its password can be typed into the popup when the page is closed', async () => {
    const page = bobsFolder(it_.remote, 'Left', { password: 'Correct-horse-9' })
    const { id: jobId } = await it_.visitor.click(page)
    await it_.worker.ui['ui/job-password']({ jobId, password: 'Correct-horse-9' })
    expect(await settle(it_.world, it_.worker, jobId)).toMatchObject({ state: 'mounted', route: 'home-asks' })
  })

  it('what it mounted is found again in the popup, for a pasted link too', async () => {
    const page = bobsFolder(it_.remote, 'Both')
    const { id } = await it_.visitor.click(page)
    visit(it_, page)
    expect(await press(it_, page)).toMatchObject({ id, state: 'mounted', already: true, origin: 'popup' })
    expect(mountsOf(it_.home, 'Both')).toHaveLength(1)
  })
})

describe('from ownCloud', () => {
  const it_ = scene('nextcloud-32', 'owncloud-10')

  it('the page’s facts are enough to announce its link at home', async () => {
    const page = owncloudPage(it_.remote, 'Plans')
    visit(it_, page)
    expect(await press(it_, page)).toMatchObject({ state: 'mounted', route: 'announce' })
    expect(await readHome(it_.home, '/Plans/hello.txt')).toBe('hello from Plans')
  })
})

describe('without an account', () => {
  const it_ = scene('nextcloud-32', 'nextcloud-32')

  it('the home’s own dialog opens, or the options', async () => {
    await it_.worker.ui['ui/sign-out']({ accountId: (it_.world.stored['accounts'] as { id: string }[])[0]?.id ?? '' })
    const page = bobsFolder(it_.remote, 'Dialog')
    visit(it_, page)
    expect(await add(it_, page)).toEqual({ ok: true, value: { do: 'connect' } })
    expect(it_.world.openedTabs).toEqual(['options'])
    await it_.worker.ui['ui/use-address']({ address: it_.home.base, insecureConfirmed: true })
    expect(await add(it_, page)).toMatchObject({ ok: true, value: { do: 'opened' } })
    expect(it_.world.openedTabs[1]).toContain(`${it_.home.base}/index.php/apps/files`)
  })
})
