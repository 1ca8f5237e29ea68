import { PopupApp } from '../../../components/PopupApp.tsx'
import { SharesApp } from '../../../components/SharesApp.tsx'
import { failure } from '../../../lib/domain/failure.ts'
import type { OutgoingShareView, View } from '../../../lib/protocol.ts'
import { account, type FakeBackend } from '../../components/fake-backend.ts'
import * as given from '../../components/outgoing-fixtures.ts'
import { knowing, never, press, type, type Scene } from '../scene.ts'
import { long } from './long.ts'

const longPath = `/Work/2026/${long.name}`
const longItem = { path: longPath, name: long.name, itemType: 'file' as const }
const shares: OutgoingShareView[] = [
  given.link({
    expires: '2026-12-24',
    hasPassword: true,
    label: 'For the club',
    note: 'Please choose ten.\nThank you!',
  }),
  given.share(),
  given.share({ id: '3', kind: 'user', with: { id: 'carol', label: 'Carol Home' }, rights: given.everything }),
  given.share({
    ...longItem,
    id: '4',
    with: { id: `max@${long.host}`, label: `max@${long.host}` },
    otherSide: { host: long.host, insecure: true, lookAlike: true, delivery: 'unknown', trusted: false },
  }),
  given.link({ ...longItem, id: '5', label: long.unbroken, hideDownload: true, by: long.person }),
  given.link({
    id: '6',
    path: `/${long.arabic}`,
    name: long.arabic,
    fileRequest: true,
    rights: { ...given.viewing, read: false, create: true },
  }),
  given.link({
    id: '7',
    kind: 'mail',
    path: '/Minutes.odt',
    name: 'Minutes.odt',
    itemType: 'file',
    with: { id: 'dora@mail.example', label: 'dora@mail.example' },
    emails: ['dora@mail.example', 'emil@mail.example'],
  }),
]
const entries = [
  given.file('Archive', { shared: true }),
  given.file('Photos'),
  given.file('Minutes.odt'),
  given.file('Not mine', { mayShare: false, received: true }),
  given.file(long.unbroken),
  given.file(long.name),
]
const answers: FakeBackend['answers'] = {
  'ui/outgoing': () => ({ ok: true, value: shares }),
  'ui/share-rules': () => ({ ok: true, value: given.rules() }),
  'ui/files': ({ path }) => ({ ok: true, value: { path, entries } }),
  'ui/search-files': () => ({
    ok: true,
    value: { state: 'found', found: [given.file(long.name, { path: longPath })] },
  }),
  'ui/recommended-sharees': () => ({
    ok: true,
    value: [given.sharee(), given.sharee({ kind: 'group', id: 'staff', label: 'Staff' })],
  }),
  'ui/sharees': () => ({
    ok: true,
    value: {
      state: 'found',
      found: [
        given.sharee({ label: long.person, detail: 'max@mail.example' }),
        given.sharee({ kind: 'remote', id: `max@${long.host}`, label: 'max', host: long.host }),
        given.sharee({ kind: 'team', id: 'band', label: 'Band' }),
      ],
    },
  }),
  'ui/check-cloud-id': () => ({ ok: true, value: given.checked() }),
  'ui/suggest-password': () => ({ ok: true, value: 'Kale-ruin-44-owl' }),
  'ui/create-share': () => ({ ok: true, value: { share: shares[0] as OutgoingShareView } }),
}

type Deed = () => Promise<void>

const scene = (state: string, over: FakeBackend['answers'] = {}, view: Partial<View> = {}, ...then: Deed[]): Scene => ({
  name: `shares/${state}`,
  page: <SharesApp create={state.startsWith('create')} />,
  backend: knowing({ accounts: [account()], ...view }, { ...answers, ...over }),
  begin: async () => {
    for (const deed of then) await deed()
  },
  widths: [1280, 320],
})

const inPopup = (state: string, ...then: Deed[]): Scene => ({
  ...scene(state, {}, {}, () => press('Shared by me'), ...then),
  name: `outgoing/${state}`,
  page: <PopupApp />,
  widths: [380, 320],
})

