import { describe, expect, test } from 'vitest'
import type { Message } from '../../lib/build/messages.ts'
import { countedBase, english, languages, textOf, translations } from './languages.ts'

/** What people count here. Millions have forms of their own in French, Spanish, Italian and Portuguese. */
const counts = [...Array(2000).keys()]

const formsOf = (language: string): Set<string> => {
  const rules = new Intl.PluralRules(language.replace('_', '-'))
  return new Set(['other', ...counts.map((count) => rules.select(count))])
}

/** Every key a language needs: English's, and of counted texts all its own plural forms. */
function keysFor(language: string): string[] {
  const keys = Object.keys(english).flatMap((key) => {
    const base = countedBase(key)
    return base === undefined ? [key] : [...formsOf(language)].map((form) => `${base}_${form}`)
  })
  return [...new Set(keys)].toSorted()
}

const placeholdersIn = ({ message }: Message): string[] => [
  ...new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase())),
]

test('there are the languages we promise', () => {
  expect([...languages.keys()].toSorted()).toEqual(['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt_BR'])
})

describe.each([...languages])('%s', (language, messages) => {
  test('has every text, in every plural form, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(keysFor(language))
  })

  test('says nothing empty, and no name of its own in the wrong place', () => {
    expect(Object.keys(messages).filter((key) => textOf(messages, key).trim() === '')).toEqual([])
    const tag = language.replace('_', '-')
    expect([textOf(messages, 'language'), textOf(messages, 'page_language')]).toEqual([tag, tag])
    expect(textOf(messages, 'direction')).toBe('ltr')
    expect(Intl.PluralRules.supportedLocalesOf(tag)).toEqual([tag])
  })

  test('each placeholder is declared, with what the English one stands for', () => {
    const wrong = Object.entries(messages).filter(([key, entry]) => {
      const base = countedBase(key)
      const model = english[key] ?? english[`${base}_other`]
      const declared = Object.entries(entry.placeholders ?? {})
      return (
        declared.some(([name, { content }]) => model?.placeholders?.[name]?.content !== content) ||
        declared
          .map(([name]) => name.toLowerCase())
          .toSorted()
          .join() !== placeholdersIn(entry).toSorted().join()
      )
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})

describe.each(translations)('%s', (_, messages) => {
  test('fills in what English fills in', () => {
    const wrong = Object.entries(messages).filter(([key, entry]) => {
      const base = countedBase(key)
      const model = english[key] ?? english[`${base}_other`]
      const missing = placeholdersIn(model ?? { message: '' }).filter((name) => !placeholdersIn(entry).includes(name))
      // "every minute": a form that stands for exactly 1 may say so without the number. In `one` of French is also 0.
      const saysOne = base !== undefined && key.endsWith('_one')
      return missing.length > 0 && !saysOne
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('leaves notes for translators to the English file', () => {
    const noted = Object.values(messages).filter(
      ({ description, placeholders = {} }) =>
        description !== undefined || Object.values(placeholders).some((one) => one.example),
    )
    expect(noted).toEqual([])
  })
})
