import type { Page } from '@playwright/test'
import { faults } from './axe.ts'
import { expect, test } from './test.ts'

const many = 5000

/** Rows that may be made anew before a key is answered on the screen: each costs about half a millisecond. */
const budget = { list: 8, files: 40 }

/** Types into the search; how many rows are made to show what it finds. Counted, for times vary. */
function rowsMade(page: Page, text: string, row: string): Promise<number> {
  return page.evaluate(
    async ([words, selector]) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]')
      if (!field) throw new Error('no search')
      const before = new Set(document.querySelectorAll(selector))
      field.value = words
      field.dispatchEvent(new Event('input', { bubbles: true }))
      // Rendered by now, while what comes a frame later, of this search or the last, still waits for its turn.
      await Promise.resolve()
      return [...document.querySelectorAll(selector)].filter((one) => !before.has(one)).length
    },
    [text, row] as const,
  )
}

test('5,000 shares and 5,000 files are listed, searched and walked at once', async ({ homeward, home }) => {
  for (let n = 0; n < many; n++) {
    home.writeFile('alice', `/Archive/scan ${n}.pdf`, 'x')
    home.createPublicLink({ owner: 'alice', path: `/Archive/scan ${n}.pdf`, label: `Link ${n}` })
  }
  await homeward.connect(home)
  const page = await homeward.openShares()
  await expect(page.locator('.count')).toHaveText('5,000')
  const rows = page.locator('[data-row]')
  expect(await rows.count()).toBeLessThan(60)
  // Tokens have neither 0 nor 1.
  for (const text of ['scan 1', 'scan 10', 'scan 101', 'scan 0']) {
    const made = await rowsMade(page, text, '[data-row]')
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThanOrEqual(budget.list)
  }
  // And the others a moment later.
  await expect.poll(() => rows.count()).toBeGreaterThan(budget.list)
  await page.getByRole('searchbox').fill('scan 4999')
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox').fill('')
  await page.keyboard.press('End')
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await expect(page.getByRole('heading', { name: 'scan 0.pdf' })).toBeVisible()
  expect(await rows.count()).toBeLessThan(60)
  expect(await faults(page)).toEqual([])

  await page.getByRole('button', { name: 'Share a file…' }).click()
  await page.getByRole('button', { name: /^Archive/ }).click()
  await expect(page.getByText('5,000 entries')).toBeVisible()
  const first = page.getByRole('button', { name: /^scan 0.pdf/ })
  await expect(first).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: /^scan 4999.pdf/ })).toBeFocused()
  for (const text of ['scan 1', 'scan 27', 'scan 4']) {
    const made = await rowsMade(page, text, '.file')
    expect(made).toBeGreaterThan(0)
    expect(made).toBeLessThanOrEqual(budget.files)
  }
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
  const receiver = page.getByRole('combobox', { name: 'Name or cloud ID' })
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
