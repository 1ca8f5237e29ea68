import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { notificationAnswered, notificationClicked } from '../../lib/app/answer-notification.ts'
import { undoWindow } from '../../lib/app/answer-share.ts'
import { bobsFolder } from './clouds.ts'
import { bobSends, connectUser, startStreet, type Street } from './street.ts'
import { senderOf, World, type Worker } from './world.ts'

let street: Street
let world: World
let worker: Worker

beforeAll(async () => void (street = await startStreet()))
afterAll(() => street.clouds.stop())
beforeEach(async () => {
  world = new World()
  worker = world.startWorker()
})

const shown = () => [...world.notifications.values()]
const rowsOf = (name: string) => street.home.remoteShares('alice').filter((row) => row.name === `/${name}`)

/** Connects alice, with whatever earlier tests left behind already told. */
async function connected(): Promise<string> {
  const id = await connectUser(worker, street.home, 'alice')
  world.notifications.clear()
  return id
}

describe('a desktop notification', () => {
  it('tells of one new share, from whom and where, with its answers as buttons', async () => {
    const id = await connected()
    await bobSends(street, street.home, 'Photos')
    await worker.app.refresh(id)
    expect(shown()).toMatchObject([
      {
        title: 'Shared with you: Photos',
        message: `From bob on ${new URL(street.remote.base).host}`,
        buttons: ['Accept', 'Decline'],
      },
    ])
  })

  it('is not shown twice, neither by later polls nor after a restart of the browser', async () => {
    const id = await connected()
    await bobSends(street, street.home, 'Once')
    await worker.app.refresh(id)
    world.notifications.clear()
    await worker.app.refresh(id)
    const restarted = world.startWorker()
    await restarted.app.wake()
    await restarted.app.refreshEvery()
    expect(shown()).toEqual([])
  })

  it('is not shown again when the server’s list comes back short once', async () => {
    const id = await connected()
    await bobSends(street, street.home, 'Flicker')
    await worker.app.refresh(id)
    const body = '<?xml version="1.0"?><ocs><meta><status>ok</status><statuscode>200</statuscode></meta><data/></ocs>'
    street.home.faults.add({ path: /pending$/, status: 200, contentType: 'application/xml; charset=utf-8', body })
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
  })

  it('sums up several at once, over all accounts', async () => {
    await connected()
    await connectUser(worker, street.home, 'anna')
    world.notifications.clear()
    await bobSends(street, street.home, 'One')
    await bobSends(street, street.home, 'Two')
    await bobSends(street, street.home, 'Three', 'anna')
    await worker.app.refreshEvery()
    expect(shown()).toEqual([
      {
        id: 'shares',
        title: '3 shares wait for you',
        message: `From ${new URL(street.remote.base).host}`,
      },
    ])
  })

  it('is not shown when switched off, nor for the shares of that time when switched on again', async () => {
    const id = await connected()
    await worker.ui['ui/choose-settings']({ notifications: false })
    await bobSends(street, street.home, 'Silent')
    await worker.app.refresh(id)
    await worker.ui['ui/choose-settings']({ notifications: true })
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
  })

  it('is not shown when an administrator has switched it off', async () => {
    const id = await connected()
    world.policy = { notifications: false }
    await bobSends(street, street.home, 'Policy')
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
  })

  it('is not shown for what a running job asked for, but for what the job left', async () => {
    const id = await connected()
    const page = bobsFolder(street.remote, 'Asked for')
    const step = await worker.page['page/mount']({ page }, senderOf(page.base, page.token))
    await street.remote.sendFederatedShare({
      owner: 'bob',
      path: '/Asked for',
      shareWith: street.home.cloudId('alice'),
    })
    expect(step.do).toBe('ask')
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
    world.stored['jobs'] = (world.stored['jobs'] as object[]).map((job) => ({ ...job, state: 'failed' }))
    await worker.app.refresh(id)
    expect(shown()).toMatchObject([{ title: 'Shared with you: Asked for' }])
  })

  it('goes away when the share was answered elsewhere', async () => {
    const id = await connected()
    await bobSends(street, street.home, 'Answered')
    await worker.app.refresh(id)
    expect(shown()).toHaveLength(1)
    await worker.ui['ui/accept']({ accountId: id, shareId: String(rowsOf('Answered')[0]?.id) })
    await worker.app.refresh(id)
    expect(shown()).toEqual([])
  })

  it('keeps a stranger’s name from reordering or hiding the text', async () => {
    const id = await connected()
    await bobSends(street, street.home, 'invoice\u202Efdp.exe')
    await worker.app.refresh(id)
    expect(shown()[0]?.title).toBe('Shared with you: invoice\ufffdfdp.exe')
  })
})

describe('its buttons', () => {
  async function notified(name: string): Promise<string> {
    const id = await connected()
    await bobSends(street, street.home, name)
    await worker.app.refresh(id)
    return shown()[0]?.id ?? ''
  }

  it('accept, once, also when pressed twice, and offer to open what was added', async () => {
    const id = await notified('Accepted')
    await Promise.all([notificationAnswered(worker.app, id, 0), notificationAnswered(worker.app, id, 0)])
    expect(rowsOf('Accepted')).toMatchObject([{ accepted: true, mountpoint: '/Accepted' }])
    const [added] = shown()
    expect(added?.title).toBe('Added to your cloud: Accepted')
    await notificationClicked(worker.app, added?.id ?? '')
    expect(world.openedTabs.at(-1)).toContain('dir=%2FAccepted')
    expect(shown()).toEqual([])
  })

  it('decline, after the time in which it can be undone', async () => {
    const id = await notified('Declined')
    const before = world.clock
    await notificationAnswered(worker.app, id, 1)
    expect(world.clock - before).toBeGreaterThanOrEqual(undoWindow)
    expect(rowsOf('Declined')).toEqual([])
  })

  it('tell when it did not work', async () => {
    const id = await notified('Failing')
    street.home.faults.add({ method: 'POST', path: /pending\/\d+$/, status: 500, body: '' })
    await notificationAnswered(worker.app, id, 0)
    expect(shown()).toMatchObject([{ id: 'failed', title: 'Not added: Failing' }])
    expect(rowsOf('Failing')).toMatchObject([{ accepted: false }])
    await notificationClicked(worker.app, 'failed')
    expect(world.openedTabs.at(-1)).toBe('inbox')
  })

  it('and a click on it opens the inbox', async () => {
    await notificationClicked(worker.app, await notified('Clicked'))
    expect(world.openedTabs.at(-1)).toBe('inbox')
    expect(shown()).toEqual([])
  })
})
