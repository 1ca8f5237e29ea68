import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCloud, type Cloud } from '../../lib/cloud/index.ts'
import {
  allowsDownload,
  asksForFiles,
  emailsOf,
  type FieldResult,
  type NewShare,
  type OutgoingShare,
} from '../../lib/domain/outgoing-share.ts'
import type { Result } from '../../lib/domain/result.ts'
import { startClouds, type Cloud as Server, type Clouds, type Settings } from '../cloud-server/index.ts'
import { loopbackFetch as fetch } from './loopback-fetch.ts'

/** Every call about outgoing shares, from our client to the test cloud, in each dialect. */
const dialects = [
  ['nextcloud-33', 'nextcloud'],
  ['nextcloud-32', 'nextcloud'],
  ['nextcloud-30', 'nextcloud'],
  ['owncloud-10', 'owncloud'],
] as const

const all = { read: true, update: true, create: true, delete: true, share: true }
const readOnly = { read: true, update: false, create: false, delete: false, share: false }
const soon = '2090-05-01'

const valueOf = <T>(result: Result<T> | FieldResult<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.detail}`)
  return result.value
}
const saidBy = (result: FieldResult<unknown>): string =>
  result.ok ? 'ok' : `${result.failure.code} at ${result.field}`

describe.each(dialects)('shares on %s', (product, family) => {
  let clouds: Clouds
  let cloud: Cloud
  const home = (): Server => clouds.cloud('home')
  const shares = () => cloud.shares(family)
  const isNextcloud = family === 'nextcloud'
  const folder = { path: '/Ünter & "lagen"', itemType: 'folder' } as const
  const file = { path: '/a <b>.txt', itemType: 'file' } as const
  const make = (share: Partial<NewShare> & Pick<NewShare, 'kind'>) =>
    shares().create({ ...folder, ...share } as NewShare)
  const signedIn = (name: string, user: string) =>
    createCloud({
      fetch,
      base: clouds.cloud(name).base,
      credentials: { loginName: user, appPassword: `${user}-password` },
    })
  const during = async <T>(settings: Partial<Settings>, act: () => Promise<T>): Promise<T> => {
    const before = { ...home().settings }
    Object.assign(home().settings, settings)
    try {
      return await act()
    } finally {
      Object.assign(home().settings, before)
    }
  }

  beforeAll(async () => {
    clouds = await startClouds([
      {
        name: 'home',
        product,
        users: {
          alice: { password: 'alice-password', groups: ['büro'] },
          carol: {
            password: 'carol-password',
            displayName: 'Carol <i>',
            email: 'carol@example.test',
            groups: ['büro'],
          },
          dave: { password: 'dave-password', displayName: 'Dave' },
        },
        teams: { 'team-1': 'Team Blau' },
        rooms: { 'room-1': 'Flur' },
      },
      {
        name: 'remote',
        product: 'nextcloud-32',
        users: {
          bob: { password: 'bob-password', groups: ['band'] },
          eve: { password: 'eve-password', groups: ['band'] },
          zoe: { password: 'zoe-password' },
        },
      },
    ])
    home().writeFile('alice', '/Ünter & "lagen"/in.txt', 'inside')
    home().writeFile('alice', '/a <b>.txt', 'one file')
    home().writeFile('alice', '/Deep/er/needle (1).txt', 'found')
    cloud = signedIn('home', 'alice')
  })
  afterAll(() => clouds.stop())

  it('starts with none, and with rules', async () => {
    expect(valueOf(await shares().list())).toEqual([])
    const rules = valueOf(await cloud.shareRules(family))
    const kinds = isNextcloud
      ? ['remote', 'remote-group', 'link', 'user', 'group', 'mail', 'team', 'talk']
      : ['remote', 'remote-group', 'link', 'user', 'group']
    expect(Object.keys(rules.kinds)).toEqual(kinds)
    expect(rules).toMatchObject({
      publicUpload: true,
      resharing: true,
      defaultRights: all,
      searchFrom: isNextcloud ? 1 : 2,
    })
  })

  it('with a user: made, changed field by field, seen and read by them, deleted', async () => {
    const options = isNextcloud ? { note: 'für dich', downloadAllowed: false } : {}
    const made = valueOf(await make({ kind: 'user', with: 'carol', rights: all, expires: soon, ...options }))
    expect(made).toMatchObject({
      kind: 'user',
      path: folder.path,
      with: { id: 'carol', label: 'Carol <i>' },
      expires: soon,
      hasPassword: false,
      by: { id: 'alice' },
    })
    expect(made.token ?? made.url).toBeUndefined()
    expect(allowsDownload(made)).toBe(!isNextcloud)
    expect(await home().listFolder('carol', folder.path)).toEqual(['in.txt'])
    const theirs = valueOf(await signedIn('home', 'carol').shares(family).list({ sharedWithMe: true }))
    expect(theirs.map(({ id }) => id)).toEqual([made.id])
    const change = { rights: readOnly, expires: null, ...(isNextcloud ? { note: '', downloadAllowed: true } : {}) }
    const changed = valueOf(await shares().change(made, change))
    expect(changed).toMatchObject({ id: made.id, rights: readOnly })
    expect([changed.expires, changed.note, allowsDownload(changed)]).toEqual([undefined, undefined, true])
    expect(valueOf(await shares().get(made.id))).toEqual(changed)
    expect(saidBy(await shares().remove(made.id))).toBe('ok')
    expect(saidBy(await shares().remove(made.id))).toBe('outgoing-gone at undefined')
    expect(saidBy(await shares().get(made.id))).toBe('outgoing-gone at undefined')
    expect(saidBy(await shares().change(made, { rights: all }))).toBe('outgoing-gone at undefined')
    expect(await home().listFolder('carol', '/')).toEqual([])
  })

  it('with a group, a team and a room', async () => {
    const group = valueOf(await make({ kind: 'group', with: 'büro', rights: readOnly }))
    expect(group).toMatchObject({ kind: 'group', with: { id: 'büro', label: 'büro' }, rights: readOnly })
    expect(await home().listFolder('carol', '/')).toEqual(['Ünter & "lagen"'])
    expect(await home().listFolder('dave', '/')).toEqual([])
    expect(saidBy(await make({ kind: 'group', with: 'büro' }))).toBe(isNextcloud ? 'ok' : 'already-shared at with')
    await shares().remove(group.id)
    for (const [kind, id, label] of [
      ['team', 'team-1', 'Team Blau'],
      ['talk', 'room-1', 'Flur'],
    ] as const) {
      if (!isNextcloud) continue
      const made = valueOf(await make({ kind, with: id, rights: readOnly }))
      expect(made).toMatchObject({ kind, with: { id, label } })
      expect(made.token ?? made.url).toBeUndefined()
      expect(valueOf(await shares().change(made, { expires: soon })).expires).toBe(soon)
      expect(saidBy(await make({ kind, with: id }))).toBe(kind === 'team' ? 'ok' : 'already-shared at with')
      expect(saidBy(await shares().remove(made.id))).toBe('ok')
    }
    if (isNextcloud) expect(saidBy(await make({ kind: 'talk', with: 'nowhere' }))).toBe('receiver-unknown at with')
  })

  it('by link: password, end, label, rights, a request for files', async () => {
    const made = valueOf(
      await make({
        kind: 'link',
        password: 'lang genug & ü',
        expires: soon,
        label: 'für Kim',
        rights: { ...all, share: false },
      }),
    )
    expect(made).toMatchObject({
      kind: 'link',
      hasPassword: true,
      expires: soon,
      label: 'für Kim',
      url: `${home().base}/s/${made.token}`,
    })
    expect(made.with).toBeUndefined()
    expect(made.rights).toEqual({ ...all, share: isNextcloud })
    expect(JSON.stringify(made)).not.toMatch(/argon|redacted/)
    const more = isNextcloud ? { note: 'hallo', hideDownload: true } : {}
    const changed = valueOf(
      await shares().change(made, { password: null, expires: null, label: '', rights: readOnly, ...more }),
    )
    expect(changed).toMatchObject({
      hasPassword: false,
      hideDownload: isNextcloud,
      rights: { read: true, create: false, update: false, delete: false },
    })
    expect([changed.expires, changed.label]).toEqual([undefined, undefined])
    const request = valueOf(await make({ kind: 'link', fileRequest: true, label: 'Bitte' }))
    expect(asksForFiles(request)).toBe(true)
    expect(request.rights).toEqual({ read: false, update: false, create: true, delete: false, share: false })
    for (const { id } of [made, request]) await shares().remove(id)
  })

  it('of one file: nothing to create in it, nothing to delete', async () => {
    const made = valueOf(await shares().create({ ...file, kind: 'user', with: 'carol', rights: all }))
    expect(made).toMatchObject({ itemType: 'file', rights: { read: true, update: true, create: false, delete: false } })
    const changed = valueOf(await shares().change(made, { rights: all }))
    expect(changed.rights).toMatchObject({ create: false, delete: false })
    await shares().remove(made.id)
  })

  it('with another server: it arrives there, is accepted and read back, and ends there when deleted', async () => {
    const remote = clouds.cloud('remote')
    const made = valueOf(await make({ kind: 'remote', with: remote.cloudId('bob'), rights: { ...all, delete: false } }))
    expect(made).toMatchObject({ kind: 'remote', with: { id: remote.cloudId('bob') }, trusted: false })
    const bob = signedIn('remote', 'bob')
    const [pending] = valueOf(await bob.remoteShares.pending())
    expect(pending).toMatchObject({ name: folder.path.slice(1), owner: 'alice', remote: home().base })
    valueOf(await bob.remoteShares.accept(pending?.id ?? ''))
    expect(Buffer.from(await remote.readFile('bob', `${folder.path}/in.txt`)).toString()).toBe('inside')
    expect(valueOf(await shares().change(made, { rights: readOnly, expires: soon }))).toMatchObject({
      rights: readOnly,
      expires: soon,
    })
    const refused = saidBy(await make({ kind: 'remote', with: remote.cloudId('bob') }))
    expect(refused).toBe(
      product === 'owncloud-10' || product === 'nextcloud-30'
        ? 'already-shared at with'
        : 'share-not-allowed at undefined',
    )
    expect(saidBy(await shares().remove(made.id))).toBe('ok')
    expect(remote.remoteShares('bob')).toEqual([])
  })

  it.runIf(isNextcloud)(
    'with a group of another server: every member has it, and nobody once it is deleted',
    async () => {
      const remote = clouds.cloud('remote')
      remote.settings.groupFederation = true
      const to = { kind: 'remote-group', with: remote.cloudId('band') } as const
      await during({ groupFederation: true }, async () => {
        const found = valueOf(await cloud.sharees.find(family, { text: to.with, itemType: 'folder' }))
        expect(found.map(({ kind, id }) => `${kind} ${id}`)).toContain(`remote-group ${to.with}`)
        const made = valueOf(await make({ ...to, rights: { ...all, delete: false } }))
        expect(made).toMatchObject({ kind: 'remote-group', with: { id: to.with }, by: { id: 'alice' } })
        expect(made.token ?? made.url).toBeUndefined()
        for (const user of ['bob', 'eve']) {
          const theirs = signedIn('remote', user).remoteShares
          const [pending] = valueOf(await theirs.pending())
          expect(pending).toMatchObject({ name: folder.path.slice(1), owner: 'alice', remote: home().base })
          valueOf(await theirs.accept(pending?.id ?? ''))
          expect(Buffer.from(await remote.readFile(user, `${folder.path}/in.txt`)).toString()).toBe('inside')
        }
        expect(remote.remoteShares('zoe')).toEqual([])
        expect(valueOf(await shares().change(made, { rights: readOnly, expires: soon }))).toMatchObject({
          rights: readOnly,
          expires: soon,
        })
        expect(valueOf(await shares().list()).map(({ kind }) => kind)).toEqual(['remote-group'])
        expect(saidBy(await shares().remove(made.id))).toBe('ok')
        expect([remote.remoteShares('bob'), remote.remoteShares('eve')]).toEqual([[], []])
        const unknown = saidBy(await make({ ...to, with: remote.cloudId('nobody') }))
        expect(unknown).toBe(product === 'nextcloud-30' ? 'receiver-unknown at with' : 'share-not-allowed at undefined')
      })
    },
  )

  it('with a server that knows nobody by that name: ownCloud says it is sent all the same', async () => {
    const made = await make({ kind: 'remote', with: `nobody@${clouds.cloud('remote').base}` })
    const refused = product === 'nextcloud-30' ? 'receiver-unknown at with' : 'share-not-allowed at undefined'
    expect(saidBy(made)).toBe(isNextcloud ? refused : 'ok')
    if (made.ok) await shares().remove(made.value.id)
    const nowhere = saidBy(await make({ kind: 'remote', with: 'bob@127.0.0.1:9' }))
    expect(nowhere).toBe(
      isNextcloud && product !== 'nextcloud-30' ? 'share-not-allowed at undefined' : 'receiver-unknown at with',
    )
  })

  it.runIf(isNextcloud)('by mail: to one, to a list, with the mail sent again', async () => {
    const one = valueOf(
      await make({ kind: 'mail', with: 'kim@example.test', password: 'lang genug 1', sendMail: false }),
    )
    expect(one).toMatchObject({
      kind: 'mail',
      with: { id: 'kim@example.test' },
      hasPassword: true,
      url: `${home().base}/index.php/s/${one.token}`,
    })
    expect(home().mails).toEqual([])
    expect(saidBy(await shares().sendMail(one.id))).toBe('server-error at undefined')
    expect(saidBy(await shares().sendMail(one.id, 'falsch'))).toBe('password-wrong at password')
    expect(home().mails).toEqual([])
    expect(saidBy(await shares().sendMail(one.id, 'lang genug 1'))).toBe('ok')
    const list = valueOf(
      await make({ kind: 'mail', fileRequest: true, emails: ['kim@example.test', 'lee@example.test'] }),
    )
    expect([emailsOf(list), asksForFiles(list)]).toEqual([['kim@example.test', 'lee@example.test'], true])
    const changed = valueOf(await shares().change(list, { emails: ['lee@example.test'] }))
    expect([emailsOf(changed), asksForFiles(changed)]).toEqual([['lee@example.test'], true])
    expect(home().mails.map(({ to }) => to)).toEqual(['kim@example.test', 'kim@example.test', 'lee@example.test'])
    expect(saidBy(await shares().sendMail('99999'))).toBe('outgoing-gone at undefined')
    for (const { id } of [one, list]) await shares().remove(id)
  })

  it.runIf(isNextcloud)(
    'keeps attributes that are none of ours, and the token only where it may be chosen',
    async () => {
      const made = valueOf(await make({ kind: 'link' }))
      const foreign: OutgoingShare = { ...made, attributes: [{ scope: 'app', key: 'x', value: 7 }] }
      const changed = valueOf(await shares().change(foreign, { downloadAllowed: false }))
      expect(changed.attributes).toEqual([
        { scope: 'app', key: 'x', value: 7 },
        { scope: 'permissions', key: 'download', value: false },
      ])
      expect(saidBy(await shares().change(made, { token: 'meins' }))).toBe('share-not-accepted at token')
      const own = await during({ customTokens: true }, () => shares().change(made, { token: 'meins' }))
      expect(valueOf(own)).toMatchObject({ token: 'meins', url: `${home().base}/s/meins` })
      const other = valueOf(await make({ kind: 'link' }))
      const taken = await during({ customTokens: true }, () => shares().change(other, { token: 'meins' }))
      expect(taken).toMatchObject({ ok: false, field: 'token', failure: { code: 'share-not-accepted' } })
      expect(valueOf(await shares().get(other.id)).token).toBe(other.token)
      for (const { id } of [made, other]) await shares().remove(id)
    },
  )

  it('stops a change at the first refusal, and tells what stands', async () => {
    const made = valueOf(await make({ kind: 'link' }))
    const result = await shares().change(made, { label: 'neu', expires: '2001-01-01', rights: readOnly })
    expect(result).toMatchObject({
      ok: false,
      field: 'expires',
      changed: [],
      failure: { code: 'share-not-accepted', detail: 'Expiration date is in the past' },
    })
    const later = await shares().change(made, { label: 'neu', rights: { ...readOnly, read: false, update: true } })
    expect(later).toMatchObject({ ok: false, field: 'rights', changed: ['label'], share: { label: 'neu' } })
    await shares().remove(made.id)
  })

  it.each<[string, Partial<NewShare> & Pick<NewShare, 'kind'>, string, Partial<Settings>?]>([
    ['a past date', { kind: 'link', expires: '2001-01-01' }, 'share-not-accepted at expires'],
    [
      'a date too far away',
      { kind: 'link', expires: soon },
      'share-not-accepted at expires',
      { linkExpiry: { days: 7, enforced: true } },
    ],
    [
      'a missing password',
      { kind: 'link', rights: readOnly },
      'share-not-accepted at password',
      { passwordEnforced: true },
    ],
    ['the root folder', { kind: 'link', path: '/' }, 'share-not-allowed at path'],
    ['a missing path', { kind: 'link', path: '/nothing' }, 'file-gone at path'],
    ['a missing user', { kind: 'user', with: 'nobody' }, 'receiver-unknown at with'],
    ['oneself', { kind: 'user', with: 'alice' }, 'receiver-unknown at with'],
    ['a missing group', { kind: 'group', with: 'nobody' }, 'receiver-unknown at with'],
    [
      'uploads that are off',
      { kind: 'link', fileRequest: true },
      'share-not-allowed at rights',
      { publicUpload: false },
    ],
    ['links that are off', { kind: 'link' }, 'sharing-off at kind', { publicLinks: false }],
    ['groups that are off', { kind: 'group', with: 'büro' }, 'sharing-off at kind', { groupSharing: false }],
    ['sharing that is off', { kind: 'link' }, 'sharing-off at kind', { sharingEnabled: false }],
    [
      'federation that is off',
      { kind: 'remote', with: 'bob@remote.localhost' },
      'sharing-off at kind',
      { outgoingFederation: false },
    ],
    [
      'a federated group',
      { kind: 'remote-group', with: 'g@remote.localhost' },
      isNextcloud ? 'sharing-off at kind' : 'receiver-unknown at with',
    ],
    ['too many at once', { kind: 'link' }, 'home-throttled at undefined', { shareLimit: 0 }],
  ])('%s is refused at its field, with the reason', async (_, share, expected, settings = {}) => {
    const result = await during(settings, () => make(share))
    expect(saidBy(result)).toBe(expected)
    if (!result.ok && result.failure.code !== 'home-throttled') expect(result.failure.detail).toMatch(/\w+ \w+/)
    expect(valueOf(await shares().list())).toEqual([])
  })

  it.runIf(isNextcloud)('a weak password, a long label and a wrong mail address are refused', async () => {
    expect(saidBy(await make({ kind: 'link', password: 'x' }))).toBe('share-not-accepted at password')
    expect(saidBy(await make({ kind: 'link', label: 'x'.repeat(256) }))).toBe('share-not-accepted at label')
    expect(saidBy(await make({ kind: 'mail', with: 'kim' }))).toBe('receiver-unknown at with')
  })

  it('what was received without the right to share cannot be shared on; with it, it can', async () => {
    const given = valueOf(await make({ kind: 'user', with: 'carol', rights: readOnly }))
    const carols = signedIn('home', 'carol').shares(family)
    const onward = { ...folder, kind: 'user', with: 'dave', rights: readOnly } as const
    expect(saidBy(await carols.create(onward))).toBe('share-not-allowed at path')
    valueOf(await shares().change(given, { rights: { ...readOnly, share: true } }))
    const reshare = valueOf(await carols.create(onward))
    expect(valueOf(await shares().list({ path: folder.path, reshares: true })).map(({ by }) => by.id)).toEqual([
      'alice',
      'carol',
    ])
    expect(valueOf(await shares().list({ path: folder.path })).map(({ by }) => by.id)).toEqual(['alice'])
    for (const { id } of [given, reshare]) await shares().remove(id)
  })

  it('lists by path, below a folder, and says what is gone', async () => {
    const one = valueOf(await make({ kind: 'link' }))
    const two = valueOf(await shares().create({ ...file, kind: 'link' }))
    const ids = async (query: object) => valueOf(await shares().list(query)).map(({ id }) => id)
    expect(await ids({})).toEqual([one.id, two.id])
    expect(await ids({ path: file.path })).toEqual([two.id])
    expect(await ids({ path: '/', subfiles: true })).toEqual([one.id, two.id])
    expect(saidBy(await shares().list({ path: '/nothing' }))).toBe('file-gone at path')
    expect(saidBy(await shares().list({ path: file.path, subfiles: true }))).toBe('file-gone at path')
    const shared = valueOf(await cloud.files('alice', '/'))
      ?.filter((entry) => entry.shared)
      .map(({ path }) => path)
    expect(shared).toEqual([folder.path, file.path])
    for (const { id } of [one, two]) await shares().remove(id)
  })

  it('finds receivers, and who is shared with most', async () => {
    const find = async (text: string) =>
      valueOf(await cloud.sharees.find(family, { text, itemType: 'folder' })).map(
        ({ kind, id, exact }) => `${kind} ${id}${exact ? '!' : ''}`,
      )
    expect(await find('car')).toEqual(['user carol'])
    expect(await find('carol')).toEqual(['user carol!'])
    expect(await find('büro')).toEqual(['group büro!'])
    expect(await find('zzz')).toEqual([])
    expect(await find('bob@cloud.example/sub')).toEqual(['remote bob@cloud.example/sub!'])
    if (!isNextcloud)
      return expect(await cloud.sharees.recommended(family, 'file')).toMatchObject({
        failure: { code: 'home-too-old' },
      })
    expect(await find('blau')).toEqual(['team team-1'])
    expect(await find('kim@example.test')).toEqual(['remote kim@example.test!', 'mail kim@example.test!'])
    const made = valueOf(await make({ kind: 'user', with: 'dave' }))
    expect(valueOf(await cloud.sharees.recommended(family, 'file'))).toEqual([
      { kind: 'user', id: 'dave', label: 'Dave', exact: true },
    ])
    return shares().remove(made.id)
  })

  it('finds files by name, wherever they are', async () => {
    const find = async (text: string) =>
      valueOf(await cloud.searchFiles(family, { userId: 'alice', text }))?.map(({ path }) => path)
    expect(await find('NEEDLE (')).toEqual(['/Deep/er/needle (1).txt'])
    expect(await find('<b>')).toEqual(['/a <b>.txt'])
    expect(await find('nothing')).toEqual([])
  })

  it('makes up a password where there is a policy', async () => {
    const made = await cloud.suggestPassword()
    expect(made.ok ? made.value.length : made.failure.code).toBe(isNextcloud ? 10 : 'home-too-old')
  })

  it('says what stands in the way before anything is judged', async () => {
    const after = async (fault: object) => {
      home().faults.add({ path: /api\/v1\/shares/, ...fault })
      // A client whose login was rejected sends nothing more.
      return saidBy(await signedIn('home', 'alice').shares(family).list())
    }
    expect(await after({ drop: true })).toBe('home-unreachable at undefined')
    expect(await after({ status: 401, body: '' })).toBe('home-rejected-login at undefined')
    expect(await after({ status: 429, body: '' })).toBe('home-throttled at undefined')
    expect(await after({ status: 503, body: '' })).toBe('home-maintenance at undefined')
    expect(await after({ status: 500, body: '<html>', contentType: 'text/html' })).toBe('server-error at undefined')
    expect(await after({ status: 200, body: '<html>', contentType: 'text/html' })).toBe(
      'answer-unreadable at undefined',
    )
    expect(await after({ before: false, padToBytes: 25_000_000 })).toBe('answer-too-large at undefined')
  })
})
