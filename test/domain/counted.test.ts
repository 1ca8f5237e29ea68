import { describe, expect, test } from 'vitest'
import { counted, digits } from '../../lib/domain/counted.ts'
import type { Translate } from '../../lib/domain/text.ts'

/** A browser that has these texts; as the real one it gives nothing for a key it has not. */
const speaking =
  (texts: Record<string, string>): Translate =>
  (key, ...substitutions) =>
    (texts[key] ?? '').replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '')

const key = 'toolbar_pending'
const forms = (language: string, names: string[]): Translate =>
  speaking({ language, ...Object.fromEntries(names.map((name) => [`${key}_${name}`, `${name} $1`])) })

describe('a text that says a number', () => {
  test.each([
    ['en', 'one other', { 0: 'other', 1: 'one', 2: 'other', 21: 'other' }],
    ['pl', 'one few many other', { 0: 'many', 1: 'one', 2: 'few', 4: 'few', 5: 'many', 12: 'many', 22: 'few' }],
    ['fr', 'one other', { 0: 'one', 1: 'one', 2: 'other' }],
    ['pt-BR', 'one other', { 0: 'one', 1: 'one', 2: 'other' }],
    ['ja', 'other', { 1: 'other' }],
  ])('has the plural forms of %s', (language, names, expected: Record<number, string>) => {
    const t = forms(language, names.split(' '))
    for (const [count, form] of Object.entries(expected)) {
      expect(counted(t, key, Number(count))).toBe(`${form} ${count}`)
    }
  })

  test('falls back to the form that every language has', () => {
    // French has a form of its own for millions, which we do not write.
    expect(counted(forms('fr', ['one', 'other']), key, 2_000_000)).toMatch(/^other 2\D000\D000$/)
  })

  test('takes more than its number', () => {
    const t = speaking({ language: 'en', [`${key}_one`]: '$1 from $2' })
    expect(counted(t, key, 1, 'Bob')).toBe('1 from Bob')
  })

  test('is written in the digits of the texts’ language', () => {
    const inLanguage = (language: string): string => digits(speaking({ language }), 12_345)
    expect(inLanguage('de')).toBe('12.345')
    expect(inLanguage('pl')).toBe('12\u00a0345')
    expect(inLanguage('')).toBe('12,345')
  })
})
