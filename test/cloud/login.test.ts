import { describe, expect, it } from 'vitest'
import { createCloud } from '../../lib/cloud/index.ts'

const cloudAt = (base: string, body: unknown, status = 200) =>
  createCloud({ fetch: () => Promise.resolve(Response.json(body, { status })), base })
const start = (base: string, login: string) =>
  cloudAt(base, { poll: { token: 'T', endpoint: 'x' }, login }).login.start()
const poll = (base: string, server: unknown) =>
  cloudAt(base, { server, loginName: 'alice@example.test', appPassword: 'P' }).login.poll('T')

describe('the login page a server names', () => {
  it.each([
    ['https://c.example', 'https://c.example/login/v2/flow/x', 'https://c.example/login/v2/flow/x'],
    ['https://c.example', 'http://c.example/login/v2/flow/x', 'https://c.example/login/v2/flow/x'],
    ['https://c.example:8443/sub', 'http://c.example:8443/sub/flow', 'https://c.example:8443/sub/flow'],
    ['http://c.localhost:9201', 'http://c.localhost:9201/flow', 'http://c.localhost:9201/flow'],
    ['http://c.localhost:9201', 'https://c.localhost:9201/flow', 'https://c.localhost:9201/flow'],
  ])('%s may name %s', async (base, named, loginUrl) => {
    expect(await start(base, named)).toEqual({ ok: true, value: { loginUrl, pollToken: 'T' } })
  })

  it.each([
    ['https://c.example', 'https://evil.example/flow'],
    ['https://c.example', 'https://c.example.evil.example/flow'],
    ['https://c.example', 'https://c.example:444/flow'],
    ['https://c.example', 'https://c.example@evil.example/flow'],
    ['https://c.example', 'https://user:word@c.example/flow'],
    ['https://c.example', 'javascript:alert(1)//c.example'],
    ['https://c.example', '/login/v2/flow'],
  ])('%s may not name %s', async (base, named) => {
    expect(await start(base, named)).toMatchObject({ ok: false, failure: { code: 'not-a-cloud' } })
  })
})

describe('a granted login', () => {
  it.each([
    ['https://c.example', 'https://c.example', 'https://c.example'],
    ['https://c.example', 'http://c.example/', 'https://c.example'],
    ['https://c.example', 'https://c.example/nextcloud/index.php', 'https://c.example/nextcloud'],
    ['http://c.localhost', 'https://c.localhost', 'http://c.localhost'],
    ['https://c.example', 'https://evil.example', 'https://c.example'],
    ['https://c.example/sub', undefined, 'https://c.example/sub'],
  ])('of %s that calls itself %s belongs to %s', async (base, named, server) => {
    const value = { server, loginName: 'alice@example.test', appPassword: 'P' }
    expect(await poll(base, named)).toEqual({ ok: true, value })
  })

  it('is not made up from half an answer', async () => {
    const half = cloudAt('https://c.example', { server: 'https://c.example', loginName: 'alice' })
    expect(await half.login.poll('T')).toMatchObject({ ok: false, failure: { code: 'answer-unreadable' } })
  })
})

describe('servers without the call', () => {
  it.each([404, 405])('answer %s', async (status) => {
    const cloud = cloudAt('https://c.example', {}, status)
    const failure = { code: 'home-too-old' }
    expect(await cloud.login.start()).toMatchObject({ ok: false, failure })
    const request = { userName: 'a', password: 'b', name: 'c' }
    expect(await cloud.appPassword.createOnOwnCloud(request)).toMatchObject({ ok: false, failure })
  })

  it('are no success when the app password shall be deleted', async () => {
    const text = '<ocs><meta><statuscode>404</statuscode></meta><data/></ocs>'
    const fetch = () => Promise.resolve(new Response(text, { status: 404 }))
    const result = await createCloud({ fetch, base: 'https://c.example' }).appPassword.revokeOnNextcloud()
    expect(result).toMatchObject({ ok: false, failure: { code: 'home-too-old' } })
  })
})
