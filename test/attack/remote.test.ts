import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCloud } from '../../lib/cloud/create-cloud.ts'
import { displayName } from '../../lib/domain/display-name.ts'
import { parsePublicLink, sameBase } from '../../lib/domain/public-link.ts'
import { openUrl } from '../../lib/domain/received-share.ts'
import { parseServerAddress } from '../../lib/domain/server-address.ts'
import { bobsFolder, connectAlice, startPair, type Pair } from '../app/clouds.ts'
import { Visitor } from '../app/visitor.ts'
import { viewOfWorld } from '../app/view-of-world.ts'
import { senderOf, World, type Worker } from '../app/world.ts'
import { basic, call, formBody } from '../cloud-server/http/call.ts'

let pair: Pair
let world: World
let worker: Worker
let accountId: string

beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
afterAll(() => pair.clouds.stop())
beforeEach(async () => {
  for (const { id } of pair.home.remoteShares('alice')) {
    const headers = { ...basic('alice', 'alice-password'), 'OCS-APIRequest': 'true' }
    await call('DELETE', `${pair.home.base}/ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending/${id}`, {
      headers,
    })
  }
  pair.home.faults.clear()
  pair.remote.faults.clear()
  world = new World()
  worker = world.startWorker()
  accountId = await connectAlice(worker, pair.home)
  await worker.app.refresh(accountId)
})

/** A share as any stranger on the internet can deliver one. */
async function deliver(fields: Record<string, string>): Promise<void> {
  const all = { shareWith: 'alice', token: 't', remoteId: '1', owner: 'bob', ...fields }
  const { headers, body } = formBody(all)
  const reply = await call('POST', `${pair.home.base}/ocs/v2.php/cloud/shares`, {
    headers: { ...headers, 'OCS-APIRequest': 'true' },
    body: body ?? '',
  })
  expect(reply.status).toBe(200)
}

const view = () => viewOfWorld(world)

/** Addresses that look like the remote's to a person, or to a sloppy comparison. */
const lookAlikes = (base: string): string[] => {
  const { host, hostname, port } = new URL(base)
  return [
    `http://${hostname}.evil.localhost:${port}`,
    `http://evil-${host}`,
    `http://${hostname}:${Number(port) + 1}`,
    `http://${hostname}`,
    `http://${host}@evil.localhost`,
    `http://${host}:secret@evil.localhost`,
    `http://evil.localhost/${host}`,
    `http://evil.localhost#${host}`,
    `http://evil.localhost?${base}`,
    `${base}/sub`,
    `http://${hostname.replace('o', '\u043e')}:${port}`,
    `http://${hostname.replace('e', '\u0435')}:${port}`,
    `http://${hostname}.:${port}`,
    `http:\\\\evil.localhost\\${host}`,
  ]
}

