/** What a `_locales/<language>/messages.json` holds: developer.chrome.com/docs/extensions/reference/api/i18n */
export interface Message {
  message: string
  description?: string
  placeholders?: Record<string, { content: string; example?: string }>
}
export type Messages = Record<string, Message>

/** Changes every message, keeps the rest. */
export const mapMessages = (messages: Messages, change: (text: string) => string): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => [key, { ...entry, message: change(entry.message) }]),
  )

/**
 * What the browser needs of it: no words for translators, and `$1` where translators see `$NAME$`. That is a third of
 * the English file.
 */
export const shipped = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, entry]) => [key, { message: numbered(entry) }]))

const numbered = ({ message, placeholders = {} }: Message): string =>
  message.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole)
