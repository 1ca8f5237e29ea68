import { test as base } from '@playwright/test'
import { Homeward } from '../e2e/homeward.ts'
import { withCloud } from './clean-cloud.ts'
import type { LiveCloud } from './live-cloud.ts'
import { Props } from './props.ts'
import { serversFromEnvironment } from './servers.ts'

interface Fixtures {
  homeward: Homeward
  props: Props
}

/** One login per server and run: real servers count logins. A fresh browser for each test. */
export const test = base.extend<Fixtures, { home: LiveCloud; remote: LiveCloud }>({
  home: [
    ({ playwright }, use) => withCloud(serversFromEnvironment().home, playwright.request, use),
    { scope: 'worker' },
  ],
  remote: [
    ({ playwright }, use) => withCloud(serversFromEnvironment().remote, playwright.request, use),
    { scope: 'worker' },
  ],
  homeward: async ({ playwright: _ }, use) => {
    const homeward = await Homeward.launch()
    await use(homeward)
    await homeward.close()
  },
  props: async ({ home, remote }, use) => {
    const props = new Props(home, remote)
    await use(props)
    await props.remove()
  },
})

export { expect } from '@playwright/test'

/** Skips the test, telling why; goes on when there is no reason to. */
export function skipIf(reason: string | undefined): void {
  test.skip(reason !== undefined, reason)
}

/** A figure for the report at the end of the run. */
export function note(figure: string): void {
  test.info().annotations.push({ type: 'figure', description: figure })
}
