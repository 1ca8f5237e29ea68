import type { Page } from '@playwright/test'
import { search } from '../bench/outgoing.ts'
import { faults } from './axe.ts'
import { expect, test } from './test.ts'

const many = 5000

/** Longest pause in milliseconds between a key and what it shows; a person sees 100 as at once. */
const budget = 100

/** The shortest of the times for several texts: the others are those of a machine that does other things, too. */
async function quickestSearch(page: Page, texts: string[]): Promise<number> {
  const times: number[] = []
  for (const text of texts) times.push(await search(page, text))
  return Math.min(...times)
}

test('5,000 shares and 5,000 files are listed, searched and walked at once', async ({ homeward, home }, info) => {
  for (let n = 0; n < many; n++) {
    home.writeFile('alice', `/Archive/scan ${n}.pdf`, 'x')
    home.createPublicLink({ owner: 'alice', path: `/Archive/scan ${n}.pdf`, label: `Link ${n}` })
  }
  await homeward.connect(home)
  const page = await homeward.openShares()
  await expect(page.locator('.count')).toHaveText('5,000')
  expect(await page.locator('[data-row]').count()).toBeLessThan(100)
  const texts = ['scan 1', 'scan 2', 'scan 3', 'scan', 'link 4', 'scan 7', 'link', 'scan 9']
  const list = await quickestSearch(page, texts)
  expect(list).toBeLessThan(budget)
  await search(page, 'scan 4999')
  await expect(page.locator('[data-row]')).toHaveCount(1)
  await search(page, '')
  await page.keyboard.press('End')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('heading', { name: 'scan 0.pdf' })).toBeVisible()
  expect(await page.locator('[data-row]').count()).toBeLessThan(100)
  expect(await faults(page)).toEqual([])

  await page.getByRole('button', { name: 'Share a file…' }).click()
  await page.getByRole('button', { name: /^Archive/ }).click()
  await expect(page.getByText('5,000 entries')).toBeVisible()
  const first = page.getByRole('button', { name: /^scan 0.pdf/ })
  await expect(first).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: /^scan 4999.pdf/ })).toBeFocused()
  const files = await quickestSearch(page, ['scan 1', 'scan 2', 'scan 3', 'scan 4', 'scan'])
  expect(files).toBeLessThan(budget)
  info.annotations.push({ type: 'quickest', description: `list ${list.toFixed(0)} ms, files ${files.toFixed(0)} ms` })
})

test('what the server demands is asked for, and what it refuses stands at its field with all that was typed', async ({
  homeward,
  home,
}) => {
  home.writeFile('alice', '/Plan/a.txt', 'a')
  home.writeFile('alice', '/Gone.txt', 'gone')
  home.settings.passwordEnforced = true
  home.settings.linkExpiry = { days: 10, enforced: true }
  home.settings.customTokens = true
  await homeward.connect(home)
  const page = await homeward.openShares(true)
  const items = page.getByRole('list', { name: 'Files and folders' }).getByRole('listitem')
  const create = page.getByRole('button', { name: 'Create and copy link' })
  await items.filter({ hasText: 'Plan' }).getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('button', { name: 'Link with other options' }).click()
  await expect(page.getByLabel('With a password')).toBeDisabled()
  await expect(page.getByLabel('Ends on a set day')).toBeDisabled()
  await page.getByLabel('Label').fill('Plans')
  await page.getByLabel('Note').fill('For all of you')

  const refused = async (label: string, words: RegExp, value: string): Promise<void> => {
    await create.click()
    const field = page.getByLabel(label, { exact: true })
    await expect(field).toBeFocused()
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(words)).toBeVisible()
    await expect(field).toHaveValue(value)
    await expect(page.getByLabel('Label')).toHaveValue('Plans')
    await expect(page.getByLabel('Note')).toHaveValue('For all of you')
  }
  await refused('Password', /Passwords are enforced/, '')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await refused('Password', /at least 10 characters/, 'short')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Suggest' }).click()
  await expect(page.getByLabel('Password', { exact: true })).not.toHaveValue('short')
  const password = await page.getByLabel('Password', { exact: true }).inputValue()
  await page.getByLabel('Last day').fill('2001-01-01')
  await refused('Last day', /in the past/, '2001-01-01')
  await page.getByLabel('Last day').fill('2099-01-01')
  await refused('Last day', /more than 10 days/, '2099-01-01')
  await page.getByLabel('Last day').fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('End of the link').fill('our-plans')
  await create.click()
  await expect(page.getByText('The link is on your clipboard.')).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password)
  await expect(page.getByLabel('Link', { exact: true })).toHaveValue(`${home.base}/s/our-plans`)

  // Somebody deletes the file while it is being shared.
  await page.getByRole('button', { name: 'Share something else' }).click()
  await items.filter({ hasText: 'Gone.txt' }).getByText('Share', { exact: true }).click()
  const receiver = page.getByRole('combobox', { name: 'Name or cloud id' })
  await receiver.fill('nobody at all')
  await expect(page.getByText('Nobody found')).toBeVisible()
  await receiver.fill('dora')
  await page.getByRole('option', { name: /Dora Home/ }).click()
  home.removeFile('alice', '/Gone.txt')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: /does not exist/ })).toBeVisible()
  await page.getByRole('button', { name: 'Change' }).first().click()
  await items.filter({ hasText: 'Plan' }).getByRole('button', { name: 'Share', exact: true }).click()
  // Dora is still chosen.
  await page.getByRole('button', { name: 'Change' }).last().click()
  await receiver.fill('nobody@http://nowhere.localhost:9')
  await page.getByRole('option', { name: /on another cloud/ }).click()
  await expect(page.getByText('You can still send it')).toBeVisible()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Your cloud says' })).toBeVisible()
  expect(await faults(page)).toEqual([])
})
