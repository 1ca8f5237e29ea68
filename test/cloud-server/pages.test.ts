import { Window } from 'happy-dom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cloud, Clouds } from './index.ts'
import { call } from './http/call.ts'
import { ocs, remoteShares } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
beforeAll(async () => {
  clouds = await startPairs('nextcloud-32', 'nextcloud-30', 'owncloud-10')
})
afterAll(() => clouds.stop())

async function open(url: string) {
  const reply = await call('GET', url)
  const window = new Window({ url })
  window.document.write(reply.body.toString())
  return { ...reply, document: window.document }
}

type Page = Awaited<ReturnType<typeof open>>

function state(page: Page, id: string): unknown {
  const value = page.document.querySelector(`#initial-state-${id}`)?.getAttribute('value')
  return value == null ? undefined : JSON.parse(Buffer.from(value, 'base64').toString('utf8'))
}

const menuIds = (page: Page) => (state(page, 'core-public-page-menu') as { id: string }[]).map((entry) => entry.id)
const link = (remote: Cloud, options: Partial<Parameters<Cloud['createPublicLink']>[0]> = {}) =>
  remote.createPublicLink({ owner: 'bob', path: '/Photos', ...options }).url

describe('Nextcloud 32', () => {
  it('states what is shared', async () => {
    const remote = clouds.cloud('nc-remote')
    const { token, url } = remote.createPublicLink({ owner: 'bob', path: '/Docs/Übung & co', label: 'A label' })
    const page = await open(url)
    expect(state(page, 'files_sharing-isPublic')).toBe(true)
    expect(state(page, 'files_sharing-sharingToken')).toBe(token)
    expect(state(page, 'files_sharing-filename')).toBe('Übung & co')
    expect(state(page, 'files_sharing-view')).toBe('public-share')
    expect(state(page, 'files_sharing-owner')).toBeUndefined()
    expect(page.document.querySelector('.header-title')?.textContent).toBe('A label')
    expect(page.document.body.id).toBe('body-public')
    expect(menuIds(page)).toEqual(['download', 'save', 'directLink'])
    expect(page.headers['content-security-policy']).toMatch(/connect-src 'self'.*form-action 'self'/)
  })

  it('offers less when less is allowed', async () => {
    const remote = clouds.cloud('nc-remote')
    expect(menuIds(await open(link(remote, { hideDownload: true })))).toEqual(['directLink'])
    const drop = await open(link(remote, { permissions: 4 }))
    expect([menuIds(drop), state(drop, 'files_sharing-view')]).toEqual([['directLink'], 'public-file-drop'])
    remote.settings.outgoingFederation = false
    expect(menuIds(await open(link(remote)))).toEqual(['download', 'directLink'])
    remote.settings.outgoingFederation = true
    expect(state(await open(link(remote, { path: '/single.txt' })), 'files_sharing-view')).toBe('public-file-share')
  })
})

it('Nextcloud 30 keeps it in hidden inputs', async () => {
  const remote = clouds.cloud('nc30-remote')
  const page = await open(link(remote))
  const value = (id: string) => page.document.querySelector(`input#${id}`)?.getAttribute('value')
  expect([value('isPublic'), value('filename'), value('mimetype'), value('hideDownload')]).toEqual([
    '1',
    'Photos',
    'httpd/unix-directory',
    'false',
  ])
  expect(page.document.querySelector('button#save-external-share')?.getAttribute('data-protected')).toBe('false')
  expect(state(page, 'files_sharing-sharingToken')).toBeUndefined()
  const hidden = await open(link(remote, { hideDownload: true }))
  expect(hidden.document.querySelector('#downloadURL, #save-external-share')).toBeNull()
  expect((await open(link(remote, { permissions: 4 }))).document.querySelector('#upload-only-interface')).not.toBeNull()
})

it('ownCloud 10 keeps it in the header', async () => {
  const remote = clouds.cloud('oc-remote')
  const page = await open(link(remote))
  const header = page.document.querySelector('#header')
  expect(header?.className).toBe('share-folder')
  expect(
    ['data-protected', 'data-owner', 'data-owner-display-name', 'data-name'].map((name) => header?.getAttribute(name)),
  ).toEqual(['false', 'bob', 'Bob Remote', 'Photos'])
  expect(page.document.querySelector('#save')).not.toBeNull()
  const drop = await open(link(remote, { permissions: 4 }))
  expect([
    drop.document.querySelector('#sharePermission')?.getAttribute('value'),
    drop.document.querySelector('#save'),
  ]).toEqual(['4', null])
})

it('says 404 to unknown links and 503 in maintenance', async () => {
  for (const name of ['nc-remote', 'nc30-remote', 'oc-remote']) {
    const remote = clouds.cloud(name)
    expect((await open(`${remote.base}/s/nope`)).status).toBe(404)
    remote.settings.maintenance = true
    const page = await call('GET', link(remote))
    expect([page.status, page.headers['retry-after']]).toEqual([503, '120'])
    expect((await call('GET', `${remote.base}/status.php`)).body.toString()).toContain('"maintenance":true')
    remote.settings.maintenance = false
  }
})

describe('the Files app', () => {
  it('shows own files and mounts, and opens the folder a file id belongs to', async () => {
    const [home, remote] = [clouds.cloud('nc-home'), clouds.cloud('nc-remote')]
    home.writeFile('alice', '/Mine/note.txt', 'a note')
    await remote.sendFederatedShare({ owner: 'bob', path: '/Photos', shareWith: home.cloudId('alice') })
    await ocs(home, 'POST', `${remoteShares}/pending/1`)
    const headers = { Cookie: home.logInCookie('alice') }
    const visit = (path: string) => call('GET', home.base + path, { headers })
    const root = (await visit('/index.php/apps/files/?dir=/')).body.toString()
    expect(root).toContain('data-file="Mine"')
    expect(root).toContain('data-file="Photos"')
    const [mounted] = (await ocs<{ file_id: number }[]>(home, 'GET', remoteShares)).data
    const opened = await visit(`/index.php/f/${mounted?.file_id}`)
    expect(opened.headers['location']).toContain('/apps/files/?dir=%2FPhotos')
    expect((await visit('/index.php/apps/files/?dir=/Photos')).body.toString()).toContain('data-file="readme.txt"')
    expect((await visit('/remote.php/webdav/Photos/readme.txt')).body.toString()).toBe('Hello from bob')
    expect((await call('GET', `${home.base}/index.php/apps/files/`)).headers['location']).toContain(
      '/login?redirect_url=',
    )
  })
})
