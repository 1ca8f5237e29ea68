import { beforeEach, expect, it } from 'vitest'
import { World } from './world.ts'

let world: World
beforeEach(() => void (world = new World()))

const install = () => world.startWorker().app.onFirstRun()

it('opens once, though the browser tells of the installation twice', async () => {
  await Promise.all([install(), install()])
  await install()
  expect(world.openedTabs).toEqual(['welcome'])
})

it.each([
  ['is told not to', { hideWelcome: true }, false, []],
  ['is told to by all means', { hideWelcome: false, homeAddress: 'https://cloud.example.org' }, true, ['welcome']],
  ['finds a preset home', { homeAddress: 'https://cloud.example.org' }, false, []],
  ['was installed by an administrator', {}, true, []],
  ['finds other settings only', { pollMinutes: 30 }, false, ['welcome']],
  ['finds nonsense', { hideWelcome: 'yes', homeAddress: 7 }, false, ['welcome']],
])('what happens when it %s', async (_, policy, isByAdmin, opened) => {
  Object.assign(world, { policy, isByAdmin })
  await install()
  expect(world.openedTabs).toEqual(opened)
  // What an administrator changes later brings no page up.
  world.policy = {}
  world.isByAdmin = false
  await install()
  expect(world.openedTabs).toEqual(opened)
})
