import { setTimeout as sleep } from 'node:timers/promises'
import type { ElementHandle, Page } from 'puppeteer-core'

/** How long something may take to show, in milliseconds: slow machines are no failure. */
const patience = 30_000

type Role = 'button' | 'link' | 'textbox' | 'password' | 'listitem' | 'tab'

/** Asks again until the answer is one; an error on the way (a page that is loading) counts as none yet. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + patience
  let last: unknown
  do {
    try {
      const answer = await ask()
      if (answer) return answer
    } catch (error) {
      last = error
    }
    await sleep(50)
  } while (Date.now() < deadline)
  throw new Error(`never: ${what}${last instanceof Error ? ` (${last.message})` : ''}`)
}

/** A page as people use it: they find things by what they are and are called, and click where they see them. */
export class View {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  find(role: Role, name: string | null): Promise<ElementHandle> {
    return until(`${role} "${name}"`, async () =>
      (await this.page.evaluateHandle(locate, role, name)).asElement(),
    ) as Promise<ElementHandle>
  }

  /** Clicks what is called so, once it stands still. */
  async click(role: Role, name: string): Promise<void> {
    const element = await this.find(role, name)
    await element.scrollIntoView()
    let before = ''
    await until(`${role} "${name}" stands still`, async () => {
      const [last, now] = [before, JSON.stringify(await element.boundingBox())]
      before = now
      return last === now
    })
    await element.click()
  }

  async type(role: Role, name: string, text: string): Promise<void> {
    await this.click(role, name)
    await this.page.keyboard.type(text)
  }

  /** Waits until the page says this, in its cards too. */
  async reads(text: string | RegExp): Promise<void> {
    const pattern = typeof text === 'string' ? text : text.source
    const isPattern = typeof text !== 'string'
    let last = ''
    await until(`the words ${text}`, async () => {
      last = await this.page.evaluate(allText)
      return isPattern ? new RegExp(pattern).test(last) : last.includes(pattern)
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; the page says: ${last.slice(0, 1000)}`)
    })
  }

  text(): Promise<string> {
    return this.page.evaluate(allText)
  }

  /** The button on share pages does not hear what comes in the first moment after it has appeared. */
  async clickAdd(): Promise<void> {
    await this.find('button', 'Add to my cloud')
    await sleep(450)
    await this.click('button', 'Add to my cloud')
  }

  /** Firefox 140 sometimes takes a moment to know a tab again whose page is another process's now. */
  async toFront(): Promise<void> {
    await until('the tab in front', () => this.page.bringToFront().then(() => true))
  }

  close(): Promise<void> {
    return this.page.close()
  }
}

/** Runs in the page: the first visible element of that role and name, in open shadow roots too. */
function locate(role: string, name: string | null): Element | null {
  const selectors: Record<string, string> = {
    button: 'button, input[type=submit], [role=button]',
    link: 'a[href]',
    textbox: 'input:not([type]), input[type=text], input[type=url], input[type=search], textarea',
    password: 'input[type=password]',
    listitem: 'li',
    tab: '[role=tab]',
  }
  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  }
  const words = (element: Element): string => {
    const input = element as HTMLInputElement
    const labels = [...(input.labels ?? [])].map(({ textContent }) => textContent)
    const said = element.getAttribute('aria-label') ?? (labels.join(' ') || element.textContent || input.value)
    return said.replaceAll(/\s+/g, ' ').trim()
  }
  const all = roots.flatMap((root) => [...root.querySelectorAll(selectors[role] ?? role)])
  const seen = all.filter((element) => element.getClientRects().length > 0)
  return seen.find((element) => name === null || words(element) === name) ?? null
}

/** Runs in the page: what can be read there, in open shadow roots too. */
function allText(): string {
  const texts = [document.body?.innerText ?? '']
  for (const { shadowRoot } of document.querySelectorAll('*')) {
    for (const child of shadowRoot?.children ?? []) texts.push((child as HTMLElement).innerText ?? '')
  }
  return texts.join('\n')
}
