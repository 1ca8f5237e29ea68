import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Account } from '../../lib/domain/account.ts'
import type { PendingLogin } from '../../lib/app/ports.ts'
import { grantAccess } from '../cloud-server/testing/grant-access.ts'
import { alicePassword, startPair, type Pair } from './clouds.ts'
import { World, type Worker } from './world.ts'

const poll = /login\/v2\/poll$/

let pair: Pair
let world: World
let worker: Worker

beforeAll(async () => void (pair = await startPair('nextcloud-32', 'nextcloud-32')))
afterAll(() => pair.clouds.stop())
beforeEach(() => {
  pair.home.faults.clear()
  pair.home.revokeAppPasswords('alice')
  pair.home.clearLog()
  world = new World()
  worker = world.startWorker()
})

const login = () => world.stored['login'] as PendingLogin | null
const accounts = () => (world.stored['accounts'] ?? []) as Account[]
const secrets = () => Object.keys((world.stored['secrets'] ?? {}) as object)
const passwords = () => pair.home.appPasswords('alice')

/** The tab with the login page is open, and the worker that began it is gone. */
async function begin(): Promise<void> {
  worker.app.ports.sleep = () => new Promise(() => {})
  const step = await worker.ui['ui/connect']({ address: pair.home.base, insecureConfirmed: true })
  expect(step).toMatchObject({ ok: true, value: { next: 'browser-login' } })
  while (!pair.home.log.some(({ path }) => poll.test(path))) await new Promise((resolve) => setTimeout(resolve, 2))
  worker = world.startWorker()
}

const grant = () => grantAccess(pair.home, login()?.loginUrl ?? '', 'alice', alicePassword)

describe('a login in the browser', () => {
  it('ends with an account, also after the worker that began it has died', async () => {
    await begin()
    await grant()
    await worker.app.continueLogin()
    expect([accounts().length, login(), secrets().length, passwords().length]).toEqual([1, null, 1, 1])
    expect(secrets()).toEqual(accounts().map(({ id }) => id))
  })

  it('whose grant got lost on the wire says so at once, and not in twenty minutes', async () => {
    await begin()
    await grant()
    pair.home.faults.add({ method: 'POST', path: poll, drop: true, before: false })
    const before = world.clock
    await worker.app.continueLogin()
    expect(login()?.failure).toMatchObject({ code: 'login-lost' })
    expect(world.clock - before).toBeLessThan(10_000)
    expect([accounts(), secrets(), world.alarms.size]).toEqual([[], [], 0])
  })

  it('whose grant died with a worker says so when the next one wakes', async () => {
    await begin()
    await grant()
    pair.home.clearLog()
    // The worker is killed by the answer of its first poll.
    world.kill = { at: world.steps + 6, when: 'after' }
    await Promise.race([worker.app.continueLogin(), worker.death.catch(() => {})])
    expect(pair.home.log.map(({ path, status }) => [poll.test(path), status])).toEqual([[true, 200]])
    await world.startWorker().app.wake()
    expect(login()?.failure).toMatchObject({ code: 'login-lost' })
  })

  it('that nobody has granted yet goes on after a lost answer', async () => {
    await begin()
    pair.home.faults.add({ method: 'POST', path: poll, drop: true, times: 2 })
    let polls = 0
    const sleep = worker.app.ports.sleep
    worker.app.ports.sleep = async (milliseconds) => {
      if (++polls === 5) await grant()
      await sleep(milliseconds)
    }
    await worker.app.continueLogin()
    expect([accounts().length, login()]).toEqual([1, null])
    // Whether there is something to wait for is asked once, not each time.
    expect(pair.home.log.filter(({ method, path }) => method === 'GET' && /v2\/flow\/\w/.test(path))).toHaveLength(2)
  })

  it('keeps what it was given while the home is away, and makes an account of it later', async () => {
    await begin()
    await grant()
    pair.home.faults.add({ path: /cloud\/user$/, drop: true, times: 3 })
    await worker.app.continueLogin()
    expect([accounts().length, secrets().length, login()?.failure]).toEqual([0, 1, undefined])
    await world.wait(world.startWorker(), 30_000)
    expect([accounts().length, login()]).toEqual([1, null])
    expect(secrets()).toEqual(accounts().map(({ id }) => id))
  })

  it('leaves no secret behind wherever the worker dies, and connects once', async () => {
    const connect = async (at: number): Promise<number> => {
      world = new World()
      worker = world.startWorker()
      await begin()
      await grant()
      const begun = world.steps
      world.kill = { at: begun + at, when: 'after' }
      await Promise.race([worker.app.continueLogin(), worker.death.catch(() => {})])
      const steps = world.steps - begun
      await world.startWorker().app.wake()
      expect(secrets(), `killed after ${at}`).toEqual(accounts().map(({ id }) => id))
      expect(accounts().length, `killed after ${at}`).toBe(login()?.failure?.code === 'login-lost' ? 0 : 1)
      return steps
    }
    const steps = await connect(Infinity)
    for (let at = 1; at <= steps; at++) await connect(at)
  })

  it('that is cancelled after it was granted leaves no app password behind', async () => {
    await begin()
    await grant()
    pair.home.faults.add({ path: /cloud\/user$/, drop: true, times: 3 })
    await worker.app.continueLogin()
    expect(passwords()).toHaveLength(1)
    await worker.ui['ui/cancel-connect']({})
    expect([accounts(), secrets(), login(), passwords()]).toEqual([[], [], null, []])
  })
})
