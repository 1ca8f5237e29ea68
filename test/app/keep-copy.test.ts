import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ownFolders } from '../../components/mounted/own-folders.ts'
import type { CopyView } from '../../lib/protocol.ts'
import { stage, type Stage } from './mounts.ts'

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe.each(['nextcloud-32', 'owncloud-10'] as const)('keeping a copy on %s', (product) => {
  let s: Stage
  let shareId: string
  beforeEach(async () => {
    s = await stage(product, 'nextcloud-32')
    await s.send('Photos')
    shareId = await s.accept('Photos')
    s.home.writeFile('alice', '/Kept/old.txt', 'old')
  })
  afterEach(() => s.clouds.stop())

  /** Begins a copy and waits until it rests. */
  async function keep(folder: string, id = shareId): Promise<CopyView> {
    const begun = await s.worker.ui['ui/keep-copy']({ accountId: s.accountId, shareId: id, folder })
    if (!begun.ok) throw new Error(begun.failure.code)
    await s.worker.app.runCopy(begun.value.id)
    const copy = s.view().copies.find((one) => one.id === begun.value.id)
    if (!copy) throw new Error('no such copy')
    return copy
  }
  const copies = () => s.home.log.filter(({ method }) => method === 'COPY')
  const at = (path: string) => s.home.listFolder('alice', path)

  test('a folder goes into the chosen folder, and stays when the owner takes the share back', async () => {
    const copy = await keep('/Kept')
    expect(copy).toMatchObject({ state: 'done', to: '/Kept/Photos', unsure: false })
    expect(copy.openUrl).toBe(`${s.home.base}/index.php/apps/files/?dir=%2FKept%2FPhotos`)
    s.remote.removeFile('bob', '/Photos')
    await s.worker.ui['ui/refresh-mounted']({})
    expect(decode(await s.home.readFile('alice', '/Kept/Photos/hello.txt'))).toBe('hello from Photos')
  })

  test('a file is copied with its name, and opened by its id', async () => {
    s.remote.writeFile('bob', '/report.pdf', 'pages')
    await s.remote.sendFederatedShare({ owner: 'bob', path: '/report.pdf', shareWith: s.home.cloudId('alice') })
    const id = await s.accept('report.pdf')
    const copy = await keep('/', id)
    expect(copy).toMatchObject({ state: 'done', to: '/report (2).pdf' })
    expect(copy.openUrl).toMatch(/\/index\.php\/f\/\d+$/)
    expect(decode(await s.home.readFile('alice', '/report (2).pdf'))).toBe('pages')
  })

  test('a name that is taken gets a number, and so does one that is taken meanwhile', async () => {
    expect((await keep('/')).to).toBe('/Photos (2)')
    s.home.writeFile('alice', '/Kept/photos/x', '')
    expect((await keep('/Kept')).to).toBe('/Kept/Photos (2)')
    const precondition = '<d:error xmlns:d="DAV:"><s:message xmlns:s="s">exists</s:message></d:error>'
    s.home.faults.add({ method: 'COPY', path: /./, status: 412, body: precondition, contentType: 'application/xml' })
    expect(await keep('/Kept')).toMatchObject({ state: 'done', to: '/Kept/Photos (3)' })
    s.home.faults.add({ method: 'COPY', path: /./, status: 412, body: precondition, times: Infinity })
    expect(await keep('/Kept')).toMatchObject({ state: 'failed', failure: { code: 'name-taken' } })
    expect(await at('/Kept')).toEqual(['Photos (2)', 'Photos (3)', 'old.txt', 'photos'])
  })

  test('is refused before anything is copied when the space is short', async () => {
    s.remote.writeFile('bob', '/Photos/deep/er/big.bin', 'x'.repeat(1000))
    s.home.settings.freeBytes = 1000
    expect(await keep('/Kept')).toMatchObject({ state: 'failed', failure: { code: 'storage-full' } })
    expect(copies()).toEqual([])
    s.home.settings.freeBytes = 1017
    expect(await keep('/Kept')).toMatchObject({ state: 'done' })
    // The failed attempt is not listed beside the one that worked.
    expect(s.view().copies).toHaveLength(1)
  })

  test('what the server refuses is said', async () => {
    const error = (status: number, message: string) => ({
      method: 'COPY',
      path: /./,
      status,
      body: `<d:error xmlns:d="DAV:" xmlns:s="s"><s:exception>E</s:exception><s:message>${message}</s:message></d:error>`,
    })
    s.home.faults.add(error(507, 'Insufficient space'))
    expect((await keep('/Kept')).failure?.code).toBe('storage-full')
    s.home.faults.add(error(403, 'no'))
    expect((await keep('/Kept')).failure).toEqual({ code: 'home-refused', detail: 'no' })
    s.home.faults.add(error(503, 'Storage is temporarily not available'))
    expect((await keep('/Kept')).failure?.code).toBe('remote-unreachable-from-home')
    expect((await keep('/nowhere')).failure?.code).toBe('folder-gone')
    s.remote.removeFile('bob', '/Photos')
    expect((await keep('/Kept')).failure?.code).toBe('share-gone')
    expect(await at('/Kept')).toEqual(['old.txt'])
  })

  test('that broke off leaves what it had, and the user is told', async () => {
    const error = '<d:error xmlns:d="DAV:" xmlns:s="s"><s:message>broken</s:message></d:error>'
    s.home.faults.add({ method: 'COPY', path: /./, before: false, status: 500, body: error })
    expect((await keep('/Kept')).failure).toEqual({ code: 'copy-incomplete', detail: 'broken' })
  })

  test.each([
    ['a dropped connection', { drop: true }],
    ['a proxy that gave up', { status: 504, body: '<html>Gateway Time-out</html>', contentType: 'text/html' }],
  ])('after %s looks whether the copy is there, and never copies twice', async (_, fault) => {
    s.home.faults.add({ method: 'COPY', path: /./, before: false, ...fault })
    const copy = await keep('/Kept')
    expect(copy).toMatchObject({ state: 'copying', unsure: true })
    await s.world.wait(s.worker, 31_000)
    expect(s.view().copies).toMatchObject([{ state: 'done', to: '/Kept/Photos' }])
    expect(copies()).toHaveLength(1)
    expect(s.world.alarms.has(`copy:${copy.id}`)).toBe(false)
  })

  test('that was never heard ends by saying so', async () => {
    s.home.faults.add({ method: 'COPY', path: /./, drop: true })
    await keep('/Kept')
    for (let look = 0; look < 35; look++) await s.world.wait(s.worker, 31_000)
    expect(s.view().copies).toMatchObject([{ state: 'failed', failure: { code: 'copy-lost' } }])
    expect(copies()).toHaveLength(1)
  })

  test('that stopped half way is not called complete', async () => {
    s.home.faults.add({ method: 'COPY', path: /./, before: false, drop: true })
    await keep('/Kept')
    s.home.writeFile('alice', '/Kept/Photos/hello.txt', 'hel')
    for (let look = 0; look < 15; look++) await s.world.wait(s.worker, 31_000)
    expect(s.view().copies).toMatchObject([{ state: 'failed', failure: { code: 'copy-incomplete' } }])
  })

  test('cannot go into what others share, nor where one may not write', async () => {
    s.home.writeFile('alice', '/Kept/sub/x', '')
    const offered = async (path: string) => {
      const listed = await s.worker.ui['ui/files']({ accountId: s.accountId, path })
      return listed.ok && { paths: ownFolders(listed.value.entries).map((one) => one.path), free: listed.value.free }
    }
    expect(await offered('/')).toEqual({ paths: ['/Kept'], free: undefined })
    s.home.settings.freeBytes = 5
    expect(await offered('/Kept')).toEqual({ paths: ['/Kept/sub'], free: 5 })
  })

  test('of a share that is copied already joins that copy; an ended one can be dismissed', async () => {
    const request = { accountId: s.accountId, shareId, folder: '/Kept' }
    const [one, two] = await Promise.all([s.worker.ui['ui/keep-copy'](request), s.worker.ui['ui/keep-copy'](request)])
    expect(one.ok && two.ok && one.value.id === two.value.id).toBe(true)
    const copyId = one.ok ? one.value.id : ''
    await s.worker.app.runCopy(copyId)
    expect(copies()).toHaveLength(1)
    await s.worker.ui['ui/dismiss-copy']({ copyId })
    expect(s.view().copies).toEqual([])
  })
})

