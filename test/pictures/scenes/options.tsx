import { OptionsApp } from '../../../components/OptionsApp.tsx'
import { failure } from '../../../lib/domain/failure.ts'
import type { View } from '../../../lib/protocol.ts'
import { account, type FakeBackend, installation, plainSettings } from '../../components/fake-backend.ts'
import { knowing, never, press, type, type Scene } from '../scene.ts'
import { long } from './long.ts'

const scene = (
  state: string,
  view: Partial<View> = {},
  answers: FakeBackend['answers'] = {},
  ...then: (() => Promise<void>)[]
): Scene => ({
  name: `options/${state}`,
  page: <OptionsApp installation={installation} />,
  backend: knowing(view, answers),
  begin: async () => {
    for (const deed of then) await deed()
  },
  widths: [1280, 320],
})

const notAllowed = knowing({ accounts: [account()] })
notAllowed.allSites = false

const home = 'https://home.example'
const address = () => type('Server address', home)

export const optionsScenes: Scene[] = [
  scene('first'),
  scene(
    'address-wrong',
    {},
    {},
    () => type('Server address', 'not an address'),
    () => press('Connect'),
  ),
  scene('connecting', {}, { 'ui/connect': never }, address, () => press('Connect')),
  scene(
    'not-a-cloud',
    {},
    { 'ui/connect': () => ({ ok: false, failure: failure('not-a-cloud', 'My blog about bread') }) },
    address,
    () => press('Connect'),
  ),
  scene(
    'insecure-address',
    {},
    {},
    () => type('Server address', 'http://192.168.1.10'),
    () => press('Connect'),
  ),
  scene('app-password', {}, {}, address, () => press('Use an app password instead')),
  scene('login-waiting', { login: { base: home, loginUrl: '#', deadline: Date.now() + 19 * 60_000 } }),
  scene('login-expired', {
    login: { base: home, loginUrl: '#', deadline: Date.now() - 1, failure: failure('login-expired') },
  }),
  scene('kept-address', { homeAddress: { base: home, host: 'home.example', product: 'nextcloud' } }),
  scene('one-account', { accounts: [account()] }),
  { ...scene('button-not-allowed'), backend: notAllowed },
  scene('accounts', {
    accounts: [
      account(),
      account({ id: 'a2', displayName: long.person, cloudId: `ada@${long.host}`, host: long.host, isDefault: false }),
      account({ id: 'a3', displayName: 'Work', host: 'work.example', isDefault: false, state: 'signed-out' }),
      account({ id: 'a4', displayName: 'Club', host: 'club.example', isDefault: false, state: 'needs-permission' }),
      account({
        id: 'a5',
        displayName: 'Old',
        product: 'owncloud',
        host: 'old.example',
        isDefault: false,
        state: 'offline',
      }),
    ],
  }),
  scene('policy', {
    accounts: [account()],
    settings: {
      ...plainSettings,
      values: { ...plainSettings.values, pollMinutes: 45, pasteBox: false },
      locked: ['pollMinutes', 'pasteBox', 'notifications'],
      homeAddress: home,
      homeAddressLocked: true,
      mistakes: ['pollMinutez'],
    },
  }),
]
