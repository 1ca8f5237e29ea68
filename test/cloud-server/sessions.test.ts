import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Cloud, Clouds } from './index.ts'
import { basic, call, formBody } from './http/call.ts'
import { Browser, createFederatedShare, ocs, password } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
let nc: Cloud
let oc: Cloud

beforeEach(async () => {
  clouds = await startPairs('nextcloud-32', 'owncloud-10')
  nc = clouds.cloud('nc-home')
  oc = clouds.cloud('oc-home')
})
afterEach(() => clouds.stop())

const ocsHeader = { 'OCS-APIRequest': 'true' }
const userUrl = (cloud: Cloud) => `${cloud.base}/ocs/v2.php/cloud/user?format=json`
const idIn = (body: string) => /"id":"(\w+)"/.exec(body)?.[1]

describe('a browser session', () => {
  it('outranks Basic on Nextcloud, right or wrong', async () => {
    const browser = new Browser()
    expect((await browser.logIn(nc)).headers['location']).toBe(`${nc.base}/apps/files/`)
    await browser.go('GET', userUrl(nc), { headers: { ...ocsHeader, ...basic('carol', password) } })
    expect(idIn(browser.page)).toBe('alice')
    await browser.go('GET', userUrl(nc), { headers: { ...ocsHeader, ...basic('alice', 'wrong') } })
    expect(idIn(browser.page)).toBe('alice')
  })

  it('is ended on ownCloud by Basic credentials of somebody else', async () => {
    const browser = new Browser()
    await browser.logIn(oc)
    await browser.go('GET', userUrl(oc), { headers: basic('carol', password) })
    expect(idIn(browser.page)).toBe('carol')
    expect((await browser.go('GET', userUrl(oc))).status).toBe(401)
  })

  it('is refused a login without the origin of the page on 32', async () => {
    const browser = new Browser()
    await browser.go('GET', `${nc.base}/login`)
    const reply = await browser.post(`${nc.base}/login`, { user: 'alice', password, requesttoken: browser.token })
    expect(reply.headers['location']).toBe('/login?direct=1&user=alice')
  })

  it('needs the request token to make shares on ownCloud, but not to answer them', async () => {
    oc.writeFile('alice', '/mine.txt', 'x')
    const browser = new Browser()
    await browser.logIn(oc)
    await browser.go('GET', `${oc.base}/index.php/apps/files/`)
    const requesttoken = browser.token
    const url = `${oc.base}/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json`
    expect((await browser.post(url, { path: '/mine.txt', shareType: '3' })).body.toString()).toContain(
      'CSRF check failed',
    )
    expect((await browser.post(url, { path: '/mine.txt', shareType: '3' }, { requesttoken })).status).toBe(200)
  })

  it('that unlocked a link needs no password to send it home', async () => {
    const remote = clouds.cloud('nc-remote')
    const link = remote.createPublicLink({ owner: 'bob', path: '/Docs', password: 'link-pass-1' })
    const browser = new Browser()
    const first = await browser.go('GET', link.url)
    expect([first.status, first.headers['location']]).toEqual([303, `/s/${link.token}/authenticate/showshare`])
    const prompt = `${remote.base}/s/${link.token}/authenticate/showshare`
    expect((await browser.post(prompt, { password: 'link-pass-1' })).status).toBe(412)
    await browser.go('GET', prompt)
    const requesttoken = browser.token
    await browser.post(prompt, { requesttoken, password: 'wrong' })
    expect(browser.page).toContain('wrongPasswordMsg')
    const unlocked = await browser.post(prompt, { requesttoken, password: 'link-pass-1' })
    expect(unlocked.headers['location']).toBe(`/s/${link.token}`)
    expect((await browser.go('GET', link.url)).status).toBe(200)
    const url = `${remote.base}/apps/federatedfilesharing/createFederatedShare`
    expect((await browser.post(url, { shareWith: nc.cloudId('alice'), token: link.token })).status).toBe(200)
    expect((await createFederatedShare(remote, { shareWith: nc.cloudId('carol'), token: link.token })).status).toBe(400)
  })

  it('can be handed out ready-made', async () => {
    const reply = await call('GET', `${nc.base}/index.php/apps/files/`, {
      headers: { Cookie: nc.logInCookie('alice') },
    })
    expect(reply.body.toString()).toContain('Alice Home')
  })
})

describe('credentials', () => {
  it('challenge as recorded', async () => {
    const wrong = await call('GET', userUrl(nc), { headers: { ...ocsHeader, ...basic('alice', 'wrong') } })
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([401, 'Basic realm="Authorisation Required"'])
    const script = await call('GET', userUrl(nc), {
      headers: { ...ocsHeader, ...basic('alice', 'wrong'), 'X-Requested-With': 'XMLHttpRequest' },
    })
    expect(script.headers['www-authenticate']).toBe('DummyBasic realm="Authorisation Required"')
    expect(
      (await call('GET', userUrl(oc), { headers: basic('alice', 'wrong') })).headers['www-authenticate'],
    ).toBeUndefined()
    expect((await call('GET', userUrl(nc), { headers: basic('alice', password) })).status).toBe(412)
  })

  it('are refused altogether after eleven failures, when throttling is on', async () => {
    nc.settings.bruteForce = true
    const attempt = (secret: string) =>
      call('GET', userUrl(nc), { headers: { ...ocsHeader, ...basic('alice', secret) } })
    for (let number = 0; number < 11; number += 1) expect((await attempt('wrong')).status).toBe(401)
    expect((await attempt(password)).status).toBe(429)
    nc.settings.bruteForce = false
    expect((await attempt(password)).status).toBe(200)
  })

  it('of ownCloud are exchanged for an app password that can be revoked', async () => {
    const generated = await call(
      'POST',
      `${oc.base}/index.php/token/generate`,
      formBody({ user: 'alice', password, name: 'test' }),
    )
    const { token } = JSON.parse(generated.body.toString()) as { token: string }
    expect(oc.appPasswords('alice')).toEqual([token])
    const ask = () => call('GET', userUrl(oc), { headers: basic('alice@example.test', token) })
    expect((await ask()).status).toBe(200)
    oc.revokeAppPasswords('alice')
    expect((await ask()).status).toBe(401)
  })

  it('make, rotate and delete app passwords on Nextcloud', async () => {
    const { data } = await ocs<{ apppassword: string }>(nc, 'GET', '/core/getapppassword')
    const send = (method: string, path: string, secret: string) =>
      call(method, `${nc.base}/ocs/v2.php${path}?format=json`, { headers: { ...ocsHeader, ...basic('alice', secret) } })
    expect((await send('GET', '/core/getapppassword', data.apppassword)).status).toBe(403)
    expect((await send('DELETE', '/core/apppassword', password)).status).toBe(403)
    expect((await send('POST', '/core/apppassword/rotate', data.apppassword)).status).toBe(200)
    expect((await send('GET', '/cloud/user', data.apppassword)).status).toBe(401)
    const [rotated = ''] = nc.appPasswords('alice')
    expect((await send('DELETE', '/core/apppassword', rotated)).status).toBe(200)
    expect(nc.appPasswords('alice')).toEqual([])
  })
})

it('answers other host names with 400', async () => {
  const reply = await call('GET', `${nc.base}/status.php`.replace('nc-home.localhost', '127.0.0.1'))
  expect(reply.status).toBe(400)
})
