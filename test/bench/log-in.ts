import type { BrowserContext } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'

/** Logs alice in to her home in this browser, as most people are. */
export async function logIn(context: BrowserContext, home: Cloud): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${home.base}/login`)
  await page.locator('#user').fill('alice')
  await page.locator('#password').fill('alice-password')
  await page.locator('#submit-form').click()
  await page.getByText('Log out').waitFor()
  await page.close()
}
