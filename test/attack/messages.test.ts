import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Runtime } from 'webextension-polyfill'
import { route } from '../../lib/browser/router.ts'
import type { MountJob } from '../../lib/domain/mount-job.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { PageCalls, UiCalls } from '../../lib/protocol.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from '../app/clouds.ts'
import { senderOf, World, type Worker } from '../app/world.ts'

const own = 'chrome-extension://homeward/'

vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'homeward', getURL: (path: string) => `chrome-extension://homeward/${path}` } },
}))

let pair: Pair
let world: World
let worker: Worker
let accountId: string
let shareId: string

beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
afterAll(() => pair.clouds.stop())
beforeEach(async () => {
  world = new World()
  worker = world.startWorker()
  accountId = await connectAlice(worker, pair.home)
  pair.remote.writeFile('bob', '/Waiting/x.txt', 'x')
  await pair.remote.sendFederatedShare({ owner: 'bob', path: '/Waiting', shareWith: pair.home.cloudId('alice') })
  await worker.app.refresh(accountId)
  shareId = String(pair.home.remoteShares('alice')[0]?.id)
  pair.home.clearLog()
  pair.remote.clearLog()
})

type Sender = Runtime.MessageSender & { documentId?: string }

const send = (call: unknown, request: unknown, sender: Sender): Promise<unknown> | undefined =>
  route(worker.page, worker.ui)({ call, request }, sender)

/** A content script on a page, as the browser describes it. */
const onPage = (url: string, change: object = {}): Sender =>
  ({ id: 'homeward', url, frameId: 0, tab: { id: 7, active: true }, documentId: 'D', ...change }) as unknown as Sender

const urlOf = ({ base, token }: SharePage): string => `${base}/s/${token}`

/** What comes of a message: whether it was answered, what has changed, who was asked. */
async function outcomeOf(act: () => Promise<unknown> | undefined): Promise<object> {
  const before = JSON.stringify(world.stored)
  const answered = await Promise.resolve(act()).then(
    (answer) => answer !== undefined,
    () => false,
  )
  await new Promise((resolve) => setTimeout(resolve, 5))
  const asked = [...pair.home.log, ...pair.remote.log].map(({ path }) => path)
  return { answered, changed: JSON.stringify(world.stored) !== before, asked, opened: [...world.openedTabs] }
}

const nothing = { answered: false, changed: false, asked: [], opened: [] }

const uiCalls: (keyof UiCalls)[] = [
  'ui/refresh',
  'ui/accept',
  'ui/decline',
  'ui/undo-decline',
  'ui/answer-several',
  'ui/stop-several',
  'ui/connect',
  'ui/cancel-connect',
  'ui/sign-in',
  'ui/sign-in-again',
  'ui/sign-out',
  'ui/set-default',
  'ui/add-link',
  'ui/page',
  'ui/add-page',
  'ui/use-address',
  'ui/open-dialog',
  'ui/job-password',
  'ui/choose-settings',
  'ui/dismiss-notice',
  'ui/diagnostics',
  'ui/dismiss-job',
  'ui/refresh-mounted',
  'ui/unmount',
  'ui/invitation',
  'ui/keep-copy',
  'ui/dismiss-copy',
  'ui/outgoing',
  'ui/share-rules',
  'ui/files',
  'ui/search-files',
  'ui/sharees',
  'ui/recommended-sharees',
  'ui/check-cloud-id',
  'ui/create-share',
  'ui/quick-link',
  'ui/change-share',
  'ui/delete-share',
  'ui/undo-deletion',
  'ui/dismiss-deletion',
  'ui/send-share-mail',
  'ui/suggest-password',
]

const inherited = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__']
const misspelt = ['', ' ', 'UI/ACCEPT', 'ui/accept ', 'ui/', 'page/', 'page/hello\u0000', 'then']

