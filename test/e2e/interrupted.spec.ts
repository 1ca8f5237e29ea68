import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../cloud-server/index.ts'
import { Homeward, type SharePageView } from './homeward.ts'
import { bobShares, expect, readAtHome, test } from './test.ts'
import { notifications, poll, storedJob, workerOf, type Chrome } from './worker.ts'

const accept = /remote_shares\/pending\/\d+$/

const acceptances = (home: Cloud): number =>
  home.log.filter(({ method, path }) => method === 'POST' && accept.test(path)).length

const photos = (home: Cloud) => home.remoteShares('alice').filter(({ name }) => name.includes('Photos'))

/** bob's folder, before the click. */
async function openPhotos(homeward: Homeward, remote: Cloud): Promise<SharePageView> {
  const share = await homeward.openShare(bobShares(remote).url)
  await share.add.waitFor()
  return share
}

test('the network is lost once the remote was asked, and comes back: exactly one mount', async ({
  homeward,
  home,
  remote,
}) => {
  await homeward.connect(home)
  const share = await openPhotos(homeward, remote)
  // The remote has sent the share, and its answer is on the way.
  remote.faults.add({ method: 'POST', path: /createFederatedShare$/, before: false, delayMs: 700 })
  await share.clickAdd()
  await expect.poll(() => photos(home).length).toBe(1)
  home.clearLog()
  await homeward.context.setOffline(true)
  await expect.poll(() => storedJob(homeward)).toMatchObject({ state: 'waiting' })
  const reach = (await workerOf(homeward)).evaluate((base) => fetch(`${base}/status.php`).then(() => 'home'), home.base)
  await expect(reach).rejects.toThrow('Failed to fetch')
  await expect(share.status).toContainText('Adding to your cloud')
  expect(home.log).toEqual([])
  await homeward.context.setOffline(false)
  await expect(share.open).toBeVisible()
  expect(photos(home)).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
  expect(acceptances(home)).toBe(1)
})

test('the home goes into maintenance while it accepts, and the page is closed: an alarm ends the mount', async ({
  homeward,
  home,
  remote,
}) => {
  await homeward.connect(home)
  const share = await openPhotos(homeward, remote)
  // It has accepted, and says that it is in maintenance.
  home.faults.add({ method: 'POST', path: accept, before: false, delayMs: 300, status: 503 })
  await share.clickAdd()
  await expect.poll(() => acceptances(home)).toBe(1)
  home.settings.maintenance = true
  await share.page.close()
  const isRefused = ({ path, status }: { path: string; status: number }) =>
    path.includes('remote_shares') && status === 503
  await expect.poll(() => home.log.filter(isRefused).length).toBeGreaterThan(1)
  const job = await storedJob(homeward)
  expect(job).toMatchObject({ state: 'accepting', acceptSent: true })
  await homeward.killWorker()
  home.settings.maintenance = false
  home.clearLog()
  const page = await homeward.context.newPage()
  await page.goto(`chrome-extension://${homeward.id}/manifest.json`)
  const alarm = await page.evaluate(async (name) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const due = (await chrome.alarms.get(name))?.scheduledTime
    // A minute is over sooner in tests.
    await chrome.alarms.create(name, { when: Date.now() })
    return due
  }, `job:${job?.id}`)
  expect((alarm ?? Number.POSITIVE_INFINITY) - Date.now()).toBeLessThanOrEqual(60_000)
  await expect.poll(() => storedJob(homeward)).toMatchObject({ state: 'mounted', mountpoint: '/Photos' })
  expect(photos(home)).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
  // It looked before it acted.
  expect(acceptances(home)).toBe(0)
})

async function bobSends(remote: Cloud, home: Cloud, name: string): Promise<void> {
  remote.writeFile('bob', `/${name}/hello.txt`, name)
  const sent = await remote.sendFederatedShare({ owner: 'bob', path: `/${name}`, shareWith: home.cloudId('alice') })
  expect(sent.ok).toBe(true)
}

test('the browser is quit in the middle of a mount and started again: exactly one mount, and old shares are no news', async ({
  home,
  remote,
}) => {
  const profile = mkdtempSync(join(tmpdir(), 'homeward-profile-'))
  try {
    const first = await Homeward.launch({ profile })
    await first.connect(home)
    await bobSends(remote, home, 'Old')
    await poll(first)
    await expect.poll(() => notifications(first)).toHaveLength(1)
    const share = await openPhotos(first, remote)
    home.faults.add({ method: 'POST', path: accept, before: false, delayMs: 10_000 })
    await share.clickAdd()
    await expect.poll(() => acceptances(home)).toBe(1)
    await first.close()
    await bobSends(remote, home, 'New')

    const again = await Homeward.launch({ profile })
    // Nobody opens anything: what was left is taken up by itself.
    await expect.poll(() => storedJob(again)).toMatchObject({ state: 'mounted', mountpoint: '/Photos' })
    expect(photos(home)).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
    expect(acceptances(home)).toBe(1)
    expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
    const fresh = home.remoteShares('alice').find(({ name }) => name === '/New')
    await expect.poll(() => notifications(again)).toEqual([expect.stringMatching(new RegExp(`,"${fresh?.id}"\\]$`))])
    await again.close()
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})
