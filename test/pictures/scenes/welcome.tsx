import { WelcomeApp } from '../../../components/welcome/WelcomeApp.tsx'
import { failure } from '../../../lib/domain/failure.ts'
import type { View } from '../../../lib/protocol.ts'
import { account, type FakeBackend, installation, plainSettings } from '../../components/fake-backend.ts'
import { knowing, press, type, type Scene } from '../scene.ts'
import { long } from './long.ts'

/** As after an installation: no permission was given yet. */
const scene = (
  state: string,
  view: Partial<View> = {},
  answers: FakeBackend['answers'] = {},
  ...then: (() => Promise<void>)[]
): Scene => {
  const backend = knowing(view, answers)
  backend.allSites = false
  return {
    name: `welcome/${state}`,
    page: <WelcomeApp installation={{ ...installation, isPinned: async () => false }} />,
    backend,
    begin: async () => {
      for (const deed of then) await deed()
    },
    widths: [1280, 320],
  }
}

const home = 'https://home.example'
const address = () => type('Server address', home)
const show = () => press('Show the button')
const later = () => press('Not now')
const connected = { accounts: [account()] }
const longAccount = account({ displayName: long.person, host: long.host, cloudId: `ada@${long.host}` })

export const welcomeScenes: Scene[] = [
  scene('first'),
  scene(
    'not-a-cloud',
    {},
    { 'ui/connect': () => ({ ok: false, failure: failure('not-a-cloud', 'My blog about bread') }) },
    address,
    () => press('Connect'),
  ),
  scene('password', {}, { 'ui/connect': () => ({ ok: true, value: { next: 'password', base: home } }) }, address, () =>
    press('Connect'),
  ),
  scene('login-waiting', { login: { base: home, loginUrl: '#', deadline: Date.now() + 19 * 60_000 } }),
  scene('connected', connected),
  scene('ready', connected, {}, show),
  scene('ready-refused', { accounts: [longAccount] }, {}, later),
  scene('kept-address', { homeAddress: { base: home, host: 'home.example', product: 'nextcloud' } }, {}, show),
  scene('set-by-an-organisation', {
    ...connected,
    settings: { ...plainSettings, values: { ...plainSettings.values, inPageButton: false } },
  }),
]
