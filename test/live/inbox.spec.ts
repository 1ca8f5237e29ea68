import type { Page } from '@playwright/test'
import type { Homeward } from '../e2e/homeward.ts'
import { connect } from './connect.ts'
import type { LiveCloud } from './live-cloud.ts'
import type { Props } from './props.ts'
import { expect, note, test } from './test.ts'

interface Stage {
  homeward: Homeward
  home: LiveCloud
  remote: LiveCloud
  props: Props
}

/** A share sent to the account, in the open popup. The account may have other shares waiting. */
async function arrived({ homeward, home, remote, props }: Stage, what: string) {
  await connect(homeward, home)
  const { name, text } = await props.folder(what)
  await remote.sendFederatedShare(`/${name}`, home.cloudId)
  const popup = await homeward.openPopup()
  const row = rowOf(popup, name)
  await expect(row).toBeVisible()
  return { name, text, popup, row }
}

const rowOf = (popup: Page, name: string) =>
  popup.getByRole('list', { name: 'Pending shares' }).getByRole('listitem').filter({ hasText: name })

test('a share somebody sent is accepted in the popup', async ({ homeward, home, remote, props }) => {
  const { name, text, row } = await arrived({ homeward, home, remote, props }, 'For Alice')
  await expect(row).toContainText(remote.userId)
  await expect(row).toContainText(new URL(remote.base).host)
  await row.getByRole('button', { name: 'Accept' }).click()
  await expect(row.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  expect(await props.readAtHome(name)).toBe(text)
  expect(await props.received()).toEqual([{ name, mountpoint: `/${name}`, accepted: true }])
})

test('a share somebody sent is declined', async ({ homeward, home, remote, props }) => {
  const { popup, row } = await arrived({ homeward, home, remote, props }, 'Unwanted')
  await row.getByRole('button', { name: 'Decline' }).click()
  await popup.close()
  await expect.poll(() => props.received(), { timeout: 30_000 }).toEqual([])
})

test('a mounted share is unmounted in the popup', async ({ homeward, home, remote, props }) => {
  const { name, popup, row } = await arrived({ homeward, home, remote, props }, 'Not for long')
  await row.getByRole('button', { name: 'Accept' }).click()
  await expect(row.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  await popup.getByRole('tab', { name: 'Mounted' }).click()
  const mounted = popup.getByRole('listitem').filter({ hasText: name })
  await mounted.getByRole('button', { name: 'Unmount' }).click()
  await mounted.getByRole('group').getByRole('button', { name: 'Unmount' }).click()
  await expect(mounted).toHaveCount(0)
  expect(await props.received()).toEqual([])
  expect(await props.readAtHome(name)).toBeNull()
  // The remote was told: it lets itself be asked again.
  await remote.sendFederatedShare(`/${name}`, home.cloudId)
  await expect.poll(() => props.received()).toMatchObject([{ accepted: false }])
})

test('a kept copy outlives the mount', async ({ homeward, home, remote, props }) => {
  const { name, text, popup, row } = await arrived({ homeward, home, remote, props }, 'Worth keeping')
  const copy = `${name} (2)`
  await row.getByRole('button', { name: 'Accept' }).click()
  await expect(row.getByRole('link', { name: 'Open in my cloud' })).toBeVisible()
  await popup.getByRole('tab', { name: 'Mounted' }).click()
  const mounted = popup.getByRole('list', { name: 'Mounted shares' }).getByRole('listitem').filter({ hasText: name })
  props.owns(copy)
  await mounted.getByRole('button', { name: 'Keep a copy' }).click()
  const started = Date.now()
  await popup.getByRole('button', { name: 'Copy here' }).click()
  const copies = popup.getByRole('list', { name: 'Copies' })
  await expect(copies.getByRole('link', { name: 'Open the copy' })).toBeVisible()
  note(`copy of a small folder kept: ${Date.now() - started} ms`)
  await mounted.getByRole('button', { name: 'Unmount' }).click()
  await mounted.getByRole('group').getByRole('button', { name: 'Unmount' }).click()
  await expect(mounted).toHaveCount(0)
  expect(await home.readFile(`/${copy}/hello.txt`)).toBe(text)
})
