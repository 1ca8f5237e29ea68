import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import type { Translate } from '../../lib/domain/text.ts'

interface Entry {
  message: string
  placeholders?: Record<string, { content: string }>
}

/** What the browser's own `i18n.getMessage` does; a missing key throws here, where the browser shows nothing. */
export const translate: Translate = (key, ...substitutions) => {
  const entry = (messages as Record<string, Entry>)[key]
  if (!entry) throw new Error(`no message "${key}"`)
  const fill = (text: string): string =>
    text.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '')
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
    const placeholder = entry.placeholders?.[name.toLowerCase()]
    return placeholder ? fill(placeholder.content) : whole
  })
}
