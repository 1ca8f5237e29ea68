import { describe, expect, it, vi } from 'vitest'
import { createCloud, forRemote, sendToCloudId } from '../../lib/cloud/index.ts'

const base = 'https://cloud.example.org'
type Fetch = typeof globalThis.fetch
const cloudThat = (fetch: () => Promise<Response>) => createCloud({ fetch: fetch as Fetch, base })
const cloudSaying = (body: BodyInit | null, init?: ResponseInit) =>
  cloudThat(() => Promise.resolve(new Response(body, init)))
const xml = { headers: { 'Content-Type': 'application/xml; charset=utf-8' } }
const ocs = (data: string) =>
  `<?xml version="1.0"?><ocs><meta><status>ok</status><statuscode>200</statuscode></meta>${data}</ocs>`
const share = (fields: string) => `<element><id>1</id><remote>http://r/</remote><name>/n</name>${fields}</element>`

const failureOf = async (result: Promise<{ ok: boolean; failure?: unknown }>) => (await result).failure

describe('hostile and broken answers', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${ocs('<data>&b;</data>')}`
  it.each([
    ['an entity bomb', bomb],
    ['a DOCTYPE', `<!DOCTYPE ocs SYSTEM "http://evil.example/x.dtd">${ocs('<data/>')}`],
    ['a harmless DOCTYPE', ocs('<data/>').replace('?>', '?><!DOCTYPE ocs>')],
    ['nesting', ocs(`<data>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</data>`)],
    ['truncated XML', ocs('<data><element><id>1</id>').slice(0, -6)],
    ['a list that breaks off', ocs(`<data>${share('')}<element>`).replace('</ocs>', '')],
    ['two roots', `${ocs('<data/>')}<ocs/>`],
    ['no statuscode', '<ocs><meta/><data/></ocs>'],
    ['a strange statuscode', ocs('<data/>').replace('200', '2e2')],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"><head/></html>'],
    ['a login page', '<!DOCTYPE html><html><head><title> Log in\n – Cloud</title></head></html>'],
    ['JSON', '{"ocs":{"meta":{"statuscode":200},"data":[]}}'],
    ['nothing', ''],
    ['only broken rows', ocs('<data><element><id>1</id></element></data>')],
    ['rows that are no elements', ocs('<data><id>1</id></data>')],
  ])('%s is unreadable', async (_, body) => {
    expect(await failureOf(cloudSaying(body, xml).remoteShares.pending())).toMatchObject({ code: 'answer-unreadable' })
  })

  it('says what came instead', async () => {
    const page = '<!DOCTYPE html><html><head><title> Log in\n – Cloud</title></head></html>'
    const html = cloudSaying(page, { headers: { 'Content-Type': 'text/html' } })
    expect(await failureOf(html.user())).toEqual({
      code: 'answer-unreadable',
      detail: 'HTTP 200, text/html: page titled "Log in – Cloud"',
    })
    expect(await failureOf(html.status())).toEqual({
      code: 'not-a-cloud',
      detail: 'HTTP 200, text/html: page titled "Log in – Cloud"',
    })
    expect(await failureOf(cloudSaying('gone fishing', { status: 404 }).status())).toEqual({
      code: 'not-a-cloud',
      detail: 'HTTP 404, text/plain: gone fishing',
    })
  })

  it('never quotes secrets from an answer it cannot use', async () => {
    const secret = cloudSaying('{"loginName":7,"appPassword":"SECRET"}', { headers: { 'Content-Type': 'text/plain' } })
    expect(JSON.stringify(await secret.login.poll('t'))).not.toContain('SECRET')
    expect(JSON.stringify(await cloudSaying('{"token":["SECRET"]').login.start())).not.toContain('SECRET')
  })

  it('drops share tokens and passwords while parsing', async () => {
    const row = share('<share_token>SECRET</share_token><password>SECRET</password><accepted>1</accepted>')
    const result = await cloudSaying(ocs(`<data>${row}</data>`), xml).remoteShares.mounted()
    expect(result).toMatchObject({ ok: true, value: [{ id: '1', name: 'n', remote: 'http://r', accepted: true }] })
    expect(JSON.stringify(result)).not.toContain('SECRET')
  })

  it('keeps text as it is: ids are no numbers, names are not trimmed, entities decoded once', async () => {
    const row =
      '<element><id>9007199254740993007</id><remote>http://r//</remote><name>/ 007 &amp;lt;b&amp;gt; &#228;&#x1F600; ' +
      '</name><owner>&lt;img&gt;</owner><accepted></accepted><mountpoint>{{TemporaryMountPointName#/x}}</mountpoint></element>'
    expect(await cloudSaying(ocs(`<data>${row}</data>`), xml).remoteShares.pending()).toEqual({
      ok: true,
      value: [
        { id: '9007199254740993007', remote: 'http://r', name: ' 007 &lt;b&gt; ä😀 ', owner: '<img>', accepted: false },
      ],
    })
  })

  it('skips a broken row and keeps the others', async () => {
    const rows = `<data><element><id/><remote>x</remote><name>/a</name></element>${share('')}</data>`
    expect(await cloudSaying(ocs(rows), xml).remoteShares.pending()).toMatchObject({ ok: true, value: [{ id: '1' }] })
  })

  it('reads past invalid UTF-8', async () => {
    const [head = '', tail = ''] = ocs(`<data>${share('<owner>XX</owner>')}</data>`).split('XX')
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xc3]), Buffer.from(tail)])
    const result = await cloudSaying(bytes, xml).remoteShares.pending()
    expect(result).toMatchObject({ ok: true, value: [{ owner: '\uFFFD\uFFFD' }] })
  })

  it('is not confused by names of object members', async () => {
    const rows = `<data><element><toString>x</toString><id>1</id><remote>r</remote><name>hasOwnProperty</name></element></data>`
    const result = await cloudSaying(ocs(rows), xml).remoteShares.pending()
    expect(result.ok ? result.value[0]?.name : result.failure.code).toBe('hasOwnProperty')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })
})

describe('too much', () => {
  it('stops reading a body of 50 MB early', async () => {
    let produced = 0
    const cancelled = vi.fn()
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        produced += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000).fill(32))
        if (produced >= 50_000_000) controller.close()
      },
      cancel: cancelled,
    })
    expect(await failureOf(cloudSaying(body, xml).user())).toMatchObject({ code: 'answer-too-large' })
    expect(produced).toBeLessThan(8_000_000)
    expect(cancelled).toHaveBeenCalledOnce()
  })

  it('does not begin to read what is declared too long', async () => {
    const pull = vi.fn()
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const cloud = cloudSaying(body, { headers: { 'Content-Length': '50000000' } })
    expect(await failureOf(cloud.user())).toMatchObject({ code: 'answer-too-large' })
    expect(pull).not.toHaveBeenCalled()
  })
})

describe('no answer, or no wish to talk', () => {
  it('reports lost connections and timeouts', async () => {
    const lost = cloudThat(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureOf(lost.user())).toEqual({ code: 'home-unreachable', detail: 'Failed to fetch' })
    const slow = cloudThat(() => Promise.reject(new DOMException('signal timed out', 'TimeoutError')))
    expect(await failureOf(slow.user())).toEqual({ code: 'home-unreachable', detail: 'no answer within 30 s' })
    const broken = new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) })
    expect(await failureOf(cloudSaying(broken).user())).toMatchObject({ code: 'home-unreachable' })
    const sent = await sendToCloudId(() => Promise.reject(new TypeError('x')), { base, token: 't' }, 'a@b')
    expect(sent).toEqual({ status: 0, body: 'x' })
  })

  it('follows no redirect, hidden or shown', async () => {
    const shown = cloudSaying(null, { status: 302, headers: { Location: 'https://evil.example/login?token=SECRET' } })
    const detail = 'redirect to https://evil.example/login'
    expect(await failureOf(shown.user())).toEqual({ code: 'answer-unreadable', detail })
    expect(await failureOf(shown.status())).toEqual({ code: 'not-a-cloud', detail })
    const hidden = cloudThat(() =>
      Promise.resolve(Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } })),
    )
    expect(await failureOf(hidden.user())).toEqual({ code: 'answer-unreadable', detail: 'redirect' })
    expect(await failureOf(hidden.status())).toEqual({ code: 'not-a-cloud', detail: 'redirect' })
    expect(await failureOf(hidden.login.start())).toMatchObject({ code: 'home-too-old' })
  })

  it.each([
    [503, '120', { code: 'home-maintenance', retryAfter: 120 }],
    [503, null, { code: 'home-maintenance' }],
    [503, 'soon', { code: 'home-maintenance' }],
    [429, new Date(Date.now() + 90_000).toUTCString(), { code: 'home-throttled', retryAfter: expect.closeTo(90, -1) }],
    [429, 'Thu, 01 Jan 1970 00:00:00 GMT', { code: 'home-throttled', retryAfter: 0 }],
    [429, '99999999999999999999', { code: 'home-throttled', retryAfter: 86_400 }],
    [401, null, { code: 'home-rejected-login' }],
    [500, null, { code: 'server-error', detail: 'HTTP 500, text/plain: x' }],
    [412, null, { code: 'answer-unreadable', detail: 'HTTP 412, text/plain: x' }],
  ])('HTTP %s with Retry-After %s', async (status, retryAfter, expected) => {
    const headers = new Headers(retryAfter === null ? {} : { 'Retry-After': retryAfter })
    expect(await failureOf(cloudSaying('x', { status, headers }).remoteShares.pending())).toEqual(expected)
  })

  it('speaks of the remote when the server asked was one', () => {
    expect(forRemote({ code: 'home-throttled', retryAfter: 7 })).toEqual({ code: 'remote-throttled', retryAfter: 7 })
    expect(forRemote({ code: 'not-a-cloud' })).toEqual({ code: 'not-a-cloud' })
  })
})
