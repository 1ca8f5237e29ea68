import { expect, test } from './test.ts'
import { workerOf, type Chrome } from './worker.ts'

test('a damaged item is set aside and told, everything else goes on', async ({ homeward, home }) => {
  await homeward.connect(home)
  const worker = await workerOf(homeward)
  await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    await chrome.storage.local.set({ secrets: 'rubbish', jobs: { version: 1, value: 7 } })
  })
  await homeward.killWorker()
  const options = await homeward.openOptions()
  const popup = await homeward.openPopup()
  await expect(options.getByText('Homeward could not read something it had stored')).toBeVisible()
  await expect(popup.getByText('Homeward could not read something it had stored')).toBeVisible()
  const account = options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(account).toContainText('Signed out')
  const kept = await (
    await workerOf(homeward)
  ).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const stored = await chrome.storage.local.get()
    return { jobs: stored['set-aside:jobs'], secrets: stored['set-aside:secrets'] ?? null }
  })
  expect(kept).toEqual({ jobs: { version: 1, value: 7 }, secrets: null })
  await options.getByRole('button', { name: 'Dismiss' }).first().click()
  await expect(options.getByText('Homeward could not read something it had stored')).toHaveCount(0)
})
