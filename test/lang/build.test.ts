import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packLocales, type PublicFile } from '../../lib/build/locales.ts'
import { shipped, type Messages } from '../../lib/build/messages.ts'
import { pseudo } from '../../lib/build/pseudo.ts'
import { english } from './languages.ts'

const locales = join(import.meta.dirname, '../../public/_locales')
const file = (language: string): PublicFile => ({
  relativeDest: `_locales/${language}/messages.json`,
  absoluteSrc: join(locales, language, 'messages.json'),
})

/** The texts of a language in a build of that mode. */
function built(language: string, mode: string): Messages {
  const files = [file(language)]
  packLocales(files, mode)
  return JSON.parse(files[0]?.contents ?? '') as Messages
}

describe('the texts in a build', () => {
  test('have numbers for placeholders and no notes', () => {
    const messages = {
      some: {
        message: '$GOOD$ of $TOTAL$, 5 $',
        description: 'A note.',
        placeholders: { good: { content: '$1', example: '3' }, total: { content: '$2' } },
      },
    }
    expect(shipped(messages)).toEqual({ some: { message: '$1 of $2, 5 $' } })
    expect(Object.keys(built('en', 'production'))).toEqual(Object.keys(english))
    expect(JSON.stringify(built('pl', 'production'))).not.toMatch(/\$[A-Z]/i)
  })

  test('leave other files alone', () => {
    const files: PublicFile[] = [{ relativeDest: 'icon/logo.svg', absoluteSrc: '/nowhere' }]
    packLocales(files, 'production')
    expect(files).toEqual([{ relativeDest: 'icon/logo.svg', absoluteSrc: '/nowhere' }])
  })

  test('are pseudo where they were English, on demand', () => {
    expect(pseudo('Open $NAME$ at https://a.example')).toBe('⟦Öþéñ $NAME$ àţ https://a.example ~ ~ ~ ~ ~ ~ ~⟧')
    expect(built('en', 'pseudo')['inbox_accept']).toEqual({ message: '⟦Àççéþţ ~ ~⟧' })
    expect(built('en', 'pseudo')['direction']).toEqual({ message: 'ltr' })
    expect(built('en', 'pseudo-rtl')['direction']).toEqual({ message: 'rtl' })
    expect(built('en', 'pseudo')['language']).toEqual({ message: 'en' })
    expect(built('de', 'pseudo')).toEqual(built('de', 'production'))
  })
})
