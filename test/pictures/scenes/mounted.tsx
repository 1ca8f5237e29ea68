import { PopupApp } from '../../../components/PopupApp.tsx'
import { failure } from '../../../lib/domain/failure.ts'
import type { View } from '../../../lib/protocol.ts'
import { account, copy, type FakeBackend, mounted } from '../../components/fake-backend.ts'
import { file } from '../../components/outgoing-fixtures.ts'
import { knowing, never, press, type Scene } from '../scene.ts'
import { long } from './long.ts'

const checks = [{ accountId: 'a1', checkedAt: Date.now() - 120_000, slow: false }]

const scene = (
  state: string,
  view: Partial<View>,
  answers: FakeBackend['answers'] = {},
  ...then: (() => Promise<void>)[]
): Scene => ({
  name: `mounted/${state}`,
  page: <PopupApp />,
  backend: knowing({ accounts: [account()], mountedChecks: checks, ...view }, answers),
  begin: async () => {
    await press('Mounted')
    for (const deed of then) await deed()
  },
  widths: [380, 320],
})

const shares = [
  mounted({ id: '1' }),
  mounted({
    id: '2',
    name: long.name,
    mountpoint: `/Projects/2026/${long.name}`,
    owner: long.person,
    remote: long.host,
  }),
  mounted({ id: '3', mountpoint: `/${long.unbroken}`, insecure: true, remote: 'nas.local' }),
]
const folders = ['Archive', 'Documents', 'Photos', long.unbroken]

export const mountedScenes: Scene[] = [
  scene('empty', {}),
  scene('checking', { mounted: shares.slice(0, 1) }, { 'ui/refresh-mounted': never }),
  scene('list', { mounted: shares }),
  scene('list-could-not-be-read', {
    mounted: shares.slice(0, 1),
    mountedChecks: [
      { accountId: 'a1', checkedAt: Date.now() - 7_200_000, slow: true, failure: failure('home-unreachable') },
    ],
  }),
  scene('trouble', {
    mounted: [
      mounted({ id: '1', trouble: 'dead' }),
      mounted({ id: '2', mountpoint: '/Minutes', trouble: 'unreachable' }),
      mounted({ id: '3', mountpoint: '/Leaving', leaving: true }),
      mounted({ id: '4', mountpoint: '/Refused', failure: failure('server-error', 'Internal Server Error') }),
    ],
  }),
  scene('unmount-question', { mounted: shares }, {}, () => press('Unmount')),
  scene(
    'keep-a-copy',
    { mounted: shares.slice(0, 1) },
    {
      'ui/files': () => ({
        ok: true,
        value: { path: '/', entries: folders.map((name) => file(name)), free: 12_345_678_901 },
      }),
    },
    () => press('Keep a copy'),
  ),
  scene(
    'keep-a-copy-folder-fails',
    { mounted: shares.slice(0, 1) },
    { 'ui/files': () => ({ ok: false, failure: failure('home-unreachable') }) },
    () => press('Keep a copy'),
  ),
  scene('copies', {
    mounted: shares.slice(0, 1),
    copies: [
      copy({ id: '1', state: 'copying' }),
      copy({ id: '2', name: long.name, state: 'copying', unsure: true }),
      copy({ id: '3', name: 'Minutes', state: 'done', to: '/Kept/Minutes', openUrl: 'https://home.example/f/3' }),
      copy({ id: '4', name: 'Budget', state: 'failed', failure: failure('copy-incomplete') }),
    ],
  }),
]
