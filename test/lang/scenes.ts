import { failure, failureCodes } from '../../lib/domain/failure.ts'
import { shareKinds } from '../../lib/domain/outgoing-share.ts'
import type { AccountView, UiCalls, View } from '../../lib/protocol.ts'
import * as fake from '../components/fake-backend.ts'
import type { FakeBackend } from '../components/fake-backend.ts'
import * as outgoing from '../components/outgoing-fixtures.ts'

/** A page over what is stored, with a background that answers. All data begins with zz. */
export interface Scene {
  page: 'popup' | 'options' | 'welcome' | 'shares' | 'share something'
  name: string
  /** What is typed into every field before something is pressed. */
  types?: string
  /** Nothing is pressed: there is much to see and nothing new behind it. */
  still?: boolean
  prepare(backend: FakeBackend): void
}

const base = 'https://zzhome.zz'
const account = (over: Partial<AccountView> = {}): AccountView =>
  fake.account({
    displayName: 'Zzada',
    userId: 'zzada',
    cloudId: 'zzada@zzhome.zz',
    base,
    host: 'zzhome.zz',
    ...over,
  })
const other = account({ id: 'a2', displayName: 'Zzbob', isDefault: false, callsItself: 'https://zzother.zz' })
const remote = { owner: 'Zzgrace', remote: 'zzremote.zz/zzcloud' }
const pending = (over = {}) => fake.pending({ name: 'Zzphotos', ...remote, ...over })
const mounted = (over = {}) => fake.mounted({ name: 'Zzphotos', mountpoint: '/zzin/Zzphotos', ...remote, ...over })
const job = (over = {}) => fake.job({ link: { base: 'https://zzremote.zz', token: 'zz' }, name: 'Zzjob', ...over })
const copy = (over = {}) => fake.copy({ name: 'Zzphotos', folder: '/zzkept', ...over })
const login = { base, loginUrl: 'https://zzhome.zz/zz', deadline: Date.now() + 600_000 }
const mountedChecks = [{ accountId: 'a1', checkedAt: Date.now(), slow: true }]
const trouble = failure('server-error', 'zzdetail')

/** A background where everything that can fail does, unless the scene says how it goes. */
function answering(backend: FakeBackend, answers: FakeBackend['answers'] = {}): void {
  const given = { 'ui/page': () => null, ...answers } as Record<string, unknown>
  backend.answers = new Proxy({} as FakeBackend['answers'], {
    get: (_, call: keyof UiCalls) => given[call] ?? (() => ({ ok: false, failure: trouble })),
  })
}

const scene = (
  page: Scene['page'],
  name: string,
  view: Partial<View>,
  answers: FakeBackend['answers'] = {},
  more: (backend: FakeBackend) => void = () => undefined,
): Scene => ({
  page,
  name,
  prepare(backend) {
    backend.view = { ...backend.view, ...view }
    answering(backend, answers)
    more(backend)
  },
})

const accounts = [account(), other]
const receiver = { id: 'zzbob@zzremote.zz', label: 'Zzbob' }
const shared = (over = {}) =>
  outgoing.share({ path: '/zzin/Zzphotos', name: 'Zzphotos', with: receiver, url: 'https://zzhome.zz/s/zz', ...over })
const file = (name: string, over = {}) => outgoing.file(name, { path: `/${name}`, ...over })
const sharing: FakeBackend['answers'] = {
  'ui/outgoing': () => ({
    ok: true,
    value: [
      ...shareKinds.map((kind) => shared({ id: kind, kind })),
      shared({
        id: '1',
        hasPassword: true,
        expires: '2026-12-24',
        hideDownload: true,
        label: 'zzlabel',
        note: 'zznote',
      }),
      shared({ id: '2', fileRequest: true, rights: { ...outgoing.viewing, read: false, create: true }, by: 'Zzgrace' }),
      shared({ id: '3', downloadAllowed: false, rights: outgoing.everything, kind: 'link' }),
      shared({ id: '4', otherSide: { host: 'zzoc.zz', insecure: true, delivery: 'unknown', trusted: false } }),
      shared({ id: '5', kind: 'mail', emails: ['zz@zz.zz'], rights: { ...outgoing.viewing, read: false } }),
    ],
  }),
  'ui/share-rules': () => ({ ok: true, value: outgoing.rules() }),
  'ui/files': () => ({
    ok: true,
    value: {
      path: '/',
      entries: [
        file('zzone', { itemType: 'folder', shared: true }),
        file('zztwo', { mayShare: false, received: true }),
      ],
    },
  }),
  'ui/recommended-sharees': () => ({ ok: true, value: [outgoing.sharee({ id: 'zzcarol', label: 'Zzcarol' })] }),
  'ui/suggest-password': () => ({ ok: true, value: 'zzpassword' }),
}
const many = Array.from({ length: 12 }, (_, index) => index)

