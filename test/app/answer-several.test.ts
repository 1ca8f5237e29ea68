import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alarmFor } from '../../lib/app/alarms.ts'
import { undoWindow } from '../../lib/app/answer-share.ts'
import type { AccountInbox, InboxShare } from '../../lib/app/ports.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { viewOfWorld } from './view-of-world.ts'
import { World, type Worker } from './world.ts'

const list = /remote_shares\/pending$/
const one = /remote_shares\/pending\/\d+$/
const day = 24 * 3_600_000

let street: Street
let world: World
let worker: Worker
let accountId: string

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(async () => {
  street.home.faults.clear()
  street.second.faults.clear()
  world = new World()
  worker = world.startWorker()
  accountId = await connectUser(worker, street.home, 'alice')
})

const inboxes = () => world.stored['inbox'] as Record<string, AccountInbox>
const known = (name: string): InboxShare | undefined =>
  Object.values(inboxes()).flatMap(({ shares }) => shares.filter((share) => share.name === name))[0]
const refOf = (name: string) => ({ accountId, shareId: known(name)?.id ?? '' })
const rowsOf = (name: string) => street.home.remoteShares('alice').filter((row) => row.name === `/${name}`)
const acceptances = () => street.home.log.filter(({ method, path }) => method === 'POST' && one.test(path)).length
const view = () => viewOfWorld(world)
/** What the inbox shows of this test's shares: the others' are there, too. */
const pending = (letter: string) => view().pending.filter(({ name }) => name.startsWith(letter))

/** bob sends folders of these names, and they are seen. */
async function send(...names: string[]): Promise<{ accountId: string; shareId: string }[]> {
  for (const name of names) await bobSends(street, street.home, name)
  await worker.app.refresh(accountId)
  street.home.clearLog()
  return names.map(refOf)
}

const isOneOnItsWay = (): boolean =>
  Object.values(inboxes()).some(({ shares }) =>
    shares.some(({ answer }) => answer?.kind === 'accepting' && !answer.queued),
  )

const mounted = (name: string) => ({ name: `/${name}`, accepted: true, mountpoint: `/${name}` })

/** Until nothing is answered any more. */
async function finish(): Promise<void> {
  for (let turns = 0; turns < 500 && view().several; turns++) await new Promise((resolve) => setTimeout(resolve, 2))
  await worker.app.sendAnswers()
}

describe('several shares accepted at once', () => {
  it('are written down before the popup is answered, and go on without it', async () => {
    const refs = await send('A1', 'A2', 'A3')
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    expect(view().several).toMatchObject({ answer: 'accepting', total: 3 })
    expect(world.alarms.has(alarmFor('answer'))).toBe(true)
    await finish()
    expect(['A1', 'A2', 'A3'].flatMap(rowsOf)).toMatchObject(['A1', 'A2', 'A3'].map(mounted))
    expect([view().several, pending('A').length, acceptances()]).toEqual([undefined, 0, 3])
  })

  it('go on by alarm after the death of the worker, none is accepted twice', async () => {
    const refs = await send('B1', 'B2', 'B3')
    world.kill = { at: world.steps + 12, when: 'after' }
    await Promise.race([worker.ui['ui/answer-several']({ refs, answer: 'accept' }), worker.death.catch(() => {})])
    await worker.death.catch(() => {})
    expect(view().several?.left).toBeGreaterThan(0)
    worker = world.startWorker()
    await world.wait(worker, 60_000)
    expect(['B1', 'B2', 'B3'].flatMap(rowsOf)).toMatchObject(['B1', 'B2', 'B3'].map(mounted))
    expect(acceptances()).toBe(3)
  })

  it('cost one writing of the list each', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `W${n}`)
    const refs = await send(...names)
    let writes = 0
    const { inbox } = worker.app.ports.stores
    const update = inbox.update.bind(inbox)
    inbox.update = (change) =>
      update((before) => {
        const after = change(before)
        if (after !== before) writes++
        return after
      })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    expect(names.flatMap(rowsOf)).toHaveLength(20)
    expect(writes).toBe(22)
  })

  it('one that fails stops no other, and says why', async () => {
    const refs = await send('C1', 'C2', 'C3')
    street.home.faults.add({ method: 'POST', path: new RegExp(`/${refs[1]?.shareId}$`), status: 500, body: '' })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    expect(['C1', 'C3'].flatMap(rowsOf)).toMatchObject(['C1', 'C3'].map(mounted))
    expect(pending('C')).toMatchObject([{ name: 'C2', failure: { code: 'server-error' } }])
  })

  it('can be stopped: what was not sent is pending again', async () => {
    const refs = await send('D1', 'D2', 'D3')
    street.home.faults.add({ method: 'POST', path: one, delayMs: 40 })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    while (!isOneOnItsWay()) await new Promise((resolve) => setTimeout(resolve, 1))
    await worker.ui['ui/stop-several']({})
    await finish()
    expect(pending('D').map(({ answer, failure }) => [answer, failure])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ])
    expect(acceptances()).toBe(1)
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    expect(acceptances()).toBe(3)
  })

  it('keep no single click waiting, and a click on one of them joins it', async () => {
    const refs = await send('E1', 'E2', 'E3', 'E4')
    street.home.faults.add({ method: 'POST', path: one, delayMs: 100 })
    const several = refs.slice(0, 3)
    await worker.ui['ui/answer-several']({ refs: several, answer: 'accept' })
    expect(await worker.ui['ui/accept'](refOf('E4'))).toMatchObject({ ok: true })
    expect(view().several).toMatchObject({ left: 3 })
    const clicks = await Promise.all(several.map((ref) => worker.ui['ui/accept'](ref)))
    expect(clicks).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    await finish()
    expect(['E1', 'E2', 'E3', 'E4'].flatMap(rowsOf)).toMatchObject(['E1', 'E2', 'E3', 'E4'].map(mounted))
    expect(acceptances()).toBe(4)
  })

  it('do not come back with a list that was on its way', async () => {
    const refs = await send('F1', 'F2')
    street.home.faults.add({ method: 'GET', path: list, delayMs: 150, before: false })
    const poll = worker.app.refresh(accountId)
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    await poll
    expect(rowsOf('F1')).toMatchObject([mounted('F1')])
    expect(pending('F')).toEqual([])
    await bobSends(street, street.home, 'F3')
    world.clock += 60_000
    await worker.app.refresh(accountId)
    expect(pending('F')).toMatchObject([{ name: 'F3' }])
  })

  it('end with the login: nothing more is sent, each says why', async () => {
    const refs = await send('G1', 'G2', 'G3')
    street.home.faults.add({ method: 'POST', path: one, status: 401, body: '' })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    const failure = { code: 'home-rejected-login' }
    expect(pending('G')).toMatchObject([{ failure }, { failure }, { failure }])
    expect(street.home.log.filter(({ path }) => path.includes('remote_shares'))).toHaveLength(1)
  })

  it('wait a moment for a home that went away, then give it up', async () => {
    const refs = await send('H1', 'H2', 'H3')
    street.home.faults.add({ path: /remote_shares/, drop: true, times: 3 })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    await finish()
    expect(pending('H')).toMatchObject([{ failure: { code: 'home-unreachable' } }])
    const others = await send('H4', 'H5')
    street.home.faults.add({ path: /remote_shares/, drop: true, times: Infinity })
    await worker.ui['ui/answer-several']({ refs: others, answer: 'accept' })
    await finish()
    expect([known('H4')?.failure?.code, known('H5')?.failure?.code]).toEqual(['home-unreachable', 'home-unreachable'])
  })

  it('and slept over for more than a day are the user’s again; one that may have been sent is looked at', async () => {
    const refs = await send('I1', 'I2')
    street.home.faults.add({ method: 'POST', path: one, delayMs: 30, before: false })
    await worker.ui['ui/answer-several']({ refs, answer: 'accept' })
    world.kill = { at: world.steps + 1, when: 'before' }
    await worker.death.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 80))
    world.clock += 2 * day
    street.home.clearLog()
    worker = world.startWorker()
    await worker.app.wake()
    expect(acceptances()).toBe(0)
    expect(view().several).toBeUndefined()
    const [first, second] = ['I1', 'I2'].map((name) => [rowsOf(name)[0]?.accepted, known(name)?.failure?.code])
    expect([first, second]).toContainEqual([false, 'job-interrupted'])
  })

  it('are left to a mount that is about to accept them', async () => {
    const [ref = { accountId: '', shareId: '' }, other] = await send('J1', 'J2')
    world.stored['jobs'] = [{ id: 'j', accountId, state: 'accepting', shareId: ref.shareId, link: {}, createdAt: 0 }]
    await worker.ui['ui/answer-several']({ refs: [ref, ...(other ? [other] : [])], answer: 'accept' })
    world.stored['jobs'] = []
    await finish()
    expect([rowsOf('J1')[0]?.accepted, rowsOf('J2')[0]?.accepted]).toEqual([false, true])
  })
})

