import type { Page } from '@playwright/test'
import { bobShares, expect, readAtHome, test } from './test.ts'

/** How far one would have to scroll sideways, in pixels. */
const beyondTheEdge = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test.describe('a German browser', () => {
  test.use({ language: 'de' })

  test('reads German from connecting to the folder at home, also in narrow windows', async ({
    homeward,
    home,
    remote,
  }) => {
    await homeward.connect(home)
    const share = await homeward.openShare(bobShares(remote).url)
    await expect(share.add).toHaveText('In meine Cloud holen')
    await share.clickAdd()
    await expect(share.page.getByText('Zu deiner Cloud hinzugefügt')).toBeVisible()
    await expect(share.open).toHaveText('In meiner Cloud öffnen')
    expect(await readAtHome(home, '/Photos/hello.txt')).toBe('hello from Photos')
    const popup = await homeward.openPopup()
    await expect(popup.locator('html')).toHaveAttribute('lang', 'de')
    await popup.setViewportSize({ width: 320, height: 600 })
    await popup.getByRole('tab', { name: 'Eingebunden' }).click()
    await expect(popup.getByText('Geprüft gerade eben')).toBeVisible()
    await expect(popup.getByRole('button', { name: 'Trennen' })).toBeVisible()
    expect(await beyondTheEdge(popup)).toBe(0)
  })
})

test.describe('a Polish browser', () => {
  test.use({ language: 'pl' })

  test('counts as Poles do, and has room for it', async ({ homeward, home, remote }) => {
    await homeward.connect(home)
    const title = async (): Promise<string> => {
      const worker = homeward.context.serviceWorkers()[0] ?? (await homeward.context.waitForEvent('serviceworker'))
      return worker.evaluate(() => (globalThis as unknown as { chrome: ActionApi }).chrome.action.getTitle({}))
    }
    const popup = await homeward.openPopup()
    await popup.setViewportSize({ width: 320, height: 600 })
    let sent = 0
    for (const [count, words] of [
      [1, 'Homeward: czeka na Ciebie 1 udostępnienie'],
      [2, 'Homeward: czekają na Ciebie 2 udostępnienia'],
      [5, 'Homeward: czeka na Ciebie 5 udostępnień'],
    ] as const) {
      for (; sent < count; sent++) {
        const path = `/Folder ${sent}`
        remote.writeFile('bob', `${path}/hello.txt`, 'hello')
        await remote.sendFederatedShare({ owner: 'bob', path, shareWith: home.cloudId('alice') })
      }
      await popup.getByRole('button', { name: 'Sprawdź teraz' }).click()
      await expect.poll(title).toBe(words)
    }
    await expect(popup.getByText('Sprawdzono przed chwilą')).toBeVisible()
    expect(await beyondTheEdge(popup)).toBe(0)
  })
})

interface ActionApi {
  action: { getTitle(details: object): Promise<string> }
}
