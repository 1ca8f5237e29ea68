import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import type { Homeward } from './homeward.ts'

/** Lets the debugger press toolbar buttons of extensions. */
export const toolbarFlag = '--enable-unsafe-extension-debugging'

/**
 * Presses Homeward's button in the browser's toolbar while a page is in front, as a person does: the browser opens the
 * real popup, and lets the extension into that tab (`activeTab`).
 */
export async function pressToolbarButton(homeward: Homeward, page: Page): Promise<Popup> {
  await page.bringToFront()
  const browser = homeward.context.browser()
  if (!browser) throw new Error('no browser')
  const session = await browser.newBrowserCDPSession()
  const call = session.send.bind(session) as (method: string, params: object) => Promise<never>
  const { targetInfos } = (await call('Target.getTargets', { filter: [{ type: 'tab' }] })) as { targetInfos: Target[] }
  const tab = targetInfos.find(({ url }) => url === page.url())
  if (!tab) throw new Error(`no tab shows ${page.url()}`)
  await call('Extensions.triggerAction', { id: homeward.id, targetId: tab.targetId })
  return Popup.attach(session, `chrome-extension://${homeward.id}/popup.html`)
}

/** Why the toolbar cannot be pressed in this Chromium, if so: the debugger can since version 146. */
export async function toolbarTrouble({ context }: Homeward): Promise<string | undefined> {
  const session = await context.browser()?.newBrowserCDPSession()
  const call = session?.send.bind(session) as (method: string, params: object) => Promise<never>
  const trouble = await call('Extensions.triggerAction', { id: '', targetId: '' }).catch(String)
  return trouble.includes("wasn't found") ? `Chromium ${context.browser()?.version()}: ${trouble}` : undefined
}

interface Target {
  targetId: string
  type: string
  url: string
}

/** The popup that hangs from the toolbar. Playwright does not see it, so the debugger is spoken to directly. */
export class Popup {
  private readonly session: CDPSession
  private readonly sessionId: string
  private readonly waiting = new Map<number, (answer: unknown) => void>()
  private messages = 0

  private constructor(session: CDPSession, sessionId: string) {
    this.session = session
    this.sessionId = sessionId
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id: number; result: unknown }
      this.waiting.get(id)?.(result)
    })
  }

  static async attach(session: CDPSession, url: string): Promise<Popup> {
    for (;;) {
      const { targetInfos } = await session.send('Target.getTargets')
      const popup = targetInfos.find((target) => target.type === 'page' && target.url === url)
      if (popup) {
        const { sessionId } = await session.send('Target.attachToTarget', { targetId: popup.targetId, flatten: false })
        return new Popup(session, sessionId)
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Waits until the popup shows these words. */
  async waitFor(words: string): Promise<void> {
    for (let tries = 0; !(await this.text()).includes(words); tries++) {
      if (tries > 150) throw new Error(`"${words}" is not in the popup, but: ${await this.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  async text(): Promise<string> {
    // There is no body in the first moments.
    return ((await this.run('document.body?.innerText')) as string | undefined) ?? ''
  }

  /** Presses a button with the mouse. */
  async click(name: string): Promise<void> {
    await this.waitFor(name)
    const find = `[...document.querySelectorAll('button')].find((one) => one.textContent === ${JSON.stringify(name)})`
    const place = await this.run(
      `(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(${find}.getBoundingClientRect())`,
    )
    const mouse = { ...(place as object), button: 'left', clickCount: 1 }
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse })
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse })
  }

  /** Types into the field of a label. */
  async type(label: string, text: string): Promise<void> {
    await this.waitFor(label)
    const find = `[...document.querySelectorAll('label')].find((one) => one.textContent === ${JSON.stringify(label)})`
    await this.run(`${find}.control.focus()`)
    await this.send('Input.insertText', { text })
  }

  async screenshot(path: string): Promise<void> {
    const { data } = (await this.send('Page.captureScreenshot', {})) as { data?: string }
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, Buffer.from(data ?? '', 'base64'))
  }

  private async run(expression: string): Promise<unknown> {
    const answer = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    return (answer as { result?: { value?: unknown } }).result?.value
  }

  private async send(method: string, params: object): Promise<unknown> {
    const id = ++this.messages
    const answered = new Promise<unknown>((resolve) => this.waiting.set(id, resolve))
    const message = JSON.stringify({ id, method, params })
    await this.session.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message })
    return answered
  }
}
