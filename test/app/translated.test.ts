import { describe, expect, it } from 'vitest'
import { bobsFolder } from './clouds.ts'
import { paste, scene } from './scene.ts'

describe.each([
  ['nextcloud-32', 'nextcloud-32'],
  ['nextcloud-32', 'nextcloud-30'],
  ['owncloud-10', 'nextcloud-32'],
] as const)('servers that speak German: %s from %s', (home, remote) => {
  const on = scene(home, remote)
  const inGerman = () => {
    on.home.settings.language = 'de'
    on.remote.settings.language = 'de'
  }

  it('a share that is there already is found', async () => {
    inGerman()
    const page = bobsFolder(on.remote, 'Twice')
    await on.visitor.click(page)
    on.world.stored['jobs'] = []
    expect(await on.visitor.click(page)).toMatchObject({ state: 'mounted', already: true })
  })

  it('a protected link asks for its password', async () => {
    inGerman()
    const page = bobsFolder(on.remote, 'Secret', { password: 'Correct-horse-9' })
    expect(await on.visitor.click(page)).toMatchObject({ state: 'needs-password' })
    expect(await on.visitor.click(page, 'Correct-horse-9')).toMatchObject({ state: 'mounted' })
  })

  it('a link that is gone is named, with their own words as a quotation', async () => {
    inGerman()
    const page = bobsFolder(on.remote, 'Gone')
    on.remote.deletePublicLink(page.token)
    const job = await on.visitor.click(page)
    expect(job).toMatchObject({
      failure: { code: 'link-gone', detail: 'Die angeforderte Freigabe existiert nicht mehr' },
    })
  })

  it('a home that takes no shares is named', async () => {
    inGerman()
    on.home.settings.incomingFederation = false
    expect(await on.visitor.click(bobsFolder(on.remote, 'Off'))).toMatchObject({
      failure: { code: 'home-federation-off' },
    })
  })

  it('a pasted link is mounted all the same', async () => {
    inGerman()
    expect(await paste(on, bobsFolder(on.remote, 'Pasted'))).toMatchObject({ state: 'mounted' })
  })
})
