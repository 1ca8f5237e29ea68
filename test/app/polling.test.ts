import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../lib/domain/account.ts'
import { alarmFor } from '../../lib/app/alarms.ts'
import type { AccountInbox } from '../../lib/app/ports.ts'
import type { Cloud } from '../cloud-server/index.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { World, type Worker } from './world.ts'

const minute = 60_000
const pending = /remote_shares\/pending$/

let street: Street
let world: World
let worker: Worker

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(() => {
  for (const cloud of [street.home, street.second]) {
    cloud.faults.clear()
    cloud.settings.maintenance = false
    cloud.settings.bruteForce = false
  }
  world = new World()
  worker = world.startWorker()
})

const polls = (cloud: Cloud): number => cloud.log.filter(({ path }) => pending.test(path)).length
const stateOf = (id: string) => (world.stored['accounts'] as Account[]).find((account) => account.id === id)?.state
const inboxOf = (id: string) => (world.stored['inbox'] as Record<string, AccountInbox>)[id]
const nextPoll = (id: string): number => (world.alarms.get(alarmFor('poll', id)) ?? Number.NaN) - world.clock

describe('a poll', () => {
  it('is exactly one request, every quarter of an hour', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.clearLog()
    for (let round = 0; round < 3; round++) {
      expect(nextPoll(id)).toBe(15 * minute)
      await world.wait(worker, 15 * minute)
    }
    expect(street.home.log.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from({ length: 3 }, () => 'GET /ocs/v2.php/apps/files_sharing/api/v1/remote_shares/pending'),
    )
  })

  it('is never doubled: popup, alarm and start at once make one', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.clearLog()
    street.home.faults.add({ path: pending, delayMs: 50, before: false })
    await Promise.all([
      worker.ui['ui/refresh']({}),
      worker.app.refreshEvery(),
      worker.app.onAlarm(alarmFor('poll', id)),
    ])
    expect(polls(street.home)).toBe(1)
  })

  it('keeps to the interval the user chose, from now on', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    await worker.ui['ui/choose-settings']({ pollMinutes: 60 })
    expect(nextPoll(id)).toBe(60 * minute)
    await world.wait(worker, 60 * minute)
    expect(nextPoll(id)).toBe(60 * minute)
  })

  it('stores nothing of an account that was signed out while it was under way', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.faults.add({ path: pending, delayMs: 60, before: false })
    const poll = worker.app.refresh(id)
    await worker.ui['ui/sign-out']({ accountId: id })
    await poll
    expect(world.stored).toMatchObject({ accounts: [], inbox: {}, secrets: {} })
    expect([...world.alarms.keys()]).toEqual([])
  })
})

describe('a laptop that slept for a day', () => {
  it('polls each account once, whatever is due in the same moment', async () => {
    const ids = [
      await connectUser(worker, street.home, 'alice'),
      await connectUser(worker, street.home, 'anna'),
      await connectUser(worker, street.second, 'alice'),
    ]
    await bobSends(street, street.home, 'Slept over')
    await worker.app.refresh(ids[0] ?? '')
    const shareId = inboxOf(ids[0] ?? '')?.shares.at(-1)?.id ?? ''
    // The lid is closed within the undo window.
    worker.app.ports.sleep = () => new Promise(() => {})
    await worker.ui['ui/decline']({ accountId: ids[0] ?? '', shareId })
    world.clock += 24 * 60 * minute
    for (const cloud of [street.home, street.second]) {
      cloud.clearLog()
      cloud.faults.add({ path: pending, delayMs: 30, before: false, times: Infinity })
    }
    const { app, ui } = world.startWorker()
    const due = [...world.alarms].filter(([, at]) => at <= world.clock).map(([name]) => name)
    expect(due).toHaveLength(4)
    await Promise.all([app.wake(), ...due.map((name) => app.onAlarm(name)), app.refreshEvery(), ui['ui/refresh']({})])
    expect([polls(street.home), polls(street.second)]).toEqual([2, 1])
    expect(street.home.remoteShares('alice').filter(({ id }) => String(id) === shareId)).toEqual([])
    for (const id of ids) expect(nextPoll(id)).toBeGreaterThan(0)
  })
})