/** The worker is gone before the undo window is over. */
async function declineAndDie(refs: { accountId: string; shareId: string }[]): Promise<void> {
  worker.app.ports.sleep = () => new Promise(() => {})
  await worker.ui['ui/answer-several']({ refs, answer: 'decline' })
}

describe('several shares declined at once', () => {
  it('keep their undo, one by one and all together', async () => {
    const refs = await send('K1', 'K2', 'K3')
    await worker.ui['ui/answer-several']({ refs, answer: 'decline' })
    expect(view().several).toEqual({ answer: 'declining', left: 3, total: 3 })
    await worker.ui['ui/undo-decline'](refOf('K1'))
    expect(view().several).toMatchObject({ left: 2 })
    await finish()
    expect(['K1', 'K2', 'K3'].map((name) => rowsOf(name).length)).toEqual([1, 0, 0])
  })

  it('stopped within the window decline nothing', async () => {
    const refs = await send('L1', 'L2')
    await declineAndDie(refs)
    worker = world.startWorker()
    await worker.ui['ui/stop-several']({})
    world.clock += undoWindow
    await worker.app.onAlarm(alarmFor('answer'))
    expect(['L1', 'L2'].map((name) => rowsOf(name).length)).toEqual([1, 1])
    expect(pending('L').map(({ answer }) => answer)).toEqual([undefined, undefined])
  })

  it('and slept over never unmount what was accepted elsewhere meanwhile', async () => {
    const refs = await send('M1')
    await declineAndDie(refs)
    const other = new World()
    const elsewhere = other.startWorker()
    const otherId = await connectUser(elsewhere, street.home, 'alice')
    await elsewhere.ui['ui/accept']({ accountId: otherId, shareId: refs[0]?.shareId ?? '' })
    world.clock += 5 * 3_600_000
    worker = world.startWorker()
    await worker.app.wake()
    expect(rowsOf('M1')).toMatchObject([mounted('M1')])
  })
})

it('two thousand chosen shares are written down in one go', async () => {
  await send('N')
  const shares = Array.from({ length: 2000 }, (_, n) => ({ ...known('N'), id: `x${n}` })) as InboxShare[]
  world.stored['inbox'] = { [accountId]: { ...inboxes()[accountId], shares } }
  const begun = performance.now()
  await declineAndDie(shares.map(({ id }) => ({ accountId, shareId: id })))
  expect(performance.now() - begun).toBeLessThan(500)
  expect(view().several).toEqual({ answer: 'declining', left: 2000, total: 2000 })
})
