import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alarmFor } from '../../lib/app/alarms.ts'
import { undoWindow } from '../../lib/app/answer-share.ts'
import type { AccountInbox, InboxShare } from '../../lib/app/ports.ts'
import { bobsFolder } from './clouds.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { Visitor } from './visitor.ts'
import { World, type Worker } from './world.ts'

let street: Street
let world: World
let worker: Worker
let accountId: string

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(async () => {
  world = new World()
  worker = world.startWorker()
  accountId = await connectUser(worker, street.home, 'alice')
})

const inbox = () => (world.stored['inbox'] as Record<string, AccountInbox>)[accountId]
const known = (name: string): InboxShare | undefined => inbox()?.shares.find((share) => share.name === name)
const rowsOf = (name: string) => street.home.remoteShares('alice').filter((row) => row.name === `/${name}`)

/** bob sends a folder, and it is seen. */
async function send(name: string): Promise<{ accountId: string; shareId: string }> {
  await bobSends(street, street.home, name)
  await worker.app.refresh(accountId)
  return { accountId, shareId: known(name)?.id ?? '' }
}

describe('a decline whose worker dies', () => {
  it.each(['before', 'after'] as const)('%s any of its steps is never written down without an alarm', async (when) => {
    const name = `Declined ${when}`
    const ref = await send(name)
    let deaths = 0
    for (let died = true; died;) {
      world.alarms.delete(alarmFor('answer'))
      world.kill = { at: world.steps + deaths + 1, when }
      const declined = worker.ui['ui/decline'](ref).then(() => false)
      died = await Promise.race([declined, worker.death.catch(() => true)])
      if (known(name)?.answer) expect(world.alarms.has(alarmFor('answer'))).toBe(true)
      if (!died) continue
      deaths++
      worker = world.startWorker()
      await worker.ui['ui/undo-decline'](ref)
    }
    expect(deaths).toBeGreaterThan(2)
  })

  it('is sent by its alarm', async () => {
    const ref = await send('Sent by alarm')
    // Its alarm, what is written down, and then the worker is gone.
    world.kill = { at: world.steps + 2, when: 'after' }
    await Promise.race([worker.ui['ui/decline'](ref), worker.death.catch(() => undefined)])
    expect(known('Sent by alarm')?.answer).toMatchObject({ kind: 'declining' })
    await world.wait(world.startWorker(), undoWindow)
    expect(rowsOf('Sent by alarm')).toEqual([])
  })
})

it('a share that a mount has accepted does not come back with a list that was on its way', async () => {
  const { app } = worker
  const { fetch } = app.ports
  let poll: Promise<void> | undefined
  app.ports.fetch = async (...request) => {
    if (!poll && /remote_shares\/pending\/\d+$/.test(String(request[0]))) {
      // The list is made before the share is accepted, and comes after.
      street.home.faults.add({ path: /remote_shares\/pending$/, delayMs: 250, before: false })
      poll = app.refresh(accountId)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return fetch(...request)
  }
  const page = { ...bobsFolder(street.remote, 'Mounted'), owner: 'bob' }
  expect(await new Visitor(world, worker).click(page)).toMatchObject({ state: 'mounted' })
  await poll
  expect(rowsOf('Mounted')).toMatchObject([{ accepted: true, mountpoint: '/Mounted' }])
  expect(known('Mounted')).toBeUndefined()
})