describe('after a failure', () => {
  it('the pause doubles up to six hours, also over the deaths of workers, and ends with the first success', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.faults.add({ path: pending, status: 500, times: Infinity })
    const pauses: number[] = []
    for (let failures = 1; failures <= 7; failures++) {
      await world.wait(world.startWorker(), nextPoll(id))
      pauses.push(nextPoll(id) / minute)
    }
    // 75 % of the full pause, which is what half of the jitter leaves.
    expect(pauses).toEqual([22.5, 45, 90, 180, 270, 270, 270])
    street.home.faults.clear()
    await world.wait(world.startWorker(), nextPoll(id))
    expect(nextPoll(id)).toBe(15 * minute)
    expect(inboxOf(id)).toMatchObject({ failures: 0 })
    expect(inboxOf(id)?.failure).toBeUndefined()
  })

  it('Retry-After is kept, even when the popup is opened', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.faults.add({ path: pending, status: 503, headers: { 'Retry-After': '7200' }, body: '' })
    await worker.app.refresh(id)
    expect(stateOf(id)).toBe('maintenance')
    expect(nextPoll(id)).toBeGreaterThanOrEqual(120 * minute)
    street.home.clearLog()
    await world.startWorker().ui['ui/refresh']({})
    expect(polls(street.home)).toBe(0)
    await world.wait(worker, nextPoll(id))
    expect(polls(street.home)).toBe(1)
    expect(stateOf(id)).toBe('ready')
  })

  it('maintenance is a state, and is left by itself', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    street.home.settings.maintenance = true
    await worker.app.refresh(id)
    expect(stateOf(id)).toBe('maintenance')
    street.home.settings.maintenance = false
    await world.wait(worker, nextPoll(id))
    expect(stateOf(id)).toBe('ready')
  })

  it('429 silences all accounts of that server for half an hour, and no other', async () => {
    const alice = await connectUser(worker, street.home, 'alice')
    const anna = await connectUser(worker, street.home, 'anna')
    const elsewhere = await connectUser(worker, street.second, 'alice')
    street.home.faults.add({ path: pending, status: 429, body: '' })
    await worker.app.refresh(alice)
    for (const cloud of [street.home, street.second]) cloud.clearLog()
    await world.startWorker().ui['ui/refresh']({})
    await world.wait(worker, 29 * minute)
    expect([polls(street.home), polls(street.second)]).toEqual([0, 2])
    await world.wait(worker, 4 * minute)
    expect(polls(street.home)).toBe(2)
    expect([stateOf(alice), stateOf(anna), stateOf(elsewhere)]).toEqual(['ready', 'ready', 'ready'])
  })

  it('429 to an answer silences the polls of that server, too', async () => {
    const alice = await connectUser(worker, street.home, 'alice')
    await connectUser(worker, street.home, 'anna')
    await bobSends(street, street.home, 'Asked too often')
    await worker.app.refresh(alice)
    const [share] = (world.stored['inbox'] as Record<string, AccountInbox>)[alice]?.shares ?? []
    street.home.faults.add({ method: 'POST', path: /pending\/\d+$/, status: 429, body: '' })
    const accepted = await worker.ui['ui/accept']({ accountId: alice, shareId: share?.id ?? '' })
    expect(accepted).toMatchObject({ failure: { code: 'home-throttled' } })
    street.home.clearLog()
    await world.wait(worker, 29 * minute)
    expect(polls(street.home)).toBe(0)
    await world.wait(worker, 5 * minute)
    expect(polls(street.home)).toBe(2)
  })

  it('401 stops that account at once and for good, while others go on', async () => {
    const alice = await connectUser(worker, street.home, 'alice')
    const anna = await connectUser(worker, street.home, 'anna')
    street.home.revokeAppPasswords('alice')
    await worker.app.refresh(alice)
    expect(stateOf(alice)).toBe('signed-out')
    expect(world.badge.needsAttention).toBe(true)
    street.home.clearLog()
    for (let hour = 0; hour < 24; hour++) {
      await worker.ui['ui/refresh']({})
      await world.wait(worker, 60 * minute)
    }
    const rejected = street.home.log.filter(({ status }) => status === 401)
    expect(rejected).toEqual([])
    expect(polls(street.home)).toBeGreaterThan(24)
    expect(stateOf(anna)).toBe('ready')
  })

  it('a login that is rejected when a share is accepted stops the account as well', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    await bobSends(street, street.home, 'Rejected')
    await worker.app.refresh(id)
    const share = inboxOf(id)?.shares.at(-1)
    street.home.revokeAppPasswords('alice')
    const answer = await worker.ui['ui/accept']({ accountId: id, shareId: share?.id ?? '' })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'home-rejected-login' } })
    expect(stateOf(id)).toBe('signed-out')
    expect(world.alarms.has(alarmFor('poll', id))).toBe(false)
  })
})

describe('what the browser takes away', () => {
  it('a permission: noticed without a request, explained, and given back', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    world.forbidden = [street.home.base]
    street.home.clearLog()
    await worker.app.onPermissionsRemoved(1)
    expect([stateOf(id), world.badge.needsAttention, street.home.log.length]).toEqual(['needs-permission', true, 0])
    world.forbidden = []
    await worker.ui['ui/refresh']({})
    expect(stateOf(id)).toBe('ready')
  })

  it('alarms: whoever is to be polled gets one again when a worker wakes', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    world.alarms.clear()
    await world.startWorker().app.wake()
    expect(nextPoll(id)).toBe(minute)
  })

  it('the stored app password: the account asks to sign in again', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    world.stored['secrets'] = {}
    street.home.clearLog()
    await worker.ui['ui/refresh']({})
    expect([stateOf(id), street.home.log.length]).toEqual(['signed-out', 0])
  })
})