describe('a remote that is not the one it looks like', () => {
  it.each(lookAlikes('http://remote.localhost:1234').map((address, index) => [address, index] as const))(
    '%s is another server',
    (address) => {
      expect(sameBase(address, 'http://remote.localhost:1234')).toBe(false)
    },
  )

  it('gets none of its shares accepted, though they arrive just when one is awaited', async () => {
    const page = { ...bobsFolder(pair.remote, 'Photos'), owner: 'bob' }
    const decoys = lookAlikes(pair.remote.base)
    const visitor = new Visitor(world, worker)
    // The remote says yes and sends nothing; all the others do.
    pair.remote.faults.add({ path: /createFederatedShare/, status: 200, body: '{"remoteUrl":"x"}' })
    const sender = senderOf(page.base, page.token)
    await worker.page['page/mount']({ page }, sender)
    for (const remote of decoys) await deliver({ remote, name: 'Photos' })
    const job = await visitor.click(page)
    expect(['failed', 'waiting']).toContain(job.state)
    expect(pair.home.remoteShares('alice').filter(({ accepted }) => accepted)).toEqual([])
    expect(pair.home.remoteShares('alice')).toHaveLength(decoys.length)
  })

  it('makes the job stop rather than guess when two are alike to the last letter', async () => {
    const page = { ...bobsFolder(pair.remote, 'Twins'), owner: 'bob' }
    pair.remote.faults.add({ path: /createFederatedShare/, status: 200, body: '{"remoteUrl":"x"}' })
    await worker.page['page/mount']({ page }, senderOf(page.base, page.token))
    for (const remoteId of ['1', '2']) await deliver({ remote: pair.remote.base, name: 'Twins', remoteId })
    const job = await new Visitor(world, worker).click(page)
    expect(job).toMatchObject({ state: 'failed', failure: { code: 'arrival-ambiguous' } })
    expect(pair.home.remoteShares('alice').filter(({ accepted }) => accepted)).toEqual([])
  })

  it('shows in the inbox, in Latin letters, where it leads to, and never begins like another', async () => {
    const reordered = [`${pair.remote.base}/\u202eexe`, 'http://evil.localhost/\u2066a\u200b', 'evil\u202e.localhost']
    const remotes = [...lookAlikes(pair.remote.base), ...reordered]
    for (const [index, remote] of remotes.entries()) await deliver({ remote, name: `${index}` })
    await worker.app.refresh(accountId)
    const shown = view().pending.map(({ name, remote }) => ({ shown: remote, remote: remotes[Number(name)] ?? '' }))
    expect(shown).toHaveLength(remotes.length)
    for (const { shown: text, remote } of shown) {
      expect(text).toMatch(/^[\x21-\x7e\ufffd]+$/)
      expect(text).not.toBe(new URL(pair.remote.base).host)
      if (URL.canParse(remote)) expect(text.split('/')[0]).toBe(new URL(remote).host)
    }
  })

  it('with a name too long to be read in a notification is answered in the inbox', async () => {
    const remote = `http://${'cloud.example.org.'.repeat(5)}evil.localhost`
    const owner = 'bob on cloud.example.org'.padEnd(250, ' and so on')
    await deliver({ remote, name: 'Long', owner })
    await worker.app.refresh(accountId)
    await deliver({ remote: 'http://evil.localhost', name: 'Short', owner })
    await worker.app.refresh(accountId)
    const [long, short] = [...world.notifications.values()]
    expect(long?.message).toContain(new URL(remote).host)
    expect(long?.buttons).toBeUndefined()
    // The server stands within what every system shows.
    expect(short?.message.slice(0, 80)).toContain('evil.localhost')
    expect(short?.buttons).toHaveLength(2)
  })
})

const envelope = (data: string): string =>
  `<?xml version="1.0"?><ocs><meta><statuscode>200</statuscode></meta><data>${data}</data></ocs>`
const row = (fields: Record<string, string>): string => {
  const all = { id: '1', remote: 'http://r.localhost', name: '/n', owner: 'o', ...fields }
  return `<element>${Object.entries(all)
    .map(([key, text]) => `<${key}>${text}</${key}>`)
    .join('')}</element>`
}
const pendingPath = /remote_shares\/pending$/

