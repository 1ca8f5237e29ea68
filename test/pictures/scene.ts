import type { ComponentChild } from 'preact'
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
}

/** A background that knows this. */
export function knowing(view: Partial<View>, answers: FakeBackend['answers'] = {}): FakeBackend {
  const backend = new FakeBackend(view)
  backend.answers = answers
  return backend
}

/** For what never comes to an end. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined)

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

const named = (text: string) => (element: HTMLElement) =>
  (element.getAttribute('aria-label') ?? element.textContent)?.trim() === text

/** Presses the button, tab or link of that name; the last of several. */
export const press = (text: string): Promise<void> =>
  act(
    text,
    () => [...document.querySelectorAll<HTMLElement>('button, [role=tab], a, summary')].findLast(named(text)),
    (element) => element.click(),
  )

/** Types into the field of that name. */
export const type = (label: string, text: string): Promise<void> =>
  act(
    label,
    () => {
      const found = [...document.querySelectorAll<HTMLElement>('label')].find(named(label))
      const labelled = document.querySelector<HTMLElement>(`input[aria-label="${label}"]`)
      return document.getElementById(found?.getAttribute('for') ?? '') ?? labelled ?? undefined
    },
    (field) => {
      ;(field as HTMLInputElement).value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  )
