import { expect, type Page } from '@playwright/test'
import type { Homeward } from '../e2e/homeward.ts'
import type { LiveCloud } from './live-cloud.ts'

export const accounts = (options: Page) => options.getByRole('list', { name: 'Accounts' }).getByRole('listitem')

/** Types what signs in without a second tab: an app password, or on ownCloud the login password. */
export async function typeLogin(options: Page, cloud: LiveCloud, password?: string): Promise<void> {
  await options.getByRole('textbox', { name: 'Server address' }).fill(cloud.base)
  const byLoginPassword = cloud.product === 'owncloud' && cloud.own.isLoginPassword
  if (cloud.product === 'owncloud') await options.getByRole('button', { name: 'Connect' }).click()
  if (!byLoginPassword) await options.getByText('Use an app password instead').click()
  await options.getByRole('textbox', { name: 'User name' }).fill(cloud.access.userName)
  const field = byLoginPassword ? options.getByLabel('Password', { exact: true }) : options.getByLabel('App password')
  const right = byLoginPassword ? cloud.access.password : cloud.own.access.password
  await field.fill(password ?? right)
  await options.getByRole('button', { name: 'Sign in' }).click()
}

export async function connect(homeward: Homeward, home: LiveCloud): Promise<void> {
  const options = await homeward.openOptions()
  await typeLogin(options, home)
  await expect(accounts(options)).toHaveCount(1)
  await options.close()
}
