import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClouds, type Clouds } from '../cloud-server/index.ts'
import { loopbackFetch as fetch } from './loopback-fetch.ts'

/**
 * Kinds of shares that nobody recorded, because they need further apps or an administrator's switch. The test cloud answers
 * as the servers' sources say: the same fields as for every kind (nextcloud/server
 * apps/files_sharing/lib/Controller/ShareAPIController.php, `formatShare`), and those of the kind.
 */
const everyKind = [
  'id',
  'share_type',
  'uid_owner',
  'displayname_owner',
  'permissions',
  'can_edit',
  'can_delete',
  'stime',
  'parent',
  'expiration',
  'token',
  'uid_file_owner',
  'note',
  'label',
  'displayname_file_owner',
  'path',
  'item_type',
  'item_permissions',
  'is-mount-root',
  'mount-type',
  'mimetype',
  'has_preview',
  'storage_id',
  'storage',
  'item_source',
  'file_source',
  'file_parent',
  'file_target',
  'item_size',
  'item_mtime',
  'mail_send',
  'hide_download',
  'attributes',
]
const fields = (...own: string[]): string[] => [...everyKind, ...own].toSorted()

describe('the test cloud, asked for shares nobody recorded', () => {
  let clouds: Clouds
  beforeAll(async () => {
    const alice = { password: 'alice-password', groups: ['staff'] }
    clouds = await startClouds([
      { name: 'home', product: 'nextcloud-33', users: { alice }, teams: { t1: 'Band' }, rooms: { r1: 'Daily call' } },
      { name: 'remote', product: 'nextcloud-33', users: { bob: { password: 'bob-password', groups: ['staff'] } } },
    ])
    clouds.cloud('home').writeFile('alice', '/Out/a.txt', 'a')
    for (const name of ['home', 'remote']) clouds.cloud(name).settings.groupFederation = true
  })
  afterAll(() => clouds.stop())

  const post = async (form: Record<string, string>) => {
    const reply = await fetch(`${clouds.cloud('home').base}/ocs/v2.php/apps/files_sharing/api/v1/shares?format=json`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('alice:alice-password').toString('base64')}`,
        'OCS-APIRequest': 'true',
      },
      body: new URLSearchParams({ path: '/Out', ...form }),
    })
    const { ocs } = (await reply.json()) as { ocs: { meta: { statuscode: number }; data: Record<string, unknown> } }
    return { code: ocs.meta.statuscode, data: ocs.data }
  }

  it('answers about a team with its name and picture', async () => {
    const { code, data } = await post({ shareType: '7', shareWith: 't1' })
    expect(code).toBe(200)
    expect(Object.keys(data).toSorted()).toEqual(fields('share_with', 'share_with_displayname', 'share_with_avatar'))
    expect(data).toMatchObject({ share_type: 7, share_with: 't1', share_with_displayname: 'Band', token: null })
  })

  it('answers about a conversation with its name and address (nextcloud/spreed, `formatShare`)', async () => {
    const { code, data } = await post({ shareType: '10', shareWith: 'r1' })
    expect(code).toBe(200)
    expect(Object.keys(data).toSorted()).toEqual(fields('share_with', 'share_with_displayname', 'share_with_link'))
    expect(data).toMatchObject({ share_type: 10, share_with: 'r1', share_with_displayname: 'Daily call', token: null })
    expect(data['share_with_link']).toBe(`${clouds.cloud('home').base}/index.php/call/r1`)
  })

  it('answers about a group of another cloud with its cloud id for a name, and a token', async () => {
    const shareWith = clouds.cloud('remote').cloudId('staff')
    const { code, data } = await post({ shareType: '9', shareWith })
    expect(code).toBe(200)
    expect(Object.keys(data).toSorted()).toEqual(fields('is_trusted_server', 'share_with', 'share_with_displayname'))
    expect(data).toMatchObject({ share_type: 9, share_with: shareWith, share_with_displayname: shareWith })
    expect(data['token']).toMatch(/^\w{15}$/)
  })
})