const going = { accountId: 'a1', kind: 'link', path: '/Work/Holiday photos' } as const
const file = () => press('Minutes.odt')
const receiver = (text: string) => () => type('Name or cloud ID', text)
const choose = (text: string) => () => press(text)
/** What is typed is looked for a moment later. */
const found = () => new Promise<void>((resolve) => setTimeout(resolve, 450))
const choosesBob: Deed[] = [file, receiver('bob@remote.example'), found, choose('bob')]
/** Where an address with an @ can only be a cloud id. */
const withoutMail: FakeBackend['answers'] = {
  'ui/share-rules': () => {
    const { mail: _, ...kinds } = given.rules().kinds
    return { ok: true, value: given.rules({ kinds }) }
  },
}
const twoAccounts = [
  account(),
  account({ id: 'a2', displayName: long.person, host: long.host, cloudId: `max@${long.host}`, isDefault: false }),
]

export const sharesScenes: Scene[] = [
  scene('not-connected', {}, { accounts: [] }),
  scene('checking', { 'ui/outgoing': never }),
  scene('empty', { 'ui/outgoing': () => ({ ok: true, value: [] }) }),
  scene('list', {}, { accounts: twoAccounts }),
  scene('list-could-not-be-read', { 'ui/outgoing': () => ({ ok: false, failure: failure('home-unreachable') }) }),
  scene('list-searched-in-vain', {}, {}, () => type('Search files and people', 'zebra')),
  scene('signed-out', {}, { accounts: [account({ state: 'signed-out' })] }),
  scene(
    'stopped',
    {},
    {
      deletions: [
        { ...going, shareId: '2', undoUntil: Date.now() + 8000 },
        { ...going, shareId: '1' },
        { ...going, shareId: '3', failure: failure('server-error', 'Internal Server Error') },
      ],
    },
  ),
  scene('qr-code', {}, {}, () => press('QR code')),
  scene('edit', {}, {}, () => press('Edit')),
  scene(
    'edit-link',
    {},
    {},
    choose('Links'),
    () => press('Edit'),
    () => press('One by one…'),
  ),
  scene(
    'edit-refused',
    {
      'ui/change-share': () => ({
        ok: false,
        field: 'note',
        changed: [],
        failure: failure('share-not-accepted', 'Maximum note length exceeded'),
      }),
    },
    {},
    () => press('Edit'),
    () => type('Note', 'A note that is too long for this server'),
    () => press('Save'),
  ),
  scene('create'),
  scene('create-loading', { 'ui/files': never }),
  scene('create-nothing-there', { 'ui/files': ({ path }) => ({ ok: true, value: { path, entries: [] } }) }),
  scene('create-no-answer', { 'ui/files': () => ({ ok: false, failure: failure('home-unreachable') }) }),
  scene('create-searched', {}, {}, () => type('Search your files', 'Abschluss'), found),
  scene('create-receiver', {}, {}, file),
  scene('create-receiver-found', {}, {}, file, receiver('max'), found),
  scene(
    'create-receiver-nobody',
    { 'ui/sharees': () => ({ ok: true, value: { state: 'found', found: [] } }) },
    {},
    file,
    receiver('zebra'),
    found,
  ),
  scene('create-options-remote', withoutMail, {}, ...choosesBob),
  scene(
    'create-options-remote-unchecked',
    {
      ...withoutMail,
      'ui/check-cloud-id': () => ({
        ok: true,
        value: given.checked({ state: 'unchecked', insecure: true, lookAlike: true, outOfReach: 'private' }),
      }),
    },
    {},
    ...choosesBob,
  ),
  scene('create-options-request', {}, {}, () => press('Share'), choose('File request: others put files in')),
  scene('create-options-protected', {}, {}, file, choose('Link with password and last day')),
  scene(
    'create-options-refused',
    {
      'ui/create-share': () => ({
        ok: false,
        field: 'password',
        failure: failure('share-not-accepted', 'Password needs to be at least 10 characters long.'),
      }),
    },
    {},
    file,
    choose('Link with password and last day'),
    choose('Create and copy link'),
  ),
  scene('create-made', {}, {}, file, choose('Link with password and last day'), choose('Create and copy link')),
  scene(
    'create-made-in-part',
    {
      'ui/create-share': () => ({
        ok: true,
        value: {
          share: given.link(longItem),
          refused: { field: 'label', failure: failure('share-not-accepted', 'Label is too long') },
        },
      }),
    },
    {},
    file,
    choose('Link with other options'),
    choose('Create and copy link'),
  ),
  inPopup('list'),
  inPopup('edit', () => press('Edit')),
  inPopup('qr-code', () => press('QR code')),
  inPopup('create', () => press('Share a file…')),
  inPopup('create-receiver', () => press('Share a file…'), file),
  inPopup('create-options', () => press('Share a file…'), ...choosesBob),
]
