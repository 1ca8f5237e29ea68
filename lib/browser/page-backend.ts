/** The content script's door to the browser: messages to the background, and texts. */
import type { Translate } from '../domain/text.ts'
import type { Message, PageCalls, Request, Response } from '../protocol.ts'
import { native } from './native.ts'

/** Rejects when the background worker dies before it answers; page calls may all be sent again. */
export function callBackground<K extends keyof PageCalls>(call: K, request: Request<K>): Promise<Response<K>> {
  const message: Message<K> = { call, request }
  return native.runtime.sendMessage(message) as Promise<Response<K>>
}

export const translate: Translate = (key, ...substitutions) => native.i18n.getMessage(key, substitutions)
