import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../lib/domain/account.ts'
import { bobsFolder } from './clouds.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { senderOf, World, type Worker } from './world.ts'
import { Visitor } from './visitor.ts'

let street: Street
let world: World
let worker: Worker

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(() => {
  street.home.faults.clear()
  world = new World()
  worker = world.startWorker()
})

const accounts = (): Account[] => (world.stored['accounts'] as Account[] | undefined) ?? []

describe('several accounts', () => {
  it('are offered to the page by their labels only, the default one marked', async () => {
    const first = await connectUser(worker, street.home, 'alice')
    const second = await connectUser(worker, street.second, 'alice')
    await worker.ui['ui/set-default']({ accountId: second })
    const page = bobsFolder(street.remote, 'Greeting')
    const sender = senderOf(page.base, page.token)
    expect(await worker.page['page/hello']({ page }, sender)).toEqual({ connected: true, several: true })
    expect(await worker.page['page/accounts']({}, sender)).toEqual([
      { id: first, label: `alice@${new URL(street.home.base).host}`, isDefault: false },
      { id: second, label: `alice@${new URL(street.second.base).host}`, isDefault: true },
    ])
  })

  it('can be chosen for one mount', async () => {
    const first = await connectUser(worker, street.home, 'alice')
    const second = await connectUser(worker, street.second, 'alice')
    const visitor = new Visitor(world, worker)
    const page = bobsFolder(street.remote, 'Chosen')
    visitor.accountId = second
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted', accountId: second })
    expect(street.second.remoteShares('alice')).toMatchObject([{ name: '/Chosen', accepted: true }])
    visitor.accountId = undefined
    expect(await visitor.click(page)).toMatchObject({ state: 'mounted', accountId: first })
  })

  it('are never guessed: one that is not the user’s is refused', async () => {
    await connectUser(worker, street.home, 'alice')
    const page = bobsFolder(street.remote, 'Guess')
    const step = await worker.page['page/mount']({ page, accountId: 'not mine' }, senderOf(page.base, page.token))
    expect(step).toMatchObject({ do: 'refuse', failure: { code: 'not-connected' } })
    expect(world.stored['jobs'] ?? []).toEqual([])
  })

  it('a job of any of them is joined by the page', async () => {
    await connectUser(worker, street.home, 'alice')
    const second = await connectUser(worker, street.second, 'alice')
    const page = bobsFolder(street.remote, 'Joined', { password: 'Correct-horse-9' })
    const visitor = new Visitor(world, worker)
    visitor.accountId = second
    await visitor.click(page)
    const greeting = await worker.page['page/hello']({ page }, senderOf(page.base, page.token))
    expect(greeting.job).toMatchObject({ accountId: second, state: 'needs-password' })
  })
})

describe('signing in again', () => {
  it('opens the login page of the same server and brings the same account back', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.revokeAppPasswords('alice')
    await worker.app.refresh(id)
    const step = await worker.ui['ui/sign-in-again']({ accountId: id })
    expect(step).toEqual({ ok: true, value: { next: 'browser-login', base: street.home.base } })
    expect(world.openedTabs.at(-1)).toContain(`${street.home.base}/login/v2/flow/`)
    await worker.ui['ui/cancel-connect']({})
    expect(await connectUser(worker, street.home, 'alice')).toBe(id)
    expect(accounts()).toMatchObject([{ id, state: 'ready' }])
  })

  it('asks for the password here where the server has no login page for apps', async () => {
    const accountId = await connectUser(worker, street.second, 'alice')
    const step = await worker.ui['ui/sign-in-again']({ accountId })
    expect(step).toEqual({ ok: true, value: { next: 'password', base: street.second.base } })
  })
})

describe('signing out', () => {
  const leftovers = (): string => JSON.stringify(world.stored)

  it('revokes the app password and removes everything local', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    await bobSends(street, street.home, 'Left')
    await worker.app.refresh(id)
    await new Visitor(world, worker).click(bobsFolder(street.remote, 'Job'))
    await worker.app.refresh(id)
    const [used] = Object.values(world.stored['secrets'] as Record<string, { appPassword: string }>)
    expect(await worker.ui['ui/sign-out']({ accountId: id })).toEqual({ appPassword: 'revoked' })
    expect(street.home.appPasswords('alice')).not.toContain(used?.appPassword)
    expect(leftovers()).not.toContain(id)
    expect(leftovers()).not.toContain(street.home.base)
    expect([...world.alarms.keys()]).toEqual([])
  })

  it('works while the server is down, at once, and says that the app password still lives', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    await street.home.stop()
    const result = await worker.ui['ui/sign-out']({ accountId: id })
    await street.home.start()
    expect(result).toEqual({ appPassword: 'not-revoked' })
    expect(leftovers()).not.toContain(id)
  })

  it('has nothing to revoke where the server rejects the app password already', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.revokeAppPasswords('alice')
    await worker.app.refresh(id)
    street.home.clearLog()
    expect(await worker.ui['ui/sign-out']({ accountId: id })).toEqual({ appPassword: 'rejected' })
    expect(street.home.log).toEqual([])
  })

  it('does not claim to have revoked what the server rejects just now: a proxy may have said so', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.faults.add({ method: 'DELETE', path: /apppassword/, status: 401 })
    expect(await worker.ui['ui/sign-out']({ accountId: id })).toEqual({ appPassword: 'rejected' })
    expect(street.home.appPasswords('alice')).toHaveLength(1)
  })

  it('says that an app password lives on which was lost here', async () => {
    const accountId = await connectUser(worker, street.home, 'alice')
    world.stored['secrets'] = {}
    expect(await worker.ui['ui/sign-out']({ accountId })).toEqual({ appPassword: 'not-revoked' })
  })

  it('does not wait for a server that hangs before it forgets', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.faults.add({ method: 'DELETE', path: /apppassword/, delayMs: 300 })
    const signingOut = worker.ui['ui/sign-out']({ accountId: id })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(accounts()).toEqual([])
    await signingOut
  })
})

describe('remote wipe', () => {
  it('removes everything of that account, tells the server and the user, and leaves the others', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    const anna = await connectUser(worker, street.home, 'anna')
    await bobSends(street, street.home, 'Wiped')
    await worker.app.refresh(id)
    const secret = (world.stored['secrets'] as Record<string, { appPassword: string }>)[id]?.appPassword ?? ''
    street.home.wipeDevices('alice')
    street.home.clearLog()
    await worker.app.refresh(id)
    expect(street.home.log.map(({ path, status }) => `${status} ${path}`)).toEqual([
      '401 /ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending',
      '200 /index.php/core/wipe/check',
      '200 /index.php/core/wipe/success',
    ])
    expect(accounts().map((account) => account.id)).toEqual([anna])
    const { notices, ...rest } = world.stored
    expect(JSON.stringify(rest)).not.toContain(id)
    expect(JSON.stringify(world.stored)).not.toContain(secret)
    expect(notices).toEqual([{ id: `wiped:${id}`, kind: 'wiped', host: new URL(street.home.base).host }])
  })

  it('is asked for once, without the login; a mere rejection keeps the account', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.revokeAppPasswords('alice')
    street.home.clearLog()
    for (let polls = 0; polls < 3; polls++) await worker.app.refresh(id)
    const asked = street.home.log.filter(({ path }) => path.includes('wipe'))
    expect(asked.map(({ status, headers }) => [status, headers['authorization']])).toEqual([[404, undefined]])
    expect(accounts()).toMatchObject([{ id, state: 'signed-out' }])
  })
})
