import { vi } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { startMountFlow, type World } from '../../components/share-page/mount-flow.ts'
import type { SharePage } from '../../lib/domain/share-page.ts'
import type { Translate } from '../../lib/domain/text.ts'
import type { JobView, PageCalls } from '../../lib/protocol.ts'

export const page: SharePage = {
  product: 'nextcloud',
  base: 'https://remote.example.org/cloud',
  token: 'iEDw65qPLQktSTD',
  kind: 'folder',
  name: 'Photos',
  needsPassword: false,
}

export const job = (change: Partial<JobView> = {}): JobView => ({
  id: 'job-1',
  accountId: 'alice',
  state: 'waiting',
  link: { base: page.base, token: page.token },
  ...change,
})

export const mounted = job({
  state: 'mounted',
  openUrl: 'https://home.example.org/index.php/apps/files/?dir=%2FPhotos',
})
export const askStep = { do: 'ask', jobId: 'job-1', shareWith: 'alice@home.example.org' } as const

type Answers = { [K in keyof PageCalls]?: unknown[] }

/** Placeholders are filled the way the browser does; a missing text is empty there, here it fails the test. */
export const t: Translate = (key, ...substitutions) => {
  const text = (messages as Record<string, { message: string } | undefined>)[key]?.message
  if (text === undefined) throw new Error(`no text for ${key}`)
  return text.replace(/\$(\d)/g, (_, number: string) => substitutions[Number(number) - 1] ?? '')
}

/**
 * The card on a page, over a background that gives the answers listed for each call, one after the other and the last
 * one for ever. An `Error` among them is a worker that died.
 */
export async function startCard(answers: Answers = {}, given: SharePage = page, change: Partial<World> = {}) {
  const sent: { call: keyof PageCalls; request: unknown }[] = []
  const slept: number[] = []
  const queues: Answers = { 'page/hello': [{ connected: true }], 'page/connect': [undefined], ...answers }
  const fetcher = vi.fn<typeof fetch>(async () => Response.json({ remoteUrl: 'https://home.example.org' }))
  const world: World = {
    call: async (call, request) => {
      sent.push({ call, request })
      const queue = queues[call] ?? [new Error(`${call} was not expected`)]
      const answer = (queue.length > 1 ? queue.shift() : queue[0]) as never
      if ((answer as unknown) instanceof Error) throw answer
      return answer
    },
    t,
    recognise: () => given,
    isAlive: () => true,
    fetch: fetcher,
    sleep: async (milliseconds) => void slept.push(milliseconds),
    shadow: 'open',
    ...change,
  }
  const stop = startMountFlow(given, world)
  await settle()
  return { sent, slept, fetcher, stop, host, root, calls: () => sent.map(({ call }) => call) }
}

export const settle = (): Promise<unknown> => new Promise((done) => setTimeout(done, 5))

export const host = (): HTMLElement | null => document.querySelector('homeward-card')

export function root(): ShadowRoot {
  const shadow = host()?.shadowRoot
  if (!shadow) throw new Error('no card on the page')
  return shadow
}

const isShown = (element: Element): boolean => element.closest('[hidden]') === null

const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim()

/** The visible button or link of that name, or null. */
export function control(name: string): HTMLElement | null {
  const found = Array.from(root().querySelectorAll<HTMLElement>('button, a')).filter(isShown)
  return found.find((element) => nameOf(element) === name) ?? null
}

export function passwordField(): HTMLInputElement | null {
  const label = Array.from(root().querySelectorAll('label')).find((one) => one.textContent === 'Share password')
  const field = label?.htmlFor ? root().querySelector<HTMLInputElement>(`#${label.htmlFor}`) : null
  return field && isShown(field) ? field : null
}

export const status = (): string => root().querySelector('[role="status"]')?.textContent ?? ''

/** Lets the time pass in which a fresh card ignores clicks. */
export const ripen = (): void => void delete root().querySelector<HTMLElement>('.card')?.dataset.fresh

/** A click as a person makes it; a test's own click is not trusted, and that is the point of the flag. */
export async function click(
  name: string,
  how: { trusted?: boolean; detail?: number; at?: number } = {},
): Promise<void> {
  const { trusted = true, detail = 1, at } = how
  const target = control(name)
  if (!target) throw new Error(`no control named ${name}`)
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail })
  happen(target, event, trusted, at)
  await settle()
}

/** An event as the browser makes it, at a moment in milliseconds. */
export function happen(target: EventTarget, event: Event, trusted = true, at?: number): void {
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  if (at !== undefined) Object.defineProperty(event, 'timeStamp', { value: at })
  target.dispatchEvent(event)
}

/** What lies under the pointer: the card itself unless a test lays something over it. */
export function layOver(cover?: Element): void {
  Document.prototype.elementFromPoint = () => cover ?? host()
}
