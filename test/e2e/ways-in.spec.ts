import { bobShares, expect, readAtHome, test } from './test.ts'
import { workerOf, type Chrome } from './worker.ts'

/** What the browser tells the extension of an event that no debugger can bring about. */
type Told = [event: 'omnibox' | 'menu' | 'shortcut', address: string]

test('the address bar, the menu of a page and the shortcut add shares', async ({ homeward, home, remote }) => {
  await homeward.connect(home)
  const worker = await workerOf(homeward)
  const tell = (told: Told) =>
    worker.evaluate(async ([event, address]) => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      const [tab] = await chrome.tabs.query({ url: `${address}*` })
      if (event === 'omnibox') chrome.omnibox.onInputEntered.dispatch(address, 'currentTab')
      if (event === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: 'add-page', pageUrl: address }, tab)
      if (event === 'shortcut') chrome.commands.onCommand.dispatch('add-page', tab)
    }, told)
  const atHome = (name: string) =>
    expect.poll(() => readAtHome(home, `/${name}/hello.txt`).catch(String)).toBe(`hello from ${name}`)

  await tell(['omnibox', bobShares(remote, 'Typed').url])
  await atHome('Typed')
  for (const event of ['menu', 'shortcut'] as const) {
    const { url } = bobShares(remote, `By ${event}`)
    const { page } = await homeward.openShare(url)
    await tell([event, url])
    await atHome(`By ${event}`)
    await page.close()
  }
  // The keys are the browser's to give: it has taken the suggested ones, and the options show them.
  const options = await homeward.openOptions()
  await expect(options.getByText('Open Homeward')).toBeVisible()
  await expect(options.getByText('Alt+Shift+M')).toBeVisible()
  const opened = homeward.context.waitForEvent('page')
  await options.getByRole('button', { name: 'Change or remove shortcuts' }).click()
  await expect(await opened).toHaveURL(/^chrome:\/\/extensions\/shortcuts/)
})
