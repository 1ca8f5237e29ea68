import { bobShares, expect, readAtHome, test } from './test.ts'

const shares = '/ocs/v2.php/apps/files_sharing/api/v1/remote_shares'

/** Every request of a mount, in order: where the background worker is killed. */
const requests = [
  { name: 'home is listed before', server: 'home', method: 'GET', path: `${shares}/pending`, nth: 1 },
  { name: 'the remote is asked', server: 'remote', method: 'POST', path: /createFederatedShare$/, nth: 1 },
  { name: 'the arrival is looked for', server: 'home', method: 'GET', path: `${shares}/pending`, nth: 2 },
  {
    name: 'the share is accepted',
    server: 'home',
    method: 'POST',
    path: new RegExp(`${shares}/pending/\\d+$`),
    nth: 1,
  },
  { name: 'the mountpoint is read', server: 'home', method: 'GET', path: new RegExp(`${shares}/\\d+$`), nth: 1 },
] as const

for (const request of requests) {
  for (const before of [true, false]) {
    const moment = before ? 'before the server acts' : 'when the server has acted and its answer is on the way'
    test(`killed while ${request.name}, ${moment}: exactly one mount`, async ({ homeward, home, remote }) => {
      await homeward.connect(home)
      const server = request.server === 'home' ? home : remote
      const { method, path, nth } = request
      const share = await homeward.openShare(bobShares(remote).url)
      await share.add.waitFor()
      home.clearLog()
      if (nth === 2) server.faults.add({ method, path, times: 1, delayMs: 1 })
      server.faults.add({ method, path, times: 1, delayMs: 1500, before })
      await share.clickAdd()
      const isIt = (sent: { method: string; path: string }) =>
        sent.method === method && (typeof path === 'string' ? sent.path === path : path.test(sent.path))
      await expect.poll(() => server.log.filter(isIt).length).toBe(nth)
      await share.page.waitForTimeout(300)
      await homeward.killWorker()
      await expect(share.open).toBeVisible({ timeout: 45_000 })
      expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
      expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
    })
  }
}

for (const sameLink of [true, false]) {
  const which = sameLink ? 'the same link' : 'another link to the same folder'
  test(`a job goes on after its page was closed and the worker killed, and ${which} joins it`, async ({
    homeward,
    home,
    remote,
  }) => {
    await homeward.connect(home)
    const first = bobShares(remote)
    const second = sameLink ? first : bobShares(remote)
    const share = await homeward.openShare(first.url)
    home.faults.add({ method: 'POST', path: /pending\/\d+$/, delayMs: 1500 })
    await share.clickAdd()
    await expect
      .poll(() => home.log.some(({ method, path }) => method === 'POST' && path.includes('/pending/')))
      .toBe(true)
    await share.page.close()
    await homeward.killWorker()
    // Whatever starts the next worker, be it the popup, takes the job up.
    await homeward.openPopup()
    const again = await homeward.openShare(second.url)
    // A page of the very link follows its running job without a click, unless the job has ended meanwhile.
    const ready = again.page.getByRole('button', { name: 'Add to my cloud', disabled: false })
    await again.open
      .or(again.status.filter({ hasText: /./ }))
      .or(ready)
      .first()
      .waitFor()
    if (await ready.isVisible()) await again.clickAdd()
    await expect(again.open).toBeVisible({ timeout: 30_000 })
    expect(home.remoteShares('alice')).toMatchObject([{ accepted: true, mountpoint: '/Photos' }])
  })
}
