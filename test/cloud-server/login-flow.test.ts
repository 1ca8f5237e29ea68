import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClouds } from './index.ts'
import type { Cloud, Clouds } from './index.ts'
import { basic, call, formBody } from './http/call.ts'
import { Browser, password } from './testing/client.ts'

let clouds: Clouds
const users = { alice: { password, displayName: 'Alice', email: 'alice@example.test' } }

beforeAll(async () => {
  clouds = await startClouds([
    { name: 'nc-home', product: 'nextcloud-32', users },
    { name: 'nc30-home', product: 'nextcloud-30', users, webroot: '/sub' },
  ])
})
afterAll(() => clouds.stop())

interface Started {
  poll: { token: string; endpoint: string }
  login: string
}

const poll = (flow: Started) => call('POST', flow.poll.endpoint, formBody({ token: flow.poll.token }))

async function walkThrough(cloud: Cloud, flow: Started, login: string) {
  const browser = new Browser()
  const origin = new URL(cloud.base).origin
  const entered = await browser.go('GET', flow.login)
  expect(entered.headers['location']).toBe(`${cloud.base}/login/v2/flow?user=&direct=0`)
  await browser.go('GET', entered.headers['location'] ?? '')
  const stateToken = /stateToken(?:=|"\s+value=")(\w+)/.exec(browser.page)?.[1] ?? ''
  const grantUrl = `${cloud.base}/login/v2/grant?user=&direct=0&stateToken=${stateToken}`
  const toLogin = await browser.go('GET', grantUrl)
  expect(toLogin.headers['location']).toContain(`/login?redirect_url=`)
  await browser.go('GET', origin + (toLogin.headers['location'] ?? ''))
  const target = /name="redirect_url"\s+value="([^"]*)"/.exec(browser.page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const loggedIn = await browser.post(
    `${cloud.base}/login`,
    { user: login, password, requesttoken: browser.token, redirect_url: target },
    { Origin: origin },
  )
  expect(loggedIn.headers['location']).toBe(grantUrl)
  await browser.go('GET', grantUrl)
  expect(browser.page).toContain('Grant access')
  expect((await poll(flow)).status).toBe(404)
  await browser.post(`${cloud.base}/login/v2/grant`, { requesttoken: browser.token, stateToken })
  expect(browser.page).toContain('Account connected')
}

describe('Login Flow v2', () => {
  for (const [name, typed, loginName] of [
    ['nc-home', 'alice@example.test', 'alice@example.test'],
    ['nc30-home', 'alice', 'alice'],
  ] as const) {
    it(`connects an account on ${name} and hands the app password out once`, async () => {
      const cloud = clouds.cloud(name)
      const flow = JSON.parse(
        (
          await call('POST', `${cloud.base}/index.php/login/v2`, { headers: { 'User-Agent': 'Homeward' } })
        ).body.toString(),
      ) as Started
      const early = await poll(flow)
      expect([early.status, early.body.toString()]).toEqual([404, '[]'])
      await walkThrough(cloud, flow, typed)
      const result = JSON.parse((await poll(flow)).body.toString()) as {
        server: string
        loginName: string
        appPassword: string
      }
      expect(result).toMatchObject({ server: cloud.base, loginName })
      expect((await poll(flow)).status).toBe(404)
      const ask = (login: string) =>
        call('GET', `${cloud.base}/ocs/v2.php/cloud/user?format=json`, {
          headers: { ...basic(login, result.appPassword), 'OCS-APIRequest': 'true' },
        })
      expect((await ask(loginName)).status).toBe(200)
      // 32 ties an app password to the very name that was typed.
      expect((await ask('alice')).status).toBe(loginName === 'alice' ? 200 : 401)
    })
  }

  it('breaks without a token and knows no GET', async () => {
    const { base } = clouds.cloud('nc-home')
    expect((await call('POST', `${base}/login/v2/poll`)).status).toBe(500)
    expect((await call('GET', `${base}/index.php/login/v2`)).status).toBe(405)
  })
})
