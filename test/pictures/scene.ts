import type { ComponentChild } from 'preact'
import type { Messages } from '../../lib/build/messages.ts'
import type { Translate } from '../../lib/domain/text.ts'
import { FakeBackend } from '../components/fake-backend.ts'
import type { View } from '../../lib/protocol.ts'

/** A state of a view, as somebody may see it. */
export interface Scene {
  /** `view/state`: names the picture. */
  name: string
  backend?: FakeBackend
  /** What is on the page; absent where `begin` puts it there. */
  page?: ComponentChild
  /** What is done before the picture is taken. */
  begin?: (t: Translate) => Promise<void> | void
  /** Window widths in CSS pixels. */
  widths: number[]
  /** A picture of the window as it is scrolled, not of the whole page. */
  window?: boolean
}

/** A background that knows this. */
export function knowing(view: Partial<View>, answers: FakeBackend['answers'] = {}): FakeBackend {
  const backend = new FakeBackend(view)
  backend.answers = answers
  return backend
}

/** For what never comes to an end. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

/** Scenes name what they press in English; this finds it on a page in another language. */
let spoken = new Map<string, string[]>()

/** From now on what has this English text is found by its translation; a text may have several. */
export function speak(english: Messages, messages: Messages): void {
  spoken = new Map()
  for (const [key, { message }] of Object.entries(english)) {
    const there = messages[key]?.message ?? message
    spoken.set(message, [...(spoken.get(message) ?? []), there])
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

/** Waits for it, then does it. */
async function act(what: string, find: () => HTMLElement | undefined, deed: (element: HTMLElement) => void) {
  for (let tries = 0; tries < 60; tries++) {
    const element = find()
    if (element) {
      deed(element)
      return pause()
    }
    await pause()
  }
  throw new Error(`there is no ${what}`)
}

const nameOf = (element: HTMLElement): string =>
  (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()

/** The last visible one of that name, else the last whose name begins so. */
function byName(selector: string, text: string): HTMLElement | undefined {
  const words = spoken.get(text) ?? [text]
  const seen = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility())
  return (
    seen.findLast((element) => words.includes(nameOf(element))) ??
    seen.findLast((element) => words.some((word) => nameOf(element).startsWith(word)))
  )
}

/** Presses the button, tab, link, choice or proposal of that name. */
export const press = (text: string): Promise<void> =>
  act(
    text,
    () => byName('button, [role=tab], a, summary, .radio label', text),
    (element) => element.click(),
  )

/** Types into the field of that name. */
export const type = (label: string, text: string): Promise<void> =>
  act(
    label,
    () => {
      const found = byName('label, input[aria-label]', label)
      return found instanceof HTMLLabelElement ? (document.getElementById(found.htmlFor) ?? undefined) : found
    },
    (field) => {
      ;(field as HTMLInputElement).value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  )
