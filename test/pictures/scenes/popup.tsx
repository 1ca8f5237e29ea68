import { PopupApp } from '../../../components/PopupApp.tsx'
import { failure, type FailureCode } from '../../../lib/domain/failure.ts'
import type { JobView, PendingShareView, View } from '../../../lib/protocol.ts'
import { account, FakeBackend, job, pending } from '../../components/fake-backend.ts'
import { knowing, never, press, type, type Scene } from '../scene.ts'
import { long } from './long.ts'

const popup = (state: string, backend: FakeBackend, begin?: Scene['begin']): Scene => ({
  name: `popup/${state}`,
  page: <PopupApp />,
  backend,
  ...(begin ? { begin } : {}),
  widths: [380, 320],
})

const minute = 60_000
const connected = { accounts: [account()], checkedAt: Date.now() - 2 * minute }
const two = [
  account(),
  account({ id: 'a2', displayName: 'Work', cloudId: 'ada@work.example', host: 'work.example', isDefault: false }),
]
const shares: PendingShareView[] = [
  pending({ id: '1', name: 'Holiday photos', firstSeen: Date.now() - 3 * minute }),
  pending({ id: '2', name: long.name, owner: long.person, remote: long.host }),
  pending({ id: '3', name: long.unbroken, owner: 'bob', insecure: true, remote: 'nas.local', outOfReach: 'private' }),
  pending({ id: '4', name: long.arabic, owner: 'نور', asked: true, firstSeen: Date.now() - 9 * 24 * 60 * minute }),
]
const withJob = (over: Partial<JobView>): FakeBackend =>
  knowing({ ...connected, jobs: [job({ name: 'Holiday photos', ...over })] })
const failed = (code: FailureCode, detail?: string): FakeBackend =>
  withJob({ state: 'failed', failure: failure(code, detail), mayTryAgain: true })
const on = (backend: FakeBackend, seen: object = {}): FakeBackend => {
  backend.tab = { id: 1, url: 'https://cloud.example.org/s/abcdefgh' }
  const link = { base: 'https://cloud.example.org', token: 'abcdefgh' }
  backend.answers['ui/page'] = () => ({ link, name: 'Holiday photos', owner: 'Grace', needsPassword: false, ...seen })
  return backend
}
const asking = (view: Partial<View>): FakeBackend => {
  const backend = knowing(view)
  backend.allSites = false
  return backend
}

export const popupScenes: Scene[] = [
  popup('not-connected', new FakeBackend()),
  popup(
    'login-waiting',
    knowing({ login: { base: 'https://home.example', loginUrl: '#', deadline: Date.now() + 19 * minute } }),
  ),
  popup(
    'home-without-account',
    knowing({ homeAddress: { base: 'https://home.example', host: 'home.example', product: 'nextcloud' } }),
  ),
  popup('empty', knowing(connected)),
  popup('empty-offers-button', asking(connected)),
  popup('pending', knowing({ ...connected, pending: shares })),
  popup('pending-first-look', knowing({ accounts: [account()] }, { 'ui/refresh': never })),
  popup(
    'pending-answers',
    knowing(
      {
        ...connected,
        pending: [
          pending({ id: '1', answer: 'accepting' }),
          pending({ id: '2', name: 'Minutes', answer: 'declining' }),
          pending({ id: '3', name: 'Budget.ods', failure: failure('home-maintenance') }),
          pending({ id: '4', name: 'Tickets' }),
        ],
      },
      { 'ui/accept': () => ({ ok: true, value: { openUrl: 'https://home.example/f/4' } }) },
    ),
    () => press('Accept'),
  ),
  popup(
    'pending-of-two-accounts',
    knowing({ ...connected, accounts: two, pending: [...shares.slice(0, 2), pending({ id: '9', accountId: 'a2' })] }),
  ),
  popup(
    'pending-many-searched',
    knowing({
      ...connected,
      pending: Array.from({ length: 40 }, (_, at) => pending({ id: String(at), name: `Minutes ${at + 1}` })),
    }),
    () => type('Search', '1'),
  ),
  popup('several-chosen', knowing({ ...connected, pending: shares }), () => press('Choose several')),
  popup('on-share-page', on(knowing({ ...connected, pending: shares.slice(0, 1) }))),
  popup('on-share-page-with-password', on(knowing(connected), { needsPassword: true })),
  popup('on-share-page-that-cannot', on(knowing(connected), { failure: failure('link-upload-only') })),
  popup('paste-no-link', knowing(connected), async () => {
    await type('Paste a share link', 'https://example.org/index.html')
    await press('Add')
  }),
  popup('job-asking', withJob({ state: 'asking' })),
  popup('job-waiting', withJob({ state: 'waiting', name: long.name })),
  popup('job-accepting', withJob({ state: 'accepting' })),
  popup('job-sign-in-at-home', withJob({ state: 'asking', note: 'sign-in-at-home' })),
  popup('job-password', withJob({ state: 'needs-password' })),
  popup('job-password-wrong', withJob({ state: 'needs-password', failure: failure('password-wrong') })),
  popup('job-mounted', withJob({ state: 'mounted', openUrl: 'https://home.example/f/1' })),
  popup('job-already', withJob({ state: 'mounted', already: true, openUrl: 'https://home.example/f/1' })),
  popup('job-failed-permission', failed('home-permission-missing')),
  popup('job-failed-refused', failed('remote-refused', 'Storage is temporarily not available (quota of “alice”)')),
  popup('job-failed-final', failed('pair-unsupported')),
  popup('account-signed-out', knowing({ ...connected, accounts: [account({ state: 'signed-out' })] })),
  popup('account-needs-permission', knowing({ ...connected, accounts: [account({ state: 'needs-permission' })] })),
  popup(
    'accounts-in-trouble',
    knowing({
      ...connected,
      accounts: [
        account({ state: 'offline', host: long.host }),
        account({ id: 'a2', host: 'work.example', state: 'maintenance', isDefault: false }),
      ],
      pending: shares.slice(0, 1),
    }),
  ),
  popup('notices', knowing({ ...connected, notices: [{ id: '1', kind: 'wiped', host: 'work.example' }] })),
]
