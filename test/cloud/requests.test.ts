import { describe, expect, it, vi } from 'vitest'
import { createCloud, sendToCloudId, type Cloud } from '../../lib/cloud/index.ts'

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
]

describe('every request', () => {
  it.each(calls)('%s goes where it should', async (_, run, method, url, body) => {
    const sent = await sentBy(run)
    expect([sent.init.method, sent.url]).toEqual([method, url])
    // The question about files is looked at below.
    const seen = method === 'PROPFIND' ? undefined : sent.init.body?.toString()
    expect(seen).toBe(body)
  })

  it.each(calls)('%s keeps the rules', async (_, run) => {
    const { init, headers } = await sentBy(run)
    expect(init).toMatchObject({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    })
    expect(init.signal).toBeInstanceOf(AbortSignal)
    expect(headers.get('OCS-APIRequest')).toBe('true')
    expect(headers.get('X-Requested-With')).toBe('XMLHttpRequest')
    expect(headers.get('Accept-Language')).toBe('en')
    expect(headers.get('Cookie')).toBeNull()
  })

  it.each(calls)('%s identifies the user to the home only', async (name, run) => {
    const expected = `Basic ${Buffer.from('jörg@例え.jp:pässwörd:1', 'utf8').toString('base64')}`
    expect((await sentBy(run)).headers.get('Authorization')).toBe(name === 'send to cloud id' ? null : expected)
    expect((await sentBy(run, true)).headers.get('Authorization')).toBeNull()
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
    expect(timeout.mock.calls.flat()).toEqual([30_000, 60_000, 60_000, 60_000])
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
