import type { Messages } from '../../lib/build/messages.ts'
import type { Translate } from '../../lib/domain/text.ts'
import english from '../../public/_locales/en/messages.json' with { type: 'json' }

/** What the browser's own `i18n.getMessage` does; a missing key throws here, where the browser shows nothing. */
export const translatorOf =
  (messages: Messages): Translate =>
  (key, ...substitutions) => {
    const entry = messages[key]
    if (!entry) throw new Error(`no message "${key}"`)
    const fill = (text: string): string =>
      text.replace(/\$(\d)/g, (_, place: string) => substitutions[Number(place) - 1] ?? '')
    return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => {
      const placeholder = entry.placeholders?.[name.toLowerCase()]
      return placeholder ? fill(placeholder.content) : whole
    })
  }

export const translate = translatorOf(english)
