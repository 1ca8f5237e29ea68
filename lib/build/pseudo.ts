import { mapMessages, type Messages } from './messages.ts'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'àƀçðéƒĝĥîĵķļɱñöþɋŕšţüṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'

/** What is said in no language: names of placeholders, addresses. */
const unspoken = /\$\w+\$|https?:\S+|\/s\//

/** How much longer than English a text may become: German and Polish do. */
const growth = 0.4

/**
 * An English text as a language that does not exist: still readable, 40 % longer, in brackets that show where it
 * begins, ends or is cut off. A text without brackets on the screen is one that cannot be translated.
 */
export function pseudo(text: string): string {
  const parts = text.split(new RegExp(`(${unspoken.source})`))
  const strange = parts.map((part) => (unspoken.test(part) ? part : accent(part))).join('')
  return `⟦${strange}${' ~'.repeat(Math.ceil((text.length * growth) / 2))}⟧`
}

const accent = (text: string): string => text.replace(/[a-z]/gi, (letter) => accented.charAt(plain.indexOf(letter)))

/** English in pseudo, except what the browser reads. */
export function pseudoMessages(english: Messages, direction: 'ltr' | 'rtl'): Messages {
  const { language, page_language, extension_short_name } = english
  return {
    ...mapMessages(english, pseudo),
    ...(language && { language }),
    ...(page_language && { page_language }),
    ...(extension_short_name && { extension_short_name }),
    direction: { message: direction },
  }
}
