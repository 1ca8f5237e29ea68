import type { MessageKey, Translate } from './text.ts'

/**
 * A text that says a number has one key for each plural form of its language: `x_one` and `x_other`, in Polish also
 * `x_few` and `x_many` (the categories of the Unicode CLDR). Code names `x`; the number is the text's first substitution.
 */
export type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never

/** The texts' own language, not the browser's: a browser in a language we do not speak shows English texts. */
const languageOf = (t: Translate): string => t('language') || 'en'

/** Making these costs far more than using them. */
const tools = new Map<string, { rules: Intl.PluralRules; number: Intl.NumberFormat }>()

function toolsFor(language: string) {
  const known = tools.get(language)
  if (known) return known
  const made = { rules: new Intl.PluralRules(language), number: new Intl.NumberFormat(language) }
  tools.set(language, made)
  return made
}

/** A whole number as people write it: `1,234` in English, `1 234` in Polish. */
export const digits = (t: Translate, count: number): string => toolsFor(languageOf(t)).number.format(count)

/** The text in the plural form that `count` needs; where a language has no such text, in its `other` form. */
export function counted(t: Translate, key: CountedKey, count: number, ...more: string[]): string {
  const substitutions = [digits(t, count), ...more]
  const form = toolsFor(languageOf(t)).rules.select(count)
  return t(`${key}_${form}` as MessageKey, ...substitutions) || t(`${key}_other`, ...substitutions)
}
