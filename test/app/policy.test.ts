import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alarmFor } from '../../lib/app/alarms.ts'
import { connectUser, startStreet, type Street } from './street.ts'
import { World, type Worker } from './world.ts'

let street: Street
let world: World
let worker: Worker

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(() => {
  world = new World()
  worker = world.startWorker()
})

const connect = async (address: string) => {
  const step = await worker.ui['ui/connect']({ address, insecureConfirmed: true })
  await worker.ui['ui/cancel-connect']({})
  return step.ok ? 'ok' : step.failure.code
}

describe('an administrator’s settings', () => {
  it('restrict which cloud can be connected, before anything is sent there', async () => {
    world.policy = { allowedHosts: [new URL(street.second.base).hostname] }
    street.home.clearLog()
    expect(await connect(street.home.base)).toBe('home-not-allowed')
    await expect(connectUser(worker, street.home, 'alice')).rejects.toThrow('home-not-allowed')
    expect(street.home.log.filter(({ path }) => !path.includes('getapppassword'))).toEqual([])
    expect(await connect(street.second.base)).toBe('ok')
  })

  it('can leave one cloud only', async () => {
    world.policy = { homeAddress: street.home.base, homeAddressLocked: true, allowedHosts: ['*.localhost'] }
    expect(await connect(street.second.base)).toBe('home-not-allowed')
    expect(await connect(`${street.home.base}/index.php/apps/files`)).toBe('ok')
  })

  it('win over the user’s, and apply when they come late', async () => {
    const id = await connectUser(worker, street.home, 'alice')
    await worker.ui['ui/choose-settings']({ pollMinutes: 5, contextMenu: true })
    world.policy = { pollMinutes: 120, disableContextMenu: true, disablePasting: true, inPageButton: false }
    await worker.app.onPolicy()
    expect(await worker.app.settings()).toMatchObject({
      pollMinutes: 120,
      contextMenu: false,
      pasteBox: false,
      inPageButton: false,
    })
    expect((world.alarms.get(alarmFor('poll', id)) ?? 0) - world.clock).toBe(120 * 60_000)
    await worker.ui['ui/choose-settings']({ pollMinutes: 5, pasteBox: true, notifications: false })
    expect(world.stored['settings']).toEqual({ pollMinutes: 5, contextMenu: true, notifications: false })
  })

  it('that are wrong leave the rest in force, and are noted', async () => {
    world.policy = { pollMinutes: -1, notifications: false }
    await worker.app.onPolicy()
    expect(await worker.app.settings()).toMatchObject({ pollMinutes: 15, notifications: false })
    expect(world.stored['events']).toMatchObject({
      events: [{ type: 'policy', problems: [{ key: 'pollMinutes', problem: 'invalid' }] }],
    })
  })

  it('of nonsense are no settings', async () => {
    world.policy = 'nonsense'
    expect(await worker.app.settings()).toMatchObject({ pollMinutes: 15 })
  })
})