test('a copy is never begun twice, wherever the worker dies', { timeout: 60_000 }, async () => {
  const s = await stage('nextcloud-32', 'nextcloud-32')
  await s.send('Photos')
  const request = { accountId: s.accountId, shareId: await s.accept('Photos'), folder: '/Kept' }
  let deaths = 0
  for (let at = 1, died = true; died; at++) {
    died = false
    for (const when of ['before', 'after'] as const) {
      s.home.writeFile('alice', '/Kept/old.txt', 'old')
      s.home.clearLog()
      s.world.stored['copies'] = []
      const worker = s.world.startWorker()
      s.world.kill = { at: s.world.steps + at, when }
      const going = worker.ui['ui/keep-copy'](request).then((begun) =>
        worker.app.runCopy(begun.ok ? begun.value.id : ''),
      )
      await Promise.race([going, worker.death.catch(() => (died = true))])
      s.world.kill = undefined
      const next = s.world.startWorker()
      const id = s.view().copies[0]?.id ?? ''
      for (let look = 0; look < 35; look++) await next.app.runCopy(id)
      const [copy] = s.view().copies
      const sent = s.home.log.filter(({ method }) => method === 'COPY').length
      const outcome = copy ? (copy.failure?.code ?? copy.state) : 'not begun'
      expect(['done, 1 sent', 'copy-lost, 0 sent', 'not begun, 0 sent'], `${when} ${at}`).toContain(
        `${outcome}, ${sent} sent`,
      )
      s.home.removeFile('alice', '/Kept')
    }
    if (died) deaths++
  }
  expect(deaths).toBeGreaterThan(10)
  await s.clouds.stop()
})
