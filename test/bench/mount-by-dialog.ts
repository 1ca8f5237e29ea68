import type { Page } from '@playwright/test'
import type { Cloud } from '../cloud-server/index.ts'
import type { Effort, Wanted } from './built-in.ts'

/**
 * Nextcloud 32's own way, with its clicks, page loads and requests: menu, dialog, cloud id, home's front page, bell,
 * Accept, Files. The test cloud has no bell to click, so its two requests (list, accept) are made from the page, and
 * the clicks they stand for are counted.
 */
export async function mountByDialog(page: Page, home: Cloud, { name, password }: Wanted): Promise<Effort> {
  const effort: Effort = { clicks: 0, typed: 0 }
  const click = async (what: string): Promise<void> => {
    effort.clicks++
    await page.getByRole('button', { name: what }).click()
  }
  if (password !== undefined) {
    effort.typed += password.length
    await page.locator('input[name=password]').pressSequentially(password)
    await click('Submit')
    await page.waitForURL(/\/s\/[^/]+$/)
  }
  await click('More actions')
  await click('Add to your Nextcloud')
  const cloudId = home.cloudId('alice')
  effort.typed += cloudId.length
  await page.getByLabel('Federated user').pressSequentially(cloudId)
  await click('Create share')
  await page.waitForURL(`${home.base}/**`)
  await page.getByText('Log out').waitFor()
  effort.clicks++
  const notifications = await callByPage(page, `${home.base}/ocs/v2.php/apps/notifications/api/v2/notifications`, 'GET')
  const [accept] = [...notifications.matchAll(/https?:\/\/[^"<]+\/remote_shares\/pending\/\d+/g)]
  if (!accept) throw new Error('no notification came')
  effort.clicks++
  await callByPage(page, accept[0], 'POST')
  effort.clicks++
  await page.goto(`${home.base}/index.php/apps/files/`)
  await page.getByRole('link', { name, exact: true }).waitFor()
  return effort
}

/** A call of Nextcloud's own script, in the user's session. */
const callByPage = (page: Page, url: string, method: string): Promise<string> =>
  page.evaluate(
    async ([address, verb]) => {
      const headers = { 'OCS-APIRequest': 'true', requesttoken: document.head.dataset['requesttoken'] ?? '' }
      const answer = await fetch(address, { method: verb, headers })
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
      return answer.text()
    },
    [url, method] as const,
  )
