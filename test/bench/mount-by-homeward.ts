import type { Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import { SharePageView } from '../e2e/homeward.ts'
import type { Effort, Wanted } from './built-in.ts'

/** Homeward's way: the button on the share page, then its link to the folder. */
export async function mountByHomeward(page: Page, home: Cloud, { name, password }: Wanted): Promise<Effort> {
  const view = new SharePageView(page)
  if (password !== undefined) await view.password.pressSequentially(password)
  await view.add.click()
  await view.open.waitFor()
  const files = await openedBy(page, () => view.open.click())
  await files.waitForURL(`${home.base}/**`)
  await files.locator('#current-folder', { hasText: name }).waitFor()
  return { clicks: 2, typed: password?.length ?? 0 }
}

/** The tab in which a link shows its target. */
async function openedBy(page: Page, click: () => Promise<void>): Promise<Page> {
  const opened = page
    .context()
    .waitForEvent('page', { timeout: 2000 })
    .catch(() => page)
  await click()
  return opened
}
