import type messages from '../../public/_locales/en/messages.json'
import type { Failure, FailureCode } from './failure.ts'

/** Every text a user reads has a key in `public/_locales/en/messages.json`. */
export type MessageKey = keyof typeof messages

/** Looks a text up in the user's language; substitutions fill `$1`, `$2`, ... */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string

type Part = 'title' | 'cause' | 'fix'

/** Title, cause and fix of a failure in the user's language. */
export function failureText(t: Translate, { code }: Failure): Record<Part, string> {
  return { title: t(failureKey(code, 'title')), cause: t(failureKey(code, 'cause')), fix: t(failureKey(code, 'fix')) }
}

/** The key of a failure's text; that each exists is tested. */
export function failureKey(code: FailureCode, part: Part): MessageKey {
  return `failure_${code.replaceAll('-', '_')}_${part}` as MessageKey
}
