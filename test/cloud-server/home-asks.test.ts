import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cloud, Clouds } from './index.ts'
import { basic, call, formBody, jsonBody } from './http/call.ts'
import { Browser, mountPending, password } from './testing/client.ts'
import { startPairs } from './testing/clouds.ts'

let clouds: Clouds
let home: Cloud
let remote: Cloud

beforeAll(async () => {
  clouds = await startPairs('nextcloud-32', 'nextcloud-30', 'owncloud-10')
  home = clouds.cloud('nc-home')
  remote = clouds.cloud('nc-remote')
})
afterAll(() => clouds.stop())

describe('askForFederatedShare', () => {
  const ask = (
    at: Cloud,
    fields: Record<string, string>,
    headers: Record<string, string> = { 'OCS-APIRequest': 'true' },
  ) => {
    const form = formBody(fields)
    return call('POST', `${at.base}/index.php/apps/federatedfilesharing/askForFederatedShare`, {
      ...form,
      headers: { ...form.headers, ...basic('alice', password), ...headers },
    })
  }

  it('really asks the remote, and passes with the OCS header on 32', async () => {
    const link = remote.createPublicLink({ owner: 'bob', path: '/single.txt', password: 'link-pass-1' })
    const fields = { token: link.token, remote: `${remote.base}/` }
    expect((await ask(home, fields, {})).status).toBe(412)
    expect((await ask(home, fields)).body.toString()).toContain('establish a federated share."')
    expect((await ask(home, { ...fields, password: 'bad' })).body.toString()).toContain('maybe the password was wrong')
    expect((await ask(home, { ...fields, password: 'link-pass-1' })).status).toBe(200)
    expect(home.remoteShares('alice').some((row) => row.name === '/single.txt')).toBe(true)
  })

  it('needs a request token of the same session on 30', async () => {
    const old = clouds.cloud('nc30-home')
    const link = remote.createPublicLink({ owner: 'bob', path: '/single.txt' })
    const fields = { token: link.token, remote: remote.base }
    expect((await ask(old, fields)).status).toBe(412)
    const browser = new Browser()
    const { token } = JSON.parse(
      (
        await browser.go('GET', `${old.base}/index.php/csrftoken`, { headers: basic('alice', password) })
      ).body.toString(),
    ) as { token: string }
    const url = `${old.base}/index.php/apps/federatedfilesharing/askForFederatedShare`
    expect((await browser.post(url, fields, { requesttoken: token })).status).toBe(200)
  })

  it('calls ownCloud too old', async () => {
    const oc = clouds.cloud('oc-remote')
    const link = oc.createPublicLink({ owner: 'bob', path: '/Photos' })
    const reply = await ask(home, { token: link.token, remote: oc.base })
    expect([reply.status, reply.body.toString()]).toEqual([
      400,
      expect.stringContaining('too old (Nextcloud \\u003C= 9)'),
    ])
  })
})

it('takes a share announced by hand for an ownCloud link (recorded: nextcloud-32.0.1/08-30..35)', async () => {
  const oc = clouds.cloud('oc-remote')
  const link = oc.createPublicLink({ owner: 'bob', path: '/single.txt' })
  const announced = await call(
    'POST',
    `${home.base}/ocm/shares`,
    jsonBody({
      shareWith: home.cloudId('alice'),
      name: 'by hand.txt',
      providerId: '777',
      owner: oc.cloudId('bob'),
      shareType: 'user',
      resourceType: 'file',
      protocol: { name: 'webdav', options: { sharedSecret: link.token } },
    }),
  )
  expect([announced.status, JSON.parse(announced.body.toString())]).toEqual([
    201,
    { recipientDisplayName: 'Alice Home', recipientUserId: 'alice' },
  ])
  await mountPending(home, '/by hand.txt')
  expect(Buffer.from(await home.readFile('alice', '/by hand.txt')).toString()).toBe('one file')
})
