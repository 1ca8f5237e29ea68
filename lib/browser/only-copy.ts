import { native } from './native.ts'

/** Names the event by which copies of the content script find each other: pages cannot be told apart from them by it. */
const arrival = `homeward:${native.runtime.id}`

/** A page can hide the document's own methods behind `<img name="dispatchEvent">`. */
const { addEventListener, dispatchEvent } = EventTarget.prototype

/**
 * Tells older copies of this script in the same document that a newer one has come: the browser adds one to the pages
 * that are open when a permission is given, and when Homeward is updated.
 * @param replaced called when a newer copy comes in turn
 */
export function becomeOnlyCopy(replaced: () => void): void {
  dispatchEvent.call(document, new Event(arrival))
  addEventListener.call(document, arrival, replaced, { once: true })
}

/** False once the extension was updated or removed under the page. */
export const isExtensionAlive = (): boolean => native.runtime?.id !== undefined
