import browser, { type Runtime } from 'webextension-polyfill'
import type { PageHandlers, PageSender } from '../app/page-calls.ts'
import type { UiHandlers } from '../app/ui-calls.ts'
import { readShareAddress } from '../domain/share-address.ts'
import type { Message, PageCalls, UiCalls } from '../protocol.ts'

type Handler<S> = (request: never, sender: S) => Promise<unknown>

/**
 * Hands each message to its handler after checking who sent it. Content scripts reach the page calls only, and only
 * from the top frame of a share page; the extension's own pages reach the UI calls only. Everything else is refused
 * by a rejected promise.
 */
export function route(pages: PageHandlers, ui: UiHandlers) {
  return (message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id || !isMessage(message)) return undefined
    const { call, request } = message
    if (isOwnPage(sender)) return answer(ui, call as keyof UiCalls, request, undefined)
    const page = pageSender(sender)
    return page ? answer(pages, call as keyof PageCalls, request, page) : Promise.reject(refusal(call))
  }
}

function answer<S>(handlers: object, call: string, request: unknown, sender: S): Promise<unknown> {
  // Own properties only: a message must not name what every object inherits.
  const handler = Object.hasOwn(handlers, call) ? (handlers as Record<string, Handler<S>>)[call] : undefined
  return handler ? handler(request as never, sender) : Promise.reject(refusal(call))
}

const refusal = (call: string): Error => new Error(`"${call}" is not for this sender`)

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && typeof (message as Message).call === 'string'

/** Popup, options and other pages of the extension itself. */
const isOwnPage = ({ url }: Runtime.MessageSender): boolean => url?.startsWith(browser.runtime.getURL('')) ?? false

function pageSender(sender: Runtime.MessageSender & { documentId?: string }): PageSender | null {
  const { tab, frameId, url, documentId } = sender
  const link = tab?.id !== undefined && frameId === 0 && url ? (readShareAddress(url)?.link ?? null) : null
  return link && { link, document: documentId ?? `tab ${tab?.id}`, inSight: tab?.active === true }
}
