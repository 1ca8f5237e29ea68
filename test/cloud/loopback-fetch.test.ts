import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loopbackFetch } from './loopback-fetch.ts'

let base = ''
let closed = 0
const server = createServer(answer)

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://any-name.localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function answer(request: IncomingMessage, response: ServerResponse) {
  response.on('close', () => closed++)
  if (request.url === '/redirect') response.writeHead(302, { Location: '/echo' }).end()
  else if (request.url === '/empty') response.writeHead(204).end()
  else if (request.url === '/drop') request.socket.destroy()
  else if (request.url === '/endless') {
    response.writeHead(200).write('begin')
    const more = setInterval(() => response.write('x'.repeat(1000)), 5)
    response.on('close', () => clearInterval(more))
  } else if (request.url === '/silent') return
  else {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }))
    })
  }
}

describe('loopback fetch', () => {
  it('finds any name below localhost and sends it as Host', async () => {
    const response = await loopbackFetch(`${base}/echo?a=%20b`)
    expect(response).toBeInstanceOf(Response)
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(await response.json()).toMatchObject({ url: '/echo?a=%20b', headers: { host: new URL(base).host } })
  })

  it('sends forms, other methods and cookies', async () => {
    const body = new URLSearchParams({ name: 'Übung & co' })
    const sent = await loopbackFetch(`${base}/echo`, { method: 'PROPFIND', body, headers: { Cookie: 'c=1' } })
    expect(await sent.json()).toMatchObject({
      method: 'PROPFIND',
      body: 'name=%C3%9Cbung+%26+co',
      headers: { cookie: 'c=1', 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
    })
  })

  it('follows redirects, shows them or refuses them', async () => {
    const followed = await loopbackFetch(`${base}/redirect`, { method: 'POST', body: 'x' })
    expect([followed.redirected, followed.url]).toEqual([true, `${base}/echo`])
    expect(await followed.json()).toMatchObject({ method: 'GET', body: '' })
    const shown = await loopbackFetch(`${base}/redirect`, { redirect: 'manual' })
    expect([shown.status, shown.headers.get('location')]).toEqual([302, '/echo'])
    await expect(loopbackFetch(`${base}/redirect`, { redirect: 'error' })).rejects.toThrow(TypeError)
  })

  it('knows answers without a body', async () => {
    const response = await loopbackFetch(`${base}/empty`)
    expect([response.status, response.body]).toEqual([204, null])
  })

  it('rejects with a TypeError when no answer comes', async () => {
    await expect(loopbackFetch(`${base}/drop`)).rejects.toThrow(TypeError)
    await expect(loopbackFetch('http://nobody.localhost:1/')).rejects.toThrow(TypeError)
    await expect(loopbackFetch('https://any-name.localhost/')).rejects.toThrow(TypeError)
  })

  it('streams: a body can be dropped in the middle', async () => {
    const before = closed
    const reader = (await loopbackFetch(`${base}/endless`)).body!.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('begin')
    await reader.cancel()
    await expect.poll(() => closed).toBeGreaterThan(before)
  })

  it('stops at an abort, before the answer and within the body', async () => {
    await expect(loopbackFetch(`${base}/silent`, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      name: 'TimeoutError',
    })
    const response = await loopbackFetch(`${base}/endless`, { signal: AbortSignal.timeout(60) })
    await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' })
    await expect(loopbackFetch(`${base}/echo`, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
