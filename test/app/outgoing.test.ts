import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewShare } from '../../lib/domain/outgoing-share.ts'
import type { OutgoingShareView } from '../../lib/protocol.ts'
import { loopbackFetch as fetch } from '../cloud/loopback-fetch.ts'
import { stage, type Stage } from './mounts.ts'

const shares = '/ocs/v2.php/apps/files_sharing/api/v1/shares'
const readOnly = { read: true, update: false, create: false, delete: false, share: false }
const all = { read: true, update: true, create: true, delete: true, share: true }

describe.each(['nextcloud-33', 'owncloud-10'] as const)('outgoing shares on %s', (product) => {
  const isNextcloud = product !== 'owncloud-10'
  let s: Stage
  beforeEach(async () => {
    s = await stage(product, 'nextcloud-32')
    s.home.writeFile('alice', '/Photos/a.jpg', 'picture')
    s.home.writeFile('alice', '/Photos/Deep/b.jpg', 'picture')
    s.home.writeFile('alice', '/a.txt', 'text')
    s.home.clearLog()
  })
  afterEach(() => s.clouds.stop())

  const folder = { path: '/Photos', itemType: 'folder' } as const
  const create = (share: Partial<NewShare> & Pick<NewShare, 'kind'>) =>
    s.worker.ui['ui/create-share']({ accountId: s.accountId, share: { ...folder, ...share } as NewShare })
  const created = async (share: Partial<NewShare> & Pick<NewShare, 'kind'>): Promise<OutgoingShareView> => {
    const result = await create(share)
    if (!result.ok) throw new Error(`${result.failure.code} at ${result.field}: ${result.failure.detail}`)
    return result.value.share
  }
  const list = async (path?: string): Promise<OutgoingShareView[]> => {
    const listed = await s.worker.ui['ui/outgoing']({ accountId: s.accountId, ...(path ? { path } : {}) })
    if (!listed.ok) throw new Error(listed.failure.code)
    return listed.value
  }
  const change = (shareId: string, change: object) =>
    s.worker.ui['ui/change-share']({ accountId: s.accountId, shareId, change })
  const asked = (method: string): number =>
    s.home.log.filter((one) => one.method === method && one.path.startsWith(shares)).length
  const saidBy = (result: { ok: boolean; field?: string; failure?: { code: string } }): string =>
    result.ok ? 'ok' : `${result.failure?.code} at ${result.field}`

  test('are listed with all there is to say, and nothing secret', async () => {
    await created({ kind: 'link', password: 'Long-enough-1', label: 'für Kim', rights: readOnly })
    await created({ kind: 'user', with: 'mallory', rights: all })
    await created({ kind: 'remote', with: s.remote.cloudId('bob'), rights: readOnly })
    const [link, user, remote] = await list()
    expect(link).toMatchObject({
      accountId: s.accountId,
      kind: 'link',
      path: '/Photos',
      name: 'Photos',
      hasPassword: true,
      label: 'für Kim',
      openUrl: `${s.home.base}/index.php/apps/files/?dir=%2FPhotos`,
    })
    expect(link?.url).toBe(`${s.home.base}/s/${link?.token}`)
    expect(user).toMatchObject({
      kind: 'user',
      with: { id: 'mallory', label: 'mallory' },
      rights: all,
      mayDelete: true,
    })
    expect(remote?.otherSide).toEqual({
      host: s.remote.base.slice('http://'.length),
      insecure: true,
      delivery: isNextcloud ? 'taken' : 'unknown',
      trusted: false,
    })
    expect(link?.editable).toContain('password')
    expect(remote?.editable).toEqual(['rights', 'expires'])
    expect([link?.by, user?.url, user?.otherSide]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify([link, user, remote])).not.toMatch(/argon|redacted|Long-enough/)
    expect(JSON.stringify(s.world.stored)).not.toMatch(/Long-enough|für Kim/)
    expect((await list('/Photos')).length).toBe(3)
    expect(await s.worker.ui['ui/outgoing']({ accountId: s.accountId, path: '/nothing' })).toMatchObject({
      failure: { code: 'file-gone' },
    })
  })

  test('arrive at another server, and are read back there', async () => {
    await created({ kind: 'remote', with: s.remote.cloudId('bob'), rights: readOnly })
    expect(s.remote.remoteShares('bob')).toMatchObject([{ name: '/Photos', accepted: false }])
  })

  test('with somebody who has it already are not sent, whatever the server would say', async () => {
    for (const share of [
      { kind: 'user', with: 'mallory' },
      { kind: 'remote', with: s.remote.cloudId('bob') },
    ] as const) {
      await created(share)
      s.home.clearLog()
      expect(await create(share)).toMatchObject({ ok: false, field: 'with', failure: { code: 'already-shared' } })
      expect(asked('POST')).toBe(0)
    }
    const spelt = s.remote.cloudId('bob').replace(/$/, '/')
    expect(saidBy(await create({ kind: 'remote', with: spelt }))).toBe('already-shared at with')
    expect(saidBy(await create({ kind: 'link' }))).toBe('ok')
    expect(saidBy(await create({ kind: 'link' }))).toBe('ok')
  })

  test('take what the server only takes afterwards, and say what it refused of that', async () => {
    if (!isNextcloud) return
    const share = await created({ kind: 'link', hideDownload: true })
    expect(share.hideDownload).toBe(true)
    const result = await create({ kind: 'link', hideDownload: true, token: 'mine' })
    expect(result).toMatchObject({
      ok: true,
      value: { share: { hideDownload: true }, refused: { field: 'token', failure: { code: 'share-not-accepted' } } },
    })
    s.home.settings.customTokens = true
    expect(await created({ kind: 'link', token: 'mine-too' })).toMatchObject({ token: 'mine-too' })
  })

  test('end never when that was asked for, though the server would have them end', async () => {
    s.home.settings.linkExpiry = { days: 7, enforced: false }
    expect((await created({ kind: 'link' })).expires).toMatch(/^\d{4}-/)
    expect((await created({ kind: 'link', expires: null })).expires).toBeUndefined()
  })

  test('whose answer was lost are found again, and made once', async () => {
    for (const share of [
      { kind: 'link', label: 'x' },
      { kind: 'user', with: 'mallory' },
      { kind: 'remote', with: s.remote.cloudId('bob') },
    ] as const) {
      s.home.faults.add({ method: 'POST', path: shares, before: false, truncateAt: 10 })
      expect(saidBy(await create(share))).toBe('ok')
    }
    expect((await list()).map(({ kind }) => kind)).toEqual(['link', 'user', 'remote'])
    s.home.faults.add({ method: 'POST', path: shares, drop: true })
    expect(saidBy(await create({ kind: 'link' }))).toBe('home-unreachable at undefined')
    expect(await list()).toHaveLength(3)
  })

  describe('refused in a language nobody here understands', () => {
    beforeEach(() => void (s.home.settings.language = 'de'))

    test.each<[string, Partial<NewShare> & Pick<NewShare, 'kind'>, string, () => void]>([
      ['a day that is over', { kind: 'link', expires: '2001-01-01' }, 'share-not-accepted at expires', () => {}],
      [
        'a day too far away',
        { kind: 'link', expires: '2090-01-01' },
        'share-not-accepted at expires',
        () => void (s.home.settings.linkExpiry = { days: 7, enforced: true }),
      ],
      [
        'a missing password',
        { kind: 'link', rights: readOnly },
        'share-not-allowed at password',
        () => void (s.home.settings.passwordEnforced = true),
      ],
      [
        'uploads that are off',
        { kind: 'link', rights: all },
        'share-not-allowed at rights',
        () => void (s.home.settings.publicUpload = false),
      ],
      ['a missing path', { kind: 'link', path: '/nothing' }, 'file-gone at path', () => {}],
      ['a missing user', { kind: 'user', with: 'nobody' }, 'receiver-unknown at with', () => {}],
      ['a missing server', { kind: 'remote', with: 'bob@127.0.0.1:9' }, 'receiver-unknown at with', () => {}],
    ])('%s is still about the right field', async (_, share, expected, prepare) => {
      prepare()
      const result = await create(share)
      expect(saidBy(result)).toBe(expected)
      expect(result.ok || result.failure.detail).toBeTruthy()
      expect(await list()).toEqual([])
    })
  })

  test.each<[string, Partial<NewShare> & Pick<NewShare, 'kind'>, string, () => unknown]>([
    ['the root folder', { kind: 'link', path: '/' }, 'share-not-allowed at path', () => {}],
    ['links that are off', { kind: 'link' }, 'sharing-off at kind', () => (s.home.settings.publicLinks = false)],
    [
      'groups that are off',
      { kind: 'group', with: 'staff' },
      'sharing-off at kind',
      () => (s.home.settings.groupSharing = false),
    ],
    [
      'other clouds that are off',
      { kind: 'remote', with: 'bob@remote.example' },
      'sharing-off at kind',
      () => (s.home.settings.outgoingFederation = false),
    ],
    ['what may not be shared on', { kind: 'link', path: '/Theirs' }, 'share-not-allowed at path', receive],
  ])('of %s are refused, with the reason in the words of the server', async (_, share, expected, prepare) => {
    await prepare()
    const result = await create(share)
    expect(saidBy(result)).toBe(expected)
    expect(result.ok ? '' : result.failure.detail).toMatch(/\w+ \w+/)
    expect(await list()).toEqual([])
  })

  /** alice gets a folder of mallory's without the right to share it on. */
  async function receive(): Promise<void> {
    s.home.writeFile('mallory', '/Theirs/a.txt', 'theirs')
    const reply = await fetch(`${s.home.base}${shares}`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('mallory:mallory-password').toString('base64')}`,
        'OCS-APIRequest': 'true',
      },
      body: new URLSearchParams({ path: '/Theirs', shareType: '0', shareWith: 'alice', permissions: '1' }),
    })
    expect(reply.status).toBe(200)
  }

  test('change field by field, and tell what stands when one is refused', async () => {
    const share = await created({ kind: 'link', rights: readOnly })
    const done = await change(share.id, { label: 'neu', password: 'Long-enough-1', rights: all, expires: '2090-01-01' })
    expect(done).toMatchObject({
      ok: true,
      value: { label: 'neu', hasPassword: true, expires: '2090-01-01', rights: { create: true } },
    })
    const half = await change(share.id, {
      label: 'neuer',
      expires: null,
      rights: { ...readOnly, read: false, update: true },
    })
    expect(half).toMatchObject({
      ok: false,
      field: 'rights',
      changed: ['label'],
      share: { label: 'neuer', expires: '2090-01-01' },
    })
    expect(await list()).toMatchObject([{ label: 'neuer', expires: '2090-01-01' }])
  })

  test('that are gone cannot be changed', async () => {
    expect(await change('99999', { label: 'x' })).toMatchObject({
      ok: false,
      failure: { code: 'outgoing-gone' },
      changed: [],
    })
  })

  test('keep their password while they need one', async () => {
    s.home.settings.passwordEnforced = true
    const share = await created({ kind: 'link', rights: readOnly, password: 'Long-enough-1' })
    expect(saidBy(await change(share.id, { password: null }))).toBe('share-not-accepted at password')
    expect((await list())[0]?.hasPassword).toBe(true)
    if (!isNextcloud)
      expect(saidBy(await change(share.id, { password: null, rights: { ...all, share: false } }))).toBe('ok')
  })

  describe('deleted', () => {
    const about = (shareId: string) => ({ accountId: s.accountId, shareId, kind: 'link' as const, path: '/Photos' })
    const ref = (shareId: string) => ({ accountId: s.accountId, shareId })
    const remove = (shareId: string) => s.worker.ui['ui/delete-share'](about(shareId))
    const settle = async () => {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 5))
    }

    test('go after a while', async () => {
      const { id } = await created({ kind: 'link' })
      await remove(id)
      expect(s.view().deletions).toMatchObject([{ shareId: id, path: '/Photos' }])
      expect(await list()).toHaveLength(1)
      await settle()
      expect(s.view().deletions).toEqual([])
      expect(await list()).toEqual([])
    })

    test('stay when that is taken back in time', async () => {
      const { id } = await created({ kind: 'link' })
      await remove(id)
      await s.worker.ui['ui/undo-deletion'](ref(id))
      await settle()
      expect(s.view().deletions).toEqual([])
      expect(asked('DELETE')).toBe(0)
      expect(await list()).toHaveLength(1)
    })

    test('twice are deleted once', async () => {
      const { id } = await created({ kind: 'link' })
      await Promise.all([remove(id), remove(id)])
      await settle()
      expect([asked('DELETE'), s.view().deletions]).toEqual([1, []])
    })

    test('that are gone already are no failure', async () => {
      const { id } = await created({ kind: 'link' })
      s.home.deletePublicLink((await list())[0]?.token ?? '')
      await remove(id)
      await settle()
      expect(s.view().deletions).toEqual([])
    })

    test('that are gone are no failure in any language, and no other trouble passes for that', async () => {
      s.home.settings.language = 'de'
      const gone = await created({ kind: 'link' })
      s.home.deletePublicLink(gone.token ?? '')
      await remove(gone.id)
      await settle()
      expect(s.view().deletions).toEqual([])
      const { id } = await created({ kind: 'link' })
      const locked = '<ocs><meta><statuscode>404</statuscode><message>Gesperrt</message></meta><data/></ocs>'
      s.home.faults.add({
        method: 'DELETE',
        path: `${shares}/${id}`,
        status: 404,
        body: locked,
        contentType: 'text/xml',
      })
      await remove(id)
      await settle()
      expect(s.view().deletions).toMatchObject([{ failure: { code: 'share-not-allowed', detail: 'Gesperrt' } }])
    })

    test('that cannot be say why until that was read, and can be tried again', async () => {
      const { id } = await created({ kind: 'link' })
      s.home.faults.add({ method: 'DELETE', path: `${shares}/${id}`, status: 500, body: '' })
      await remove(id)
      await settle()
      expect(s.view().deletions).toMatchObject([{ shareId: id, failure: { code: 'server-error' } }])
      expect(s.view().deletions[0]?.undoUntil).toBeUndefined()
      await s.worker.ui['ui/dismiss-deletion'](ref(id))
      expect(s.view().deletions).toEqual([])
      await remove(id)
      await settle()
      expect(await list()).toEqual([])
    })

    test('are forgotten with the account, and not sent', async () => {
      const { id } = await created({ kind: 'link' })
      await remove(id)
      await s.worker.ui['ui/sign-out']({ accountId: s.accountId })
      await settle()
      expect(asked('DELETE')).toBe(0)
      expect(s.world.stored['deletions']).toEqual([])
    })

    test.each(['before', 'after'] as const)(
      'go even if the worker dies %s any step, and only that one',
      async (when) => {
        let deaths = 0
        for (let at = 1; at <= 12; at++) {
          const { id } = await created({ kind: 'link' })
          const other = await created({ kind: 'link', label: `stays ${at}` })
          s.world.kill = { at: s.world.steps + at, when }
          const { worker } = s
          const died = worker.death.then(
            () => true,
            () => true,
          )
          const isDead = await Promise.race([
            died,
            remove(id)
              .then(settle)
              .then(() => false),
          ])
          s.world.kill = undefined
          if (isDead) {
            deaths += 1
            s.worker = s.world.startWorker()
            await s.worker.app.wake()
          }
          // Written down before the death: it goes. Killed before that: the click was lost with the popup's own message.
          const wanted = s.view().deletions.length > 0 || !(await list()).some((share) => share.id === id)
          await s.world.wait(s.worker, 10_000)
          await settle()
          expect(s.view().deletions).toEqual([])
          const left = (await list()).map((share) => share.id)
          expect([at, left.includes(id)]).toEqual([at, !wanted])
          expect(left).toContain(other.id)
          for (const share of await list()) s.home.deletePublicLink(share.token ?? '')
        }
        expect(deaths).toBeGreaterThan(7)
      },
    )
  })

  test.runIf(isNextcloud)('that take uploads only show nothing, whatever the server makes of it', async () => {
    s.home.settings.opensDrops = true
    const made = await created({ kind: 'link', fileRequest: true, hideDownload: true })
    expect(made.rights).toMatchObject({ read: false, create: true })
    const mailed = await created({
      kind: 'mail',
      with: 'kim@example.test',
      rights: { ...all, read: false, update: false, delete: false },
    })
    expect(mailed.rights).toMatchObject({ read: false, create: true })
  })

  describe('by a quick link', () => {
    const quick = (path = '/Photos') =>
      s.worker.ui['ui/quick-link']({ accountId: s.accountId, path, itemType: 'folder' })

    test('use the plain link there is', async () => {
      await created({ kind: 'link', password: 'Long-enough-1', rights: readOnly })
      await created({ kind: 'link', rights: { ...all, share: false } })
      await created({ kind: 'link', fileRequest: true })
      const first = await quick()
      expect(first).toMatchObject({
        ok: true,
        value: { share: { kind: 'link', hasPassword: false, rights: { read: true, create: false } } },
      })
      expect(first.ok && first.value.existing).toBeUndefined()
      const again = await quick()
      expect(again).toMatchObject({ ok: true, value: { existing: true } })
      expect(again.ok && again.value.share.id).toBe(first.ok && first.value.share.id)
    })

    test('get the password the server demands, shown once and stored nowhere', async () => {
      s.home.settings.passwordEnforced = true
      const made = await quick()
      if (!made.ok) throw new Error(made.failure.code)
      const { share, password = '' } = made.value
      expect(share.hasPassword).toBe(true)
      expect(password).toHaveLength(isNextcloud ? 10 : 20)
      expect(JSON.stringify(s.world.stored)).not.toContain(password)
    })

    test('say what is gone', async () => {
      expect(saidBy(await quick('/nothing'))).toBe('file-gone at path')
    })
  })

  test('are found receivers for, the last search only', async () => {
    const search = (text: string, searchId = 'box') =>
      s.worker.ui['ui/sharees']({ accountId: s.accountId, searchId, text, itemType: 'folder' })
    s.home.faults.add({ path: /sharees$/, before: false, delayMs: 200 })
    const [old, elsewhere, fresh] = await Promise.all([search('mal'), search('mal', 'another box'), search('mallory')])
    expect(old).toEqual({ ok: true, value: { state: 'superseded' } })
    expect(fresh).toMatchObject({
      ok: true,
      value: { state: 'found', found: [{ kind: 'user', id: 'mallory', exact: true }] },
    })
    expect(elsewhere).toMatchObject({ ok: true, value: { state: 'found' } })
    expect(await s.worker.ui['ui/recommended-sharees']({ accountId: s.accountId, itemType: 'file' })).toEqual({
      ok: true,
      value: [],
    })
  })

  test('are picked from folders with everything in them', async () => {
    await created({ kind: 'link' })
    const browse = (path: string) => s.worker.ui['ui/files']({ accountId: s.accountId, path })
    expect(await browse('/')).toMatchObject({
      ok: true,
      value: {
        path: '/',
        entries: [
          {
            path: '/Photos',
            name: 'Photos',
            itemType: 'folder',
            mayShare: true,
            rights: all,
            received: false,
            shared: true,
          },
          {
            path: '/a.txt',
            itemType: 'file',
            size: 4,
            mayShare: true,
            rights: { update: true, create: false, delete: false },
            shared: false,
          },
        ],
      },
    })
    expect(await browse('/Photos')).toMatchObject({
      ok: true,
      value: { entries: [{ name: 'Deep' }, { name: 'a.jpg' }] },
    })
    for (const path of ['/nothing', '/a.txt'])
      expect(await browse(path)).toMatchObject({ failure: { code: 'file-gone' } })
    const found = await s.worker.ui['ui/search-files']({ accountId: s.accountId, searchId: 'x', text: 'b.j' })
    expect(found).toMatchObject({ ok: true, value: { state: 'found', found: [{ path: '/Photos/Deep/b.jpg' }] } })
    s.home.faults.add({ method: isNextcloud ? 'SEARCH' : 'REPORT', path: /dav/, status: 501, body: '' })
    const without = await s.worker.ui['ui/search-files']({ accountId: s.accountId, searchId: 'x', text: 'b.j' })
    expect(without).toEqual({ ok: true, value: { state: 'unsupported' } })
  })

  describe('a cloud id', () => {
    const check = (cloudId: string) => s.worker.ui['ui/check-cloud-id']({ accountId: s.accountId, cloudId })

    test('is checked against its server, where the browser lets us', async () => {
      const cloudId = s.remote.cloudId('bob')
      expect(await check(` ${cloudId}/ `)).toEqual({
        ok: true,
        value: {
          cloudId,
          user: 'bob',
          base: s.remote.base,
          host: s.remote.base.slice(7),
          insecure: true,
          state: 'federates',
        },
      })
      s.world.forbidden = [s.remote.base]
      s.remote.clearLog()
      expect(await check(cloudId)).toMatchObject({ ok: true, value: { state: 'unchecked', base: s.remote.base } })
      expect(s.remote.log).toEqual([])
    })

    test('of the own server, of none, and of one that is no cloud', async () => {
      expect(await check(s.home.cloudId('mallory'))).toMatchObject({ ok: true, value: { state: 'own' } })
      expect(await check('bob')).toMatchObject({ ok: false, failure: { code: 'receiver-unknown', detail: 'bob' } })
      expect(await check('bob@http://127.0.0.1:9')).toMatchObject({
        ok: true,
        value: { state: 'failed', failure: { code: 'not-a-cloud' } },
      })
      s.remote.faults.add({
        path: '/ocm-provider/',
        status: 200,
        body: '{"enabled":false,"endPoint":"x"}',
        contentType: 'application/json',
      })
      expect(await check(s.remote.cloudId('bob'))).toMatchObject({
        ok: true,
        value: { state: 'failed', failure: { code: 'remote-federation-off' } },
      })
    })

    test('that looks like another is shown as it is on the wire', async () => {
      s.world.forbidden = ['https://xn--pple-43d.example']
      expect(await check('bob@аpple.example')).toMatchObject({
        ok: true,
        value: { host: 'xn--pple-43d.example', lookAlike: true },
      })
    })
  })

  test('of an account whose login was rejected are asked for once, then never', async () => {
    s.home.faults.add({ path: /capabilities|shares/, status: 401, body: '', times: Infinity })
    expect(await s.worker.ui['ui/outgoing']({ accountId: s.accountId })).toMatchObject({
      failure: { code: 'home-rejected-login' },
    })
    const before = s.home.log.length
    for (const path of ['/', '/Photos']) await s.worker.ui['ui/files']({ accountId: s.accountId, path })
    expect(saidBy(await create({ kind: 'link' }))).toBe('home-rejected-login at undefined')
    expect(saidBy(await s.worker.ui['ui/send-share-mail']({ accountId: s.accountId, shareId: '1' }))).toBe(
      'home-rejected-login at undefined',
    )
    expect(s.home.log.length).toBe(before)
  })

  test('of a home that does not answer are asked for once', async () => {
    s.home.faults.add({ path: /capabilities$|v1\/shares/, drop: true, times: Infinity })
    s.home.clearLog()
    expect(await s.worker.ui['ui/outgoing']({ accountId: s.accountId })).toMatchObject({
      failure: { code: 'home-unreachable' },
    })
    expect(s.home.log.filter(({ path }) => /capabilities$|v1\/shares/.test(path))).toHaveLength(1)
  })

  test('come with rules, asked for once in a while', async () => {
    await list()
    await list()
    const rules = () => s.home.log.filter(({ path }) => path.endsWith('/capabilities')).length
    expect(rules()).toBe(1)
    s.home.settings.publicUpload = false
    expect(await s.worker.ui['ui/share-rules']({ accountId: s.accountId })).toMatchObject({
      ok: true,
      value: { publicUpload: false },
    })
    expect(rules()).toBe(2)
    await s.world.wait(s.worker, 300_001)
    await list()
    expect(rules()).toBe(3)
    s.home.faults.add({ path: /capabilities/, status: 500, body: '' })
    await s.world.wait(s.worker, 300_001)
    expect(await list()).toEqual([])
  })

  test('are told of by mail where the server does that', async () => {
    if (!isNextcloud) return
    const share = await created({ kind: 'mail', with: 'kim@example.test', sendMail: false })
    const send = (password?: string) =>
      s.worker.ui['ui/send-share-mail']({
        accountId: s.accountId,
        shareId: share.id,
        ...(password ? { password } : {}),
      })
    expect(saidBy(await send())).toBe('ok')
    expect(s.home.mails).toMatchObject([{ to: 'kim@example.test', shareId: share.id }])
  })

  test('get a password of the server or a strong one of ours', async () => {
    const made = await s.worker.ui['ui/suggest-password']({ accountId: s.accountId })
    expect(made.ok && made.value.length).toBe(isNextcloud ? 10 : 20)
    s.home.faults.add({ path: /password_policy/, status: 404, body: '' })
    const own = await s.worker.ui['ui/suggest-password']({ accountId: s.accountId })
    expect(own.ok && own.value).toMatch(/^.{20}$/)
  })
})
