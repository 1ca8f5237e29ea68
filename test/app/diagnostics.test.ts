import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bobsFolder } from './clouds.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { Visitor } from './visitor.ts'
import { World, type Worker } from './world.ts'

let street: Street
const world = new World()
const worker: Worker = world.startWorker()
const sharePassword = 'Correct-horse-9'
const secrets: string[] = []
const names: string[] = []

interface Report {
  accounts: { cloudId: string; state: string }[]
  events: { type: string; number: number; home?: string; remote?: string }[]
  policy: object
}

const report = async (withNames: boolean): Promise<string> => worker.ui['ui/diagnostics']({ withNames })
const parsed = async (withNames = false): Promise<Report> => JSON.parse(await report(withNames)) as Report

/** Everything the app does, with secrets of every kind on the way. */
beforeAll(async () => {
  street = await startStreet()
  const { home, second, remote } = street
  const id = await connectUser(worker, home, 'alice')
  const anna = await connectUser(worker, home, 'anna')
  await connectUser(worker, second, 'alice')
  const visitor = new Visitor(world, worker)
  const secret = bobsFolder(remote, 'Secret plans', { password: sharePassword })
  await visitor.click(secret)
  await visitor.click(secret, 'wrong-password-1')
  await visitor.click(secret, sharePassword)
  const open = bobsFolder(remote, 'Holiday photos')
  await visitor.click(open)
  const gone = bobsFolder(remote, 'Gone folder')
  remote.deletePublicLink(gone.token)
  await visitor.click(gone)
  await worker.ui['ui/add-link']({ address: `${remote.base}/s/pastedTOKEN123456` })
  await bobSends(street, home, 'Unasked')
  await worker.app.refreshEvery()
  const row = home.remoteShares('alice').find(({ name }) => name === '/Unasked')
  home.faults.add({
    method: 'POST',
    path: /pending\/\d+$/,
    status: 500,
    body: `no, ${secret.token} and ${sharePassword}`,
  })
  await worker.ui['ui/accept']({ accountId: id, shareId: String(row?.id) })
  const kept = home.remoteShares('alice').find(({ name }) => name === '/Holiday photos')
  const mounted = { accountId: id, shareId: String(kept?.id) }
  const copy = await worker.ui['ui/keep-copy']({ ...mounted, folder: '/' })
  if (copy.ok) await worker.app.runCopy(copy.value.id)
  await worker.ui['ui/unmount'](mounted)
  await worker.ui['ui/connect']({ address: home.base, insecureConfirmed: true })
  home.revokeAppPasswords('anna')
  await worker.app.refresh(anna)
  world.policy = { homeAddress: home.base, pollMinutes: 'often', oddKey: 'odd-value-7' }
  await worker.app.onPolicy()
  const credentials = world.stored['secrets'] as Record<string, { appPassword: string }>
  secrets.push(
    ...Object.values(credentials).map(({ appPassword }) => appPassword),
    ...Object.entries(credentials).map(([, { appPassword }]) => Buffer.from(`alice:${appPassword}`).toString('base64')),
    ...Object.values(world.stored['pollTokens'] as Record<string, string>),
    ...[home, second, remote]
      .flatMap((cloud) => ['alice', 'bob'].flatMap((user) => cloud.remoteShares(user)))
      .map(({ shareToken }) => shareToken),
    secret.token,
    open.token,
    gone.token,
    'pastedTOKEN123456',
    sharePassword,
    'wrong-password-1',
    'alice-password',
    'anna-password',
    'odd-value-7',
  )
  names.push(
    ...[home, second, remote].flatMap(({ base }) => [new URL(base).host, new URL(base).hostname]),
    'alice',
    'anna',
    'bob',
    'Secret plans',
    'Holiday photos',
    'Gone folder',
    'Unasked',
  )
})
afterAll(async () => {
  await worker.ui['ui/cancel-connect']({})
  await street.clouds.stop()
})

describe('the report', () => {
  it('was fed with every kind of secret', () => {
    expect(secrets.filter(Boolean).length).toBeGreaterThan(15)
  })

  it('holds none of them, with names or without', async () => {
    for (const withNames of [false, true]) {
      const text = await report(withNames)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
      expect(secrets.filter((secret) => text.includes(encodeURIComponent(secret)))).toEqual([])
    }
  })

  it('names no server, user, or item', async () => {
    const text = (await report(false)).toLowerCase()
    expect(names.filter((name) => text.includes(name.toLowerCase()))).toEqual([])
  })

  it('names servers and cloud ids when the user wants that, and still no item', async () => {
    const text = await report(true)
    expect(text).toContain(street.home.cloudId('alice'))
    expect(text).toContain(street.remote.base)
    for (const item of ['Secret plans', 'Holiday photos', 'Gone folder', 'Unasked']) expect(text).not.toContain(item)
  })

  it('tells what happened, in numbered events, the same server always by the same name', async () => {
    const { events, accounts, policy } = await parsed()
    const types = new Set(events.map(({ type }) => type))
    for (const type of ['poll', 'job', 'answer', 'copy', 'unmount', 'account', 'notification', 'policy'])
      expect(types).toContain(type)
    expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1))
    expect(events.filter(({ type }) => type === 'copy' || type === 'unmount')).toMatchObject([
      { type: 'copy', state: 'preparing' },
      { type: 'copy', state: 'copying' },
      { type: 'copy', state: 'done' },
      { type: 'unmount', outcome: 'unmounted' },
    ])
    expect(accounts.map(({ state }) => state)).toEqual(['ready', 'signed-out', 'ready'])
    expect(new Set(events.flatMap(({ remote }) => remote ?? [])).size).toBe(1)
    expect(new Set(events.flatMap(({ home }) => home ?? [])).size).toBe(2)
    expect(policy).toEqual({
      keys: ['homeAddress'],
      problems: [
        { key: 'pollMinutes', problem: 'invalid' },
        { key: 'oddKey', problem: 'unknown' },
      ],
    })
  })

  it('is salted: two reports cannot be matched', async () => {
    const [one, two] = await Promise.all([parsed(), parsed()])
    expect(one.accounts[0]?.cloudId).toMatch(/^name-[0-9a-f]{10}$/)
    expect(one.accounts[0]?.cloudId).not.toBe(two.accounts[0]?.cloudId)
  })
})

it('what is stored as events holds no secret to begin with', () => {
  const stored = JSON.stringify(world.stored['events'])
  expect(secrets.filter((secret) => stored.includes(secret))).toEqual([])
})
