import type { Page } from '@playwright/test'
import { connect } from './connect.ts'
import { prepare, routeOf, whyNoMount } from './routes.ts'
import { expect, note, skipIf, test } from './test.ts'

const password = 'Correct-horse-battery-9417'

async function paste(popup: Page, url: string): Promise<void> {
  await popup.getByRole('textbox', { name: 'Paste a share link' }).fill(url)
  await popup.getByRole('button', { name: 'Add', exact: true }).first().click()
}

test('a pasted link is mounted', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, { pasted: true })
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const popup = await homeward.openPopup()
  const { name, text, url } = await props.link('Pasted')
  const started = Date.now()
  await paste(popup, url)
  await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  note(`pasted to mounted (${'route' in plan ? plan.route : ''}): ${Date.now() - started} ms`)
  expect(await props.readAtHome(name)).toBe(text)
})

test('a pasted link with a password asks for it', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, { pasted: true, isProtected: true })
  skipIf(whyNoMount(plan))
  await prepare(homeward.context, home, plan)
  await connect(homeward, home)
  const popup = await homeward.openPopup()
  const { name, text, url } = await props.link('Pasted secret', { password })
  await paste(popup, url)
  await popup.getByLabel('Share password').fill(password)
  await popup.keyboard.press('Enter')
  await expect(popup.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  expect(await props.readAtHome(name)).toBe(text)
})

test('a pasted link that cannot be mounted says so', async ({ homeward, home, remote, props }) => {
  const plan = routeOf(home, remote, { pasted: true, isProtected: true })
  skipIf('refusal' in plan ? undefined : 'this pair can do everything')
  await connect(homeward, home)
  const popup = await homeward.openPopup()
  const { url } = await props.link('Pasted in vain', { password })
  await paste(popup, url)
  await expect(popup.getByText('title' in plan ? plan.title : '').first()).toBeVisible()
  expect(await props.received()).toEqual([])
})