describe('a content script', () => {
  it('knows all the calls there are', () => {
    expect(Object.keys(worker.ui).toSorted()).toEqual(uiCalls.toSorted())
  })

  it.each([...uiCalls, ...inherited, ...misspelt])('is refused "%s"', async (call) => {
    const page = bobsFolder(pair.remote, 'Mine')
    const request = {
      accountId,
      shareId,
      page,
      address: urlOf(page),
      insecureConfirmed: true,
      userName: 'alice',
      password: 'alice-password',
      kind: 'app',
      id: 'x',
      folder: '/',
      refs: [{ accountId, shareId }],
      answer: 'accept',
    }
    expect(await outcomeOf(() => send(call, request, onPage(urlOf(page))))).toEqual(nothing)
  })

  const pageCalls: (keyof PageCalls)[] = ['page/hello', 'page/mount', 'page/accounts', 'page/asked', 'page/job']

  it.each([
    ['in a frame', { frameId: 3 }],
    ['in no tab', { tab: undefined }],
    ['of no frame at all', { frameId: undefined }],
    ['of another extension', { id: 'other' }],
    ['of no extension', { id: undefined }],
  ])('%s is not heard', async (_, change) => {
    const page = bobsFolder(pair.remote, 'Framed')
    for (const call of [...pageCalls, 'page/connect', ...uiCalls]) {
      expect(await outcomeOf(() => send(call, { page, jobId: 'x' }, onPage(urlOf(page), change)))).toEqual(nothing)
    }
  })

  it.each([
    ['a page that is no share page', 'https://blog.example/2026/11/post'],
    ['a page that carries our address', `https://evil.example/?${own}popup.html`],
    ['a page on a host called like us', 'https://chrome-extension.homeward.example/popup.html'],
    ['another extension’s page', 'chrome-extension://homewardx/popup.html'],
    ['a page with our address in its path', `https://evil.example/${own}`],
    ['a data address', `data:text/html,${own}`],
    ['a file', 'file:///s/AbCdEf'],
    ['no address', ''],
  ])('on %s can do nothing', async (_, url) => {
    for (const call of [...pageCalls, 'page/connect', ...uiCalls]) {
      const page = { base: 'https://blog.example', token: 'post' }
      expect(await outcomeOf(() => send(call, { page, jobId: 'x', accountId, shareId }, onPage(url)))).toEqual(nothing)
    }
  })

  it('cannot name another remote or another token than its address does', async () => {
    const page = bobsFolder(pair.remote, 'Honest')
    const claims = [
      { ...page, token: 'AnotherToken123' },
      { ...page, base: pair.home.base },
      { ...page, base: `${page.base}/sub` },
      { ...page, base: page.base.replace('remote.', 'remote.localhost.evil.') },
      { ...page, base: `http://alice@${new URL(page.base).host}.evil.example` },
      { ...page, base: { toString: () => page.base } },
      { ...page, token: { toString: () => page.token } },
      { ...page, base: '//'.repeat(1_000_000) },
    ]
    for (const claim of claims) {
      for (const call of ['page/hello', 'page/mount']) {
        expect(await outcomeOf(() => send(call, { page: claim }, onPage(urlOf(page))))).toEqual(nothing)
      }
    }
  })

  it('cannot see, feed or follow the job of another link', async () => {
    const page = bobsFolder(pair.remote, 'Running')
    const step = await worker.page['page/mount']({ page }, senderOf(page.base, page.token, 'D'))
    const jobId = step.do === 'ask' ? step.jobId : ''
    expect(jobId).not.toBe('')
    await new Promise((resolve) => setTimeout(resolve, 20))
    pair.home.clearLog()
    const other = onPage(urlOf(bobsFolder(pair.remote, 'Other')))
    const answer = { status: 200, body: '{"remoteUrl":"x"}' }
    for (const id of [jobId, 'id0.0', '__proto__', '', undefined, { toString: () => jobId }]) {
      expect(await outcomeOf(() => send('page/asked', { jobId: id, answer, withPassword: false }, other))).toEqual(
        nothing,
      )
      expect(await outcomeOf(() => send('page/job', { jobId: id, seen: 'asking' }, other))).toEqual(nothing)
    }
  })

  it.each([
    null,
    undefined,
    7,
    'ui/accept',
    [],
    {},
    { call: 7 },
    { call: null },
    { call: ['ui/accept'] },
    { call: {} },
  ])('is not heard when it sends %j', async (message) => {
    const page = bobsFolder(pair.remote, 'Nonsense')
    expect(await outcomeOf(() => route(worker.page, worker.ui)(message, onPage(urlOf(page))))).toEqual(nothing)
  })

  it.each([undefined, null, 7, 'text', [], {}, { page: null }, { page: 7 }, { page: {} }])(
    'breaks nothing with the request %j',
    async (request) => {
      const page = bobsFolder(pair.remote, 'Nonsense')
      for (const call of ['page/hello', 'page/mount', 'page/asked', 'page/job']) {
        expect(await outcomeOf(() => send(call, request, onPage(urlOf(page))))).toEqual(nothing)
      }
    },
  )
})

