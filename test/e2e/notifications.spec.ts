import type { Cloud } from '../cloud-server/index.ts'
import type { Homeward } from './homeward.ts'
import { expect, readAtHome, test } from './test.ts'
import { notifications, poll, workerOf, type Chrome } from './worker.ts'

async function bobSends(remote: Cloud, home: Cloud, name: string): Promise<void> {
  remote.writeFile('bob', `/${name}/hello.txt`, `hello from ${name}`)
  const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  expect(sent.ok).toBe(true)
}

/** A poll that joins one under way, as right after connecting, may have looked before the share came. */
async function afterPoll(homeward: Homeward): Promise<string[]> {
  await poll(homeward)
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  return notifications(homeward)
}

test('a new share is told by a notification, whose first button accepts it', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  await bobSends(remote, home, 'Notified')
  await expect.poll(() => afterPoll(homeward), { timeout: 30_000, intervals: [2_000] }).toHaveLength(1)
  const [id = ''] = await notifications(homeward)
  const worker = await workerOf(homeward)
  await worker.evaluate((shown) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    chrome.notifications.onButtonClicked.dispatch(shown, 0)
  }, id)
  await expect.poll(() => home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Notified' }])
  expect(await readAtHome(home, '/Notified/hello.txt')).toBe('hello from Notified')
  await expect.poll(() => notifications(homeward)).toEqual([expect.stringMatching(/^open:http/)])
})

test('it is not shown again by a new worker, and not at all when switched off', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  await bobSends(remote, home, 'Old')
  await expect.poll(() => afterPoll(homeward), { timeout: 30_000, intervals: [2_000] }).toHaveLength(1)
  const worker = await workerOf(homeward)
  const [id = ''] = await notifications(homeward)
  await worker.evaluate((shown) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    chrome.notifications.onClicked.dispatch(shown)
  }, id)
  await expect.poll(() => notifications(homeward)).toEqual([])
  await homeward.killWorker()
  const options = await homeward.openOptions()
  await options.getByRole('checkbox', { name: /^Show a notification/ }).uncheck()
  await bobSends(remote, home, 'Silent')
  // The popup wakes the worker and has it look.
  const popup = await homeward.openPopup()
  await expect(popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem')).toHaveCount(2)
  await popup.waitForTimeout(500)
  expect(await notifications(homeward)).toEqual([])
})