export const scenes: Scene[] = [
  scene('popup', 'nothing connected', {}),
  scene('popup', 'login under way', { login }),
  scene('popup', 'an address without an account', { homeAddress: { base, host: 'zzhome.zz', product: 'nextcloud' } }),
  scene('popup', 'empty', { accounts: [account()], checkedAt: Date.now() - 200_000 }),
  scene('popup', 'every kind of pending share', {
    accounts,
    pending: [
      pending(),
      pending({ id: '1', insecure: true, outOfReach: 'private', asked: true }),
      pending({ id: '2', outOfReach: 'loopback', failure: trouble }),
      pending({ id: '3', answer: 'accepting' }),
      pending({ id: '4', answer: 'declining' }),
      pending({ id: '5', name: '', owner: '', accountId: 'a2' }),
    ],
  }),
  scene(
    'popup',
    'many pending shares, accepted',
    { accounts: [account()], pending: many.map((index) => pending({ id: `${index}` })) },
    { 'ui/accept': () => ({ ok: true, value: { openUrl: 'https://zzhome.zz/zz' } }) },
  ),
  scene('popup', 'accounts in trouble', {
    accounts: (['signed-out', 'needs-permission', 'offline', 'maintenance', 'ready'] as const).map((state) =>
      account({ id: state, state, failure: trouble }),
    ),
    notices: [
      { id: '1', kind: 'storage-unreadable', item: 'zz' },
      { id: '2', kind: 'storage-full', item: 'zz' },
      { id: '3', kind: 'wiped', host: 'zzhome.zz' },
    ],
  }),
  scene('popup', 'jobs', {
    accounts,
    jobs: [
      job({ id: '1', state: 'asking', note: 'sign-in-at-home' }),
      job({ id: '2', state: 'waiting' }),
      job({ id: '3', state: 'accepting' }),
      job({ id: '4', state: 'needs-password', failure: failure('password-wrong') }),
      job({ id: '5', state: 'mounted', openUrl: 'https://zzhome.zz/zz', note: 'owner-not-told' }),
      job({ id: '6', state: 'mounted', already: true }),
    ],
  }),
  {
    ...scene('popup', 'jobs that failed, in every way there is', {
      accounts: [account()],
      jobs: failureCodes.map((code) => job({ id: code, state: 'failed', failure: failure(code, 'zzdetail') })),
    }),
    still: true,
  },
  scene(
    'popup',
    'on a share page',
    { accounts },
    { 'ui/page': () => ({ link: { base: 'https://zzremote.zz', token: 'zz' }, needsPassword: true }) },
    (backend) => {
      backend.allSites = false
      backend.tab = { id: 1, url: 'https://zzremote.zz/s/zz' }
    },
  ),
  scene(
    'popup',
    'mounted shares',
    {
      accounts,
      mountedChecks,
      mounted: [
        mounted(),
        mounted({ id: '1', trouble: 'unreachable', insecure: true }),
        mounted({ id: '2', trouble: 'dead' }),
        mounted({ id: '3', trouble: 'left' }),
        mounted({ id: '4', leaving: true }),
        mounted({ id: '5', failure: trouble, accountId: 'a2' }),
      ],
      copies: [
        copy({ id: '1', state: 'preparing' }),
        copy({ id: '2', unsure: true, to: '/zzkept/Zzphotos' }),
        copy({ id: '3', state: 'done', openUrl: 'https://zzhome.zz/zz' }),
        copy({ id: '4', state: 'failed', failure: failure('storage-full') }),
      ],
    },
    {
      'ui/files': () => ({
        ok: true,
        value: { path: '/zzin', entries: [file('zzone'), file('zztwo')], free: 12_300_000_000 },
      }),
    },
  ),
  scene('popup', 'no mounted shares', { accounts: [account()], mountedChecks }),
  scene('popup', 'mounted shares that nobody has read', { accounts: [account()] }),
  scene('shares', 'nothing connected', {}),
  scene('shares', 'no answer', { accounts }),
  scene(
    'shares',
    'nothing shared',
    { accounts: [account()] },
    { ...sharing, 'ui/outgoing': () => ({ ok: true, value: [] }) },
  ),
  scene('shares', 'every kind of share', { accounts: [account()] }, sharing),
  scene('share something', 'step by step', { accounts }, sharing),
  scene('welcome', 'before anything', {}),
  scene('welcome', 'connected', { accounts: [account()] }),
  scene('options', 'nothing connected', {}),
  { ...scene('options', 'an address without encryption', {}), types: 'http://192.168.1.5' },
  {
    ...scene('options', 'an address', {}, { 'ui/connect': () => ({ ok: true, value: { next: 'password', base } }) }),
    types: 'zzhome.zz',
  },
  { ...scene('popup', 'a pasted link', { accounts }), types: 'https://zzremote.zz/s/zz' },
  { ...scene('popup', 'something else pasted', { accounts }), types: 'zz' },
  scene('options', 'login under way', { login }),
  scene('options', 'login failed', { login: { ...login, failure: failure('login-expired') } }),
  scene('options', 'an address without an account', { homeAddress: { base, host: 'zzhome.zz', product: 'nextcloud' } }),
  scene(
    'options',
    'accounts',
    {
      accounts: (['ready', 'signed-out', 'needs-permission', 'offline', 'maintenance'] as const).map((state, index) =>
        account({ id: state, state, isDefault: index === 0, callsItself: 'https://zzother.zz', failure: trouble }),
      ),
    },
    {
      'ui/sign-out': () => ({ appPassword: 'not-revoked' }),
      'ui/diagnostics': () => 'zz',
      'ui/sign-in-again': () => ({ ok: true, value: { next: 'password', base } }),
    },
  ),
  scene('options', 'set by an organisation', {
    accounts: [account()],
    settings: {
      ...fake.plainSettings,
      locked: Object.keys(fake.plainSettings.values) as (keyof typeof fake.plainSettings.values)[],
      homeAddress: base,
      homeAddressLocked: true,
      mistakes: ['zzkey'],
    },
  }),
]