describe('an answer made to harm', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">${Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]>${envelope('&a30;')}`
  it.each([
    ['an entity bomb', bomb],
    ['an external entity', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${envelope(row({ name: '&f;' }))}`],
    ['deep nesting', envelope('<a>'.repeat(200_000) + '</a>'.repeat(200_000))],
    ['a million rows without an id', envelope('<element/>'.repeat(300_000))],
    ['a million attributes', envelope(`<element ${'a="b" '.repeat(300_000)}/>`)],
    ['a comment that never ends', `<?xml version="1.0"?><!--${'-'.repeat(2_000_000)}`],
    ['a tag that never ends', `<ocs ${' '.repeat(2_000_000)}`],
    ['ampersands', envelope(row({ id: '', name: '&'.repeat(1_000_000) }))],
  ])(
    '%s is read in no time, changes nothing and is named',
    async (_, body) => {
      await deliver({ remote: pair.remote.base, name: 'Known' })
      await worker.app.refresh(accountId)
      pair.home.faults.add({ path: pendingPath, status: 200, contentType: 'application/xml', body })
      const started = performance.now()
      await worker.app.refresh(accountId)
      expect(performance.now() - started).toBeLessThan(8_000)
      expect(view().pending.map(({ name }) => name)).toEqual(['Known'])
      expect(['answer-unreadable', 'server-error']).toContain(view().accounts[0]?.failure?.code)
    },
    20_000,
  )

  it.each([
    '../../../cloud/user',
    '1/../../x',
    '1?format=json',
    '1#x',
    '%2e%2e%2f1',
    '..',
    '.',
    ' ',
    '1\n2',
    '\u202e1',
  ])('an id such as %j reaches nothing but its own share', async (id) => {
    pair.home.faults.add({
      path: pendingPath,
      status: 200,
      contentType: 'application/xml',
      body: envelope(row({ id })),
    })
    await worker.app.refresh(accountId)
    const shareId = view().pending[0]?.id
    pair.home.clearLog()
    if (shareId !== undefined) {
      await worker.ui['ui/accept']({ accountId, shareId })
      await worker.ui['ui/unmount']({ accountId, shareId })
    }
    for (const { path } of pair.home.log.filter(({ method }) => method !== 'GET')) {
      expect(path).toMatch(/\/remote_shares\/(?:pending\/)?[^/]+$/)
      expect(path).not.toMatch(/\/\.{1,2}(?:\/|$)/)
    }
  })

  it('a path of slashes without end does not keep the background busy', () => {
    const slashes = '/'.repeat(2_000_000)
    const started = performance.now()
    for (const address of [`http://r.localhost${slashes}x`, `http://r.localhost/${'a/'.repeat(1_000_000)}x/s/T`]) {
      sameBase(address, `${address}y`)
      parsePublicLink(address)
      parseServerAddress(address)
      displayName(address)
    }
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('a remote of two million slashes is no share', async () => {
    const remote = `http://r.localhost${'/'.repeat(2_000_000)}x`
    const body = envelope(row({ remote }) + row({ id: '2', name: '/fine' }))
    pair.home.faults.add({ path: pendingPath, status: 200, contentType: 'application/xml', body })
    const started = performance.now()
    await worker.app.refresh(accountId)
    expect(performance.now() - started).toBeLessThan(8_000)
    expect(view().pending.map(({ name }) => name)).toEqual(['fine'])
  }, 20_000)
})

describe('addresses in answers', () => {
  const hostile = [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    '//evil.example/x',
    'https://evil.example/login',
    'http://home.localhost@evil.example/',
    'vbscript:x',
    'chrome-extension://homeward/popup.html',
    'file:///etc/passwd',
    '\u0000javascript:alert(1)',
    'java\nscript:alert(1)',
  ]

  it.each(hostile)('a login page at %j is never opened', async (login) => {
    const body = JSON.stringify({ poll: { token: 'T', endpoint: 'https://evil.example/poll' }, login })
    pair.home.faults.add({ path: '/index.php/login/v2', status: 200, contentType: 'application/json', body })
    const step = await worker.ui['ui/connect']({ address: pair.home.base, insecureConfirmed: true })
    expect(step).toMatchObject({ ok: false, failure: { code: 'not-a-cloud' } })
    expect(world.openedTabs).toEqual([])
  })

  it.each(hostile)('a grant that names %j as its server sends the app password nowhere else', async (server) => {
    const { base } = pair.home
    const body = JSON.stringify({ server, loginName: 'alice', appPassword: 'p' })
    const fetcher = async () => new Response(body, { headers: { 'Content-Type': 'application/json' } })
    const cloud = createCloud({ fetch: fetcher as typeof fetch, base })
    expect(await cloud.login.poll('T')).toMatchObject({ ok: true, value: { server: base } })
  })

  it.each([...hostile, '/../../evil', '/a?dir=/b#c', '/\u202e', '\\\\evil\\x'])(
    'a mountpoint %j opens nothing but the home',
    (mountpoint) => {
      const share = { id: '1', remote: 'http://r', name: 'n', owner: 'o', accepted: true, mountpoint }
      for (const kind of ['folder', 'file'] as const) {
        for (const fileId of ['7', '../x', 'javascript:alert(1)', '7?x#y']) {
          const url = new URL(openUrl('https://home.example/sub', { ...share, kind, fileId }))
          expect(url.origin).toBe('https://home.example')
          expect(url.pathname).toMatch(/^\/sub\/index\.php\/(?:apps\/files\/$|f\/)/)
          expect(url.hash).toBe('')
        }
      }
    },
  )

  it.each(hostile)('a remote called %j is shown as text, and nothing is followed', async (remote) => {
    const body = envelope(row({ remote: remote.replaceAll('\u0000', '').replace(/[<>&]/g, '') }))
    pair.home.faults.add({ path: pendingPath, status: 200, contentType: 'application/xml', body })
    await worker.app.refresh(accountId)
    expect(view().pending).toHaveLength(1)
    expect(world.openedTabs).toEqual([])
  })
})

describe('names made to deceive', () => {
  it.each([
    ['photo\u202egnp.exe', 'photo\ufffdgnp.exe'],
    ['a\u200bb\u2060c\ufeffd', 'a\ufffdb\ufffdc\ufffdd'],
    ['\u2066\u2067x\u2069', '\ufffd\ufffdx\ufffd'],
    ['one\u2028two\nthree', 'one two three'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j is shown as %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })

  it('of 10 MB are cut at once', () => {
    const started = performance.now()
    for (const piece of ['x', '\u202e', '\u0301', '\u200d', '\ud800', '😀']) {
      expect([...displayName(piece.repeat(10_000_000 / piece.length))].length).toBeLessThanOrEqual(301)
    }
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