describe('what a page makes up', () => {
  const huge = 'x'.repeat(10_000_000)

  it.each([huge, 7, {}, [], null, { length: 1 }])('is no name and no owner when it is none', async (name) => {
    const page = { ...bobsFolder(pair.remote, 'Made up'), name, owner: name, reason: name, isProtected: name }
    const url = urlOf(page as unknown as SharePage)
    await send('page/mount', { page }, onPage(url))
    const [job] = world.stored['jobs'] as MountJob[]
    expect(job).not.toHaveProperty('name')
    expect(job).not.toHaveProperty('owner')
    expect(job).not.toHaveProperty('isProtected')
    expect(job?.failure).toBeUndefined()
  })

  it('is stored in short, whatever it says the remote answered', async () => {
    const page = bobsFolder(pair.remote, 'Answered')
    const step = (await send('page/mount', { page }, onPage(urlOf(page)))) as { jobId: string }
    for (const answer of [{ status: 'x', body: huge }, { status: 200, body: { toString: 'x' } }, undefined]) {
      const told = { jobId: step.jobId, answer, withPassword: false }
      await send('page/asked', told, onPage(urlOf(page)))?.catch(() => {})
      expect(JSON.stringify(world.stored).length).toBeLessThan(200_000)
    }
  })

  it('changes nothing about where its link leads', async () => {
    const page = bobsFolder(pair.remote, 'Spelling')
    const { host } = new URL(page.base)
    for (const base of [`http://eve:secret@${host}`, `${page.base}/index.php/apps/x`, `https://${host}`]) {
      world.stored['jobs'] = []
      await send('page/mount', { page: { ...page, base } }, onPage(urlOf(page)))?.catch(() => {})
      for (const { link } of world.stored['jobs'] as MountJob[]) expect(link.base).toBe(page.base)
    }
  })
})

describe('what a page learns', () => {
  const secretsOf = (): string[] =>
    Object.values(world.stored['secrets'] as Record<string, { appPassword: string }>).map((each) => each.appPassword)

  it('of the user before a click is only whether there is an account', async () => {
    const page = bobsFolder(pair.remote, 'Curious')
    const greeting = await send('page/hello', { page }, onPage(urlOf(page)))
    expect(greeting).toEqual({ connected: true, several: false })
  })

  it('after a click is the cloud id, and never a secret', async () => {
    const page = bobsFolder(pair.remote, 'Clicked')
    const step = await send('page/mount', { page }, onPage(urlOf(page)))
    expect(step).toMatchObject({ do: 'ask', shareWith: pair.home.cloudId('alice') })
    for (const secret of secretsOf()) expect(JSON.stringify(step)).not.toContain(secret)
  })

  it('is no account where there is nothing to choose', async () => {
    const page = bobsFolder(pair.remote, 'Only one')
    expect(await outcomeOf(() => send('page/accounts', {}, onPage(urlOf(page))))).toEqual(nothing)
  })

  it('of several accounts are their labels, in the tab the user looks at', async () => {
    const page = bobsFolder(pair.remote, 'Several')
    const { ui } = worker
    const mallory = { userName: 'mallory', password: 'mallory-password', kind: 'app' } as const
    const second = await ui['ui/sign-in']({ address: pair.home.base, ...mallory, insecureConfirmed: true })
    // Its first look at the inbox is under way.
    await worker.app.refresh(second.ok ? second.value.id : '')
    const host = new URL(pair.home.base).host
    const labels = await send('page/accounts', {}, onPage(urlOf(page)))
    expect(labels).toMatchObject([{ label: `Alice@${host}` }, { label: `mallory@${host}` }])
    for (const secret of secretsOf()) expect(JSON.stringify(labels)).not.toContain(secret)
    for (const tab of [{ id: 7, active: false }, { id: 7 }, { id: 7, active: 'yes' }]) {
      pair.home.clearLog()
      expect(await outcomeOf(() => send('page/accounts', {}, onPage(urlOf(page), { tab })))).toEqual(nothing)
    }
  })

  it('never includes what other pages do, nor what waits in the inbox', async () => {
    const [one, two] = [bobsFolder(pair.remote, 'One'), bobsFolder(pair.remote, 'Two')]
    await send('page/mount', { page: one }, onPage(urlOf(one)))
    const seen = JSON.stringify(await send('page/hello', { page: two }, onPage(urlOf(two))))
    for (const hidden of ['One', 'Waiting', one.token, accountId]) expect(seen).not.toContain(hidden)
  })
})

describe('our own pages', () => {
  const popup = { id: 'homeward', url: `${own}popup.html` }

  it('reach the UI calls', async () => {
    await expect(send('ui/diagnostics', { withNames: false }, popup)).resolves.toContain('"made"')
  })

  it.each(['page/mount', 'page/hello', ...inherited])('do not reach "%s"', async (call) => {
    expect(await outcomeOf(() => send(call, { page: bobsFolder(pair.remote, 'Own') }, popup))).toEqual(nothing)
  })
})
