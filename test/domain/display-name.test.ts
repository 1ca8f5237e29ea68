import { assert as always, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayName } from '../../lib/domain/display-name.ts'

describe('displayName', () => {
  test.each([
    ['Holiday photos', 'Holiday photos'],
    ['  Übergröße  ', 'Übergröße'],
    ['תמונות חופשה', 'תמונות חופשה'],
    ['photo\u202Egnp.exe', 'photo\ufffdgnp.exe'],
    ['\u2067owner\u2069', '\ufffdowner\ufffd'],
    ['cloud\u200b.example', 'cloud\ufffd.example'],
    ['a\u200db', 'a\ufffdb'],
    ['two\r\nlines', 'two lines'],
    ['nul\u0000', 'nul\ufffd'],
    ['half \ud83d', 'half \ufffd'],
    ['\u3164', '\ufffd'],
    ['', ''],
    [' \n ', ''],
  ])('%j is shown as %j', (name, shown) => {
    expect(displayName(name)).toBe(shown)
  })

  test('keeps joiners where they belong to the spelling', () => {
    expect(displayName('👩\u200d💻 notes')).toBe('👩\u200d💻 notes')
    expect(displayName('❤\ufe0f\u200d🔥')).toBe('❤\ufe0f\u200d🔥')
    expect(displayName('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  test('cuts endless names and piles of marks', () => {
    expect([...displayName('😀'.repeat(4000))]).toHaveLength(301)
    expect(displayName(`a${'\u0301'.repeat(90)}`)).toHaveLength(5)
  })

  test('never lets a bidi override, a control or a line break through', () => {
    always(
      property(string({ unit: 'binary' }), (text) => {
        expect(displayName(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u200b\ufeff]/u)
      }),
    )
  })
})
