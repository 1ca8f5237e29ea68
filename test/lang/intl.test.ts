// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import { formatBytes } from '../../components/bytes.ts'
import { formatAgo, formatMoment } from '../../components/time.ts'
import { counted } from '../../lib/domain/counted.ts'
import { translatorOf } from '../components/translate.ts'
import { languages } from './languages.ts'

afterEach(() => document.documentElement.removeAttribute('lang'))

const translator = (name: string) => translatorOf(languages.get(name) ?? {})

/** As components/start.tsx does before anything is drawn. */
function speak(name: string) {
  const t = translator(name)
  document.documentElement.lang = t('language')
  return t
}

const now = Date.UTC(2026, 10, 21, 12)

describe('times, sizes and numbers are in the language of the texts, not in the browser’s', () => {
  test.each([
    ['de', 'vor 2 Stunden', '12,3 GB', '21. November 2026'],
    ['en', '2 hours ago', '12.3 GB', 'November 21, 2026'],
    ['es', 'hace 2 horas', '12,3 GB', '21 de noviembre de 2026'],
    ['fr', 'il y a 2 heures', '12,3 Go', '21 novembre 2026'],
    ['it', '2 ore fa', '12,3 GB', '21 novembre 2026'],
    ['nl', '2 uur geleden', '12,3 GB', '21 november 2026'],
    ['pl', '2 godziny temu', '12,3 GB', '21 listopada 2026'],
    ['pt_BR', 'há 2 horas', '12,3 GB', '21 de novembro de 2026'],
  ])('%s', (name, ago, size, day) => {
    speak(name)
    expect(formatAgo(now - 2 * 3_600_000, now, '')).toBe(ago)
    expect(formatBytes(12_300_000_000).replace(/\s/g, ' ')).toBe(size)
    expect(formatMoment(now)).toContain(day)
  })
})

describe('what is counted', () => {
  test.each<[string, [number, string][]]>([
    [
      'de',
      [
        [1, '1 Freigabe wartet auf dich'],
        [1234, '1.234 Freigaben warten auf dich'],
      ],
    ],
    [
      'fr',
      [
        [0, '0 partage vous attend'],
        [1, '1 partage vous attend'],
        [2, '2 partages vous attendent'],
      ],
    ],
    [
      'pl',
      [
        [1, 'Czeka na Ciebie 1 udostępnienie'],
        [3, 'Czekają na Ciebie 3 udostępnienia'],
        [5, 'Czeka na Ciebie 5 udostępnień'],
        [12, 'Czeka na Ciebie 12 udostępnień'],
        [22, 'Czekają na Ciebie 22 udostępnienia'],
      ],
    ],
  ])('%s', (name, expected) => {
    for (const [count, text] of expected) expect(counted(translator(name), 'notification_several', count)).toBe(text)
  })

  test.each([...languages.keys()])('%s has a text for every number', (name) => {
    const t = translator(name)
    for (const count of [...Array(130).keys(), 1000, 10_000, 1_000_000]) {
      expect(
        counted((key, ...more) => (languages.get(name)?.[key] ? t(key, ...more) : ''), 'outgoing_found', count),
      ).toMatch(/\d/)
    }
  })
})
