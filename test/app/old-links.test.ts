import { describe, expect, it } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { mountsOf, readHome, scene, settle, type Scene } from './scene.ts'

const classicOf = ({ base, token }: Pick<SharePage, 'base' | 'token'>): string =>
  `${base}/public.php?service=files&t=${token}`

/** bob's folder on a server whose links are the old ones. */
function folder({ remote }: Scene, name: string, password?: string): { base: string; token: string } {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const { token, url } = remote.createPublicLink({ owner: 'bob', path: `/${name}`, ...(password ? { password } : {}) })
  expect(url).toBe(classicOf({ base: remote.base, token }))
  return { base: remote.base, token }
}

const add = ({ worker }: Scene, address: string) => worker.ui['ui/add-link']({ address })

describe.each(['nextcloud-33', 'nextcloud-30', 'owncloud-10'] as const)('a link on ownCloud 7, into %s', (home) => {
  const on = scene(home, 'owncloud-7')

  it('is announced from its page, accepted and readable', async () => {
    const link = folder(on, 'From the page')
    const page: SharePage = { ...link, product: 'owncloud', kind: 'folder', needsPassword: false, isProtected: false }
    const job = await on.visitor.click({ ...page, name: 'From the page' })
    expect(job).toMatchObject({ state: 'mounted', note: 'owner-not-told' })
    expect(await readHome(on.home, '/From the page/hello.txt')).toBe('hello from From the page')
  })

  it('pasted, is read where that is allowed, and announced', async () => {
    const link = folder(on, 'Pasted')
    const added = await add(on, `${classicOf(link)}&path=%2Fsub`)
    if (!added.ok) throw new Error(added.failure.code)
    const job = await settle(on.world, on.worker, added.value.id)
    expect(job).toMatchObject({ state: 'mounted', route: 'announce', name: 'Pasted' })
    expect(mountsOf(on.home, 'Pasted')).toHaveLength(1)
    expect(await readHome(on.home, '/Pasted/hello.txt')).toBe('hello from Pasted')
  })

  it('pasted, is not called gone because its page is elsewhere', async () => {
    const locked = folder(on, 'Locked', 'sesame-0')
    const gone = folder(on, 'Gone')
    on.remote.deletePublicLink(gone.token)
    expect(await add(on, classicOf(gone))).toMatchObject({ ok: false, failure: { code: 'link-gone' } })
    const told = await add(on, classicOf(locked))
    // Only ownCloud's own dialog has a place for the password.
    if (home === 'owncloud-10') expect(told).toMatchObject({ ok: true })
    else expect(told).toMatchObject({ ok: false, failure: { code: 'pair-needs-open-link' } })
  })
})

describe('where the server may not be asked', () => {
  const on = scene('nextcloud-33', 'owncloud-7')

  it('the address tells what it is: the permission is asked for, nothing is tried', async () => {
    const link = folder(on, 'Silent')
    on.world.forbidden = [link.base]
    const told = await add(on, classicOf(link))
    expect(told).toMatchObject({ ok: false, failure: { code: 'home-permission-missing' } })
    expect(on.home.log.filter(({ body }) => body.includes(link.token))).toEqual([])
  })
})

describe('the same address on ownCloud 10', () => {
  const on = scene('owncloud-10', 'owncloud-10')

  it('leads to the same link', async () => {
    on.remote.writeFile('bob', '/Moved/hello.txt', 'hello')
    const { token } = on.remote.createPublicLink({ owner: 'bob', path: '/Moved' })
    const added = await add(on, classicOf({ base: on.remote.base, token }))
    if (!added.ok) throw new Error(added.failure.code)
    expect(await settle(on.world, on.worker, added.value.id)).toMatchObject({ state: 'mounted', name: 'Moved' })
  })
})
