import { describe, expect, it, vi } from 'vitest'
import { rightsOf, type OutgoingShare } from '../../lib/domain/outgoing-share.ts'
import { discover } from '../../lib/cloud/discovery.ts'
import { createCloud, sendToCloudId, type Cloud } from '../../lib/cloud/index.ts'
import { parseXml } from '../../lib/cloud/xml.ts'

const base = 'https://cloud.example.org/sub'
const credentials = { loginName: 'jörg@例え.jp', appPassword: 'pässwörd:1' }
const link = { base: 'https://remote.example', token: 'Tok-1' }

interface Sent {
  url: string
  init: RequestInit
  headers: Headers
}

/** What a call hands to `fetch`. */
async function sentBy(
  run: (cloud: Cloud, fetch: typeof globalThis.fetch) => unknown,
  anonymous = false,
): Promise<Sent> {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response('{}')))
  await run(createCloud({ fetch, base, ...(anonymous ? {} : { credentials }) }), fetch)
  expect(fetch).toHaveBeenCalledOnce()
  const [url, init = {}] = fetch.mock.calls[0]!
  return { url: String(url), init, headers: new Headers(init.headers) }
}

type Run = (cloud: Cloud, fetch: typeof globalThis.fetch) => unknown
const api = '/ocs/v2.php/apps/files_sharing/api/v1/remote_shares'
const given = '/ocs/v2.php/apps/files_sharing/api/v1/shares'
const asked = '/ocs/v2.php/apps/files_sharing/api/v1/sharees'
const rights = { read: true, update: false, create: false, delete: false, share: false }
const outgoing: OutgoingShare = {
  id: '7',
  kind: 'link',
  path: '/Fotos',
  itemType: 'folder',
  rights,
  hasPassword: false,
  hideDownload: false,
  attributes: [],
  by: { id: 'jörg', label: 'Jörg' },
  trusted: false,
  mayEdit: true,
  mayDelete: true,
}
const calls: [name: string, run: Run, method: string, url: string, body?: string][] = [
  ['status', (c) => c.status(), 'GET', `${base}/status.php`],
  ['capabilities', (c) => c.capabilities(), 'GET', `${base}/ocs/v2.php/cloud/capabilities`],
  ['user', (c) => c.user(), 'GET', `${base}/ocs/v2.php/cloud/user`],
  ['login start', (c) => c.login.start(), 'POST', `${base}/index.php/login/v2`],
  ['login poll', (c) => c.login.poll('a b+/='), 'POST', `${base}/index.php/login/v2/poll`, 'token=a+b%2B%2F%3D'],
  [
    'create app password',
    (c) => c.appPassword.createOnOwnCloud({ userName: 'jörg', password: 'a&b=c', name: 'Homeward (Firefox)' }),
    'POST',
    `${base}/index.php/token/generate`,
    'user=j%C3%B6rg&password=a%26b%3Dc&name=Homeward+%28Firefox%29',
  ],
  ['revoke app password', (c) => c.appPassword.revokeOnNextcloud(), 'DELETE', `${base}/ocs/v2.php/core/apppassword`],
  ['pending', (c) => c.remoteShares.pending(), 'GET', `${base}${api}/pending`],
  ['mounted', (c) => c.remoteShares.mounted(), 'GET', `${base}${api}`],
  ['get', (c) => c.remoteShares.get('9007199254740993'), 'GET', `${base}${api}/9007199254740993`],
  ['get, hostile id', (c) => c.remoteShares.get('../x?y#z'), 'GET', `${base}${api}/..%2Fx%3Fy%23z`],
  ['accept', (c) => c.remoteShares.accept('7'), 'POST', `${base}${api}/pending/7`],
  ['decline', (c) => c.remoteShares.decline('7'), 'DELETE', `${base}${api}/pending/7`],
  ['remove', (c) => c.remoteShares.remove('7'), 'DELETE', `${base}${api}/7`],
  [
    'ask home',
    (c) => c.askForShare({ link, password: 'grün & 1' }),
    'POST',
    `${base}/index.php/apps/federatedfilesharing/askForFederatedShare`,
    'token=Tok-1&remote=https%3A%2F%2Fremote.example&password=gr%C3%BCn+%26+1&owner=&ownerDisplayName=&name=',
  ],
  [
    'send to cloud id',
    (_, fetch) => sendToCloudId(fetch, link, 'jörg@http://cloud.example.org', 'x'),
    'POST',
    'https://remote.example/index.php/apps/federatedfilesharing/createFederatedShare',
    'shareWith=j%C3%B6rg%40http%3A%2F%2Fcloud.example.org&token=Tok-1&password=x',
  ],
  [
    'files',
    (c) => c.files('jörg m', '/../Fotos (2)//ä & ?'),
    'PROPFIND',
    `${base}/remote.php/dav/files/j%C3%B6rg%20m/Fotos%20(2)/%C3%A4%20%26%20%3F`,
  ],
  [
    'copy',
    (c) => c.copy({ userId: 'jörg m', from: '/Fotos', to: '/../Mein/Fotos (2) & ä' }),
    'COPY',
    `${base}/remote.php/dav/files/j%C3%B6rg%20m/Fotos`,
  ],
  ['shares', (c) => c.shares('nextcloud').list(), 'GET', `${base}${given}?format=json`],
  [
    'shares of an item',
    (c) => c.shares('nextcloud').list({ path: '/ä & ?', reshares: true, subfiles: true, sharedWithMe: true }),
    'GET',
    `${base}${given}?path=%2F%C3%A4+%26+%3F&reshares=true&subfiles=true&shared_with_me=true&format=json`,
  ],
  ['share', (c) => c.shares('owncloud').get('9007199254740993'), 'GET', `${base}${given}/9007199254740993`],
  ['share, hostile id', (c) => c.shares('owncloud').get('../x?y#z'), 'GET', `${base}${given}/..%2Fx%3Fy%23z`],
  [
    'create share',
    (c) =>
      c
        .shares('nextcloud')
        .create({ path: '/ä & b', itemType: 'folder', kind: 'remote', with: 'jörg@http://r', rights }),
    'POST',
    `${base}${given}`,
    'path=%2F%C3%A4+%26+b&shareType=6&shareWith=j%C3%B6rg%40http%3A%2F%2Fr&permissions=1',
  ],
  [
    'change share',
    (c) => c.shares('nextcloud').change(outgoing, { note: 'für & dich' }),
    'PUT',
    `${base}${given}/7`,
    'note=f%C3%BCr+%26+dich',
  ],
  ['delete share', (c) => c.shares('nextcloud').remove('7'), 'DELETE', `${base}${given}/7`],
  [
    'mail share',
    (c) => c.shares('nextcloud').sendMail('7', 'a&b'),
    'POST',
    `${base}${given}/7/send-email`,
    'password=a%26b',
  ],
  ['share rules', (c) => c.shareRules('nextcloud'), 'GET', `${base}/ocs/v2.php/cloud/capabilities`],
  [
    'sharees',
    (c) => c.sharees.find('nextcloud', { text: 'jö & x', itemType: 'file', page: 2 }),
    'GET',
    `${base}${asked}?search=j%C3%B6+%26+x&itemType=file&page=2&perPage=25&lookup=false`,
  ],
  [
    'recommended',
    (c) => c.sharees.recommended('nextcloud', 'file'),
    'GET',
    `${base}${asked}_recommended?itemType=file`,
  ],
  ['password', (c) => c.suggestPassword(), 'GET', `${base}/ocs/v2.php/apps/password_policy/api/v1/generate`],
  ['search', (c) => c.searchFiles('nextcloud', { userId: 'jörg m', text: 'x' }), 'SEARCH', `${base}/remote.php/dav/`],
  [
    'search, ownCloud',
    (c) => c.searchFiles('owncloud', { userId: 'jörg m', text: 'x' }),
    'REPORT',
    `${base}/remote.php/dav/files/j%C3%B6rg%20m/`,
  ],
]
describe('every request', () => {
  it.each(calls)('%s goes where it should', async (_, run, method, url, body) => {
    const sent = await sentBy(run)
    expect([sent.init.method, sent.url]).toEqual([method, url])
    // The question about files is looked at below.
    const seen = ['PROPFIND', 'SEARCH', 'REPORT'].includes(method) ? undefined : sent.init.body?.toString()
    expect(seen).toBe(body)
  })

  it.each(calls)('%s keeps the rules', async (_, run) => {
    const { url, init, headers } = await sentBy(run)
    expect(init).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    expect(init.signal).toBeInstanceOf(AbortSignal)
    expect(headers.get('OCS-APIRequest')).toBe('true')
    expect(headers.get('X-Requested-With')).toBe(url.includes('/remote.php/dav/') ? null : 'XMLHttpRequest')
    expect(headers.get('Accept-Language')).toBe('en')
    expect(headers.get('Cookie')).toBeNull()
  })

  it.each(calls)('%s identifies the user to the home only', async (name, run) => {
    const expected = `Basic ${Buffer.from('jörg@例え.jp:pässwörd:1', 'utf8').toString('base64')}`
    expect((await sentBy(run)).headers.get('Authorization')).toBe(name === 'send to cloud id' ? null : expected)
    expect((await sentBy(run, true)).headers.get('Authorization')).toBeNull()
  })

  it('ends a search when it is told to', async () => {
    const stop = new AbortController()
    const { init } = await sentBy((c) =>
      c.sharees.find('nextcloud', { text: 'x', itemType: 'file', signal: stop.signal }),
    )
    expect(init.signal?.aborted).toBe(false)
    stop.abort()
    expect(init.signal?.aborted).toBe(true)
  })

  it('puts what is searched for into XML as text', async () => {
    const text = '</d:literal><&"\u0000'
    for (const product of ['nextcloud', 'owncloud'] as const) {
      const { init } = await sentBy((c) => c.searchFiles(product, { userId: 'a', text }))
      expect(init.body).toContain('&#60;/d:literal&#62;&#60;&#38;&#34; ')
      expect(parseXml(String(init.body))).not.toBeNull()
    }
  })

  it.each([
    [31, '15'],
    [13, '5'],
    [7, '5'],
    [9, '1'],
    [3, '3'],
    [17, '1'],
    [4, '4'],
    [2, '2'],
  ])('gives an ownCloud link no more than %i', async (permissions, sent) => {
    const { init } = await sentBy((c) => c.shares('owncloud').change(outgoing, { rights: rightsOf(permissions) }))
    expect(String(init.body)).toBe(`permissions=${sent}`)
  })

  it("asks a stranger's server for its discovery without saying who asks", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(new Response('nothing', { status: 404 })))
    expect(await discover(fetch, 'https://remote.example/sub')).toMatchObject({ failure: { code: 'not-a-cloud' } })
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([
      'https://remote.example/sub/ocm-provider/',
      'https://remote.example/sub/.well-known/ocm',
    ])
    for (const [, init] of fetch.mock.calls) {
      expect(init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual' })
      expect(new Headers(init?.headers).get('Authorization')).toBeNull()
    }
  })

  it('asks for XML where all servers speak it, and for JSON elsewhere', async () => {
    expect((await sentBy((c) => c.user())).headers.get('Accept')).toBe('application/xml')
    expect((await sentBy((c) => c.files('a', '/'))).headers.get('Accept')).toBe('application/xml')
    expect((await sentBy((c) => c.status())).headers.get('Accept')).toBe('application/json')
  })

  it('waits 60 s where one server asks another, 30 s elsewhere', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    await sentBy((c) => c.user())
    await sentBy((c) => c.askForShare({ link }))
    await sentBy((c) => c.remoteShares.accept('1'))
    await sentBy((_, fetch) => sendToCloudId(fetch, link, 'a@b'))
    await sentBy((c) => c.shares('nextcloud').create({ path: '/x', itemType: 'file', kind: 'remote', with: 'a@b' }))
    await sentBy((c) => c.shares('nextcloud').remove('1'))
    expect(timeout.mock.calls.flat()).toEqual([30_000, 60_000, 60_000, 60_000, 60_000, 60_000])
    timeout.mockRestore()
  })

  it('copies to a place of the same user, over nothing, and waits long', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    const { headers } = await sentBy((c) => c.copy({ userId: 'jörg m', from: '/Fotos', to: '/../Mein/Fotos (2) & ä' }))
    expect(headers.get('Destination')).toBe(
      `${base}/remote.php/dav/files/j%C3%B6rg%20m/Mein/Fotos%20(2)%20%26%20%C3%A4`,
    )
    expect(headers.get('Overwrite')).toBe('F')
    expect(timeout.mock.calls.flat()).toEqual([30 * 60_000])
    timeout.mockRestore()
  })

  it('lists one level of a folder', async () => {
    const { headers, init } = await sentBy((c) => c.files('alice', '/'))
    expect(headers.get('Depth')).toBe('1')
    expect(headers.get('Content-Type')).toContain('application/xml')
    expect(String(init.body)).toContain('<d:propfind')
  })
})
