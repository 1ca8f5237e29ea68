import { expect, it } from 'vitest'
import { World } from './world.ts'

/** Two browsers of one user; what one writes into the sync, the other one is told. */
function twoBrowsers() {
  const [one, other] = [new World(), new World()]
  return { one, other, here: one.startWorker(), there: other.startWorker() }
}

it('is off at first: nothing leaves the browser, nothing comes in', async () => {
  const { one, here } = twoBrowsers()
  await here.ui['ui/choose-settings']({ pollMinutes: 30 })
  expect(one.synced).toBeUndefined()
  one.synced = { pollMinutes: 60 }
  await here.app.onSync()
  expect(one.stored['settings']).toEqual({ pollMinutes: 30 })
})

it('carries the choices over, and nothing else', async () => {
  const { one, other, here, there } = twoBrowsers()
  one.stored['secrets'] = { a: { loginName: 'alice', appPassword: 'app-password' } }
  await here.ui['ui/choose-settings']({ sync: true })
  await here.ui['ui/choose-settings']({ pollMinutes: 30, notifications: false })
  expect(one.synced).toEqual({ pollMinutes: 30, notifications: false })
  other.synced = one.synced
  await there.ui['ui/choose-settings']({ sync: true })
  expect(other.stored['settings']).toEqual({ sync: true, pollMinutes: 30, notifications: false })
})

it('takes a change from elsewhere over once, without sending it back', async () => {
  const { one, here } = twoBrowsers()
  await here.ui['ui/choose-settings']({ sync: true, pollMinutes: 30 })
  const sent = { pollMinutes: 180, secrets: 'none of ours', pasteBox: 'nonsense' }
  one.synced = sent
  await here.app.onSync()
  expect(one.stored['settings']).toEqual({ sync: true, pollMinutes: 180 })
  expect(one.synced).toBe(sent)
})

it('does not override an administrator', async () => {
  const { one, here } = twoBrowsers()
  one.policy = { pollMinutes: 45 }
  one.synced = { pollMinutes: 180 }
  await here.ui['ui/choose-settings']({ sync: true })
  expect(await here.app.settings()).toMatchObject({ pollMinutes: 45 })
})
