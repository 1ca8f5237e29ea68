import type { Page } from '@playwright/test'
import type { SharePageView } from '../e2e/homeward.ts'

/** The time between a click and "Open in my cloud", in milliseconds since the epoch. */
export interface Span {
  from: number
  to: number
}

interface Marks {
  clicked: number
  done: number
}

/** Clicks the share page's button, after typing the password a protected link needs. */
export async function clickMount({ page, add, open, password }: SharePageView, sharePassword?: string): Promise<Span> {
  await add.waitFor()
  if (sharePassword !== undefined) await password.fill(sharePassword)
  // The button ignores clicks right after it appeared.
  await page.waitForTimeout(350)
  await watch(page, 'homeward-card')
  await add.click()
  await open.waitFor()
  return spanOf(page)
}

/** Pastes a link into the popup, which must be open, and waits for the job's card to offer to open it. */
export async function pasteMount(popup: Page, url: string): Promise<Span> {
  await popup.getByLabel('Paste a share link').fill(url)
  await watch(popup, null)
  await popup.keyboard.press('Enter')
  await popup.getByRole('link', { name: 'Open in my cloud' }).waitFor()
  return spanOf(popup)
}

/** Inside the page, so that no test protocol is counted: from the click (or Enter) to the link's appearance. */
const watch = (page: Page, host: string | null): Promise<void> =>
  page.evaluate((selector) => {
    const marks = globalThis as unknown as Marks
    const now = (): number => performance.timeOrigin + performance.now()
    marks.done = 0
    const begin = (): number => (marks.clicked = now())
    addEventListener(selector === null ? 'submit' : 'click', begin, { capture: true, once: true })
    const root = selector === null ? document.body : document.querySelector(selector)?.shadowRoot
    if (!root) throw new Error('there is nothing to watch')
    new MutationObserver((_, observer) => {
      if (!root.querySelector('a[href]:not([href^="chrome"])')) return
      marks.done = now()
      observer.disconnect()
    }).observe(root, { childList: true, subtree: true, attributes: true })
  }, host)

const spanOf = (page: Page): Promise<Span> =>
  page.evaluate(() => {
    const { clicked: from, done: to } = globalThis as unknown as Marks
    return { from, to }
  })
