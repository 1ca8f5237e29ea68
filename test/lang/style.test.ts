import { describe, expect, test } from 'vitest'
import { english, englishOf, languages, textOf, translations } from './languages.ts'

const narrow = '\u202f'

/** Texts that break a rule, said as `key: text`. */
const breaking = (messages: Record<string, { message: string }>, breaks: (text: string, key: string) => boolean) =>
  Object.entries(messages)
    .filter(([key, { message }]) => breaks(message, key))
    .map(([key, { message }]) => `${key}: ${message}`)

/** Names and codes. */
const unsaid = ['extension_short_name', 'popup_title', 'add_placeholder', 'create_receiver_placeholder', 'direction']

/** Words that a language shares with English: a text of nothing else may look the same. */
const shared: Record<string, string> = {
  de: 'server in link links team teams version',
  fr: 'copies conversation conversations e-mail note version',
  it: 'server password in account link team',
  nl: 'server inbox account accounts in privacy link links e-mail team teams share shares',
  pl: 'folder link e-mail',
  pt_BR: 'link links e-mail',
}

const isShared = (language: string, text: string): boolean => {
  const words = new Set(shared[language]?.split(' '))
  return text
    .replace(/\$\w+\$/g, '')
    .split(/[\s.:…]+/)
    .every((word) => word === '' || words.has(word.toLowerCase()))
}

/** English words that are no words of the language, so a part was left untranslated. */
const englishWords = /(?<![\p{L}/.:_-])(the|your|you|with|this|and|cannot|it’s|shared?|from|cloud ID)(?![\p{L}/_-])/iu
const borrowed: Record<string, RegExp> = { nl: /\bshare\b/gi, de: /Federated-Sharing/g }

/** Without what is quoted in English there, too: names of settings that a server does not translate. */
const unquoted = (text: string, model: string): string =>
  text.replace(/[“„«](.+?)[”“»]/g, (whole, words: string) => (model.includes(words.trim()) ? ' ' : whole))

/** What stays as it is in every language. */
const untranslatable =
  /`[^`]+`|https?:\/\/(?:[\w/-]+(?:\.[\w/-]+)*)?|\/s\/|[a-z]+(?:_[a-z]+)+|[a-z]+\.php|overwrite\S*\b|Nextcloud|ownCloud(?: Infinite Scale)?|OpenCloud|\d+/g

/** Short things in tight places: a translator's note says what it is. */
const isTight = (key: string): boolean =>
  /\b(button|tab|label|mark|heading|title|link|short|box)\b/i.test(english[key]?.description ?? '') &&
  englishOf(key).length <= 40

const endOf = (text: string): string => /[.…:?]$/.exec(text)?.[0] ?? ''

describe.each([...languages])('%s', (_, messages) => {
  test('fits the stores and the browsers', () => {
    // Chrome: 75 and 132, short names 12. Edge: 45. addons.mozilla.org: 50 and 250.
    expect(textOf(messages, 'extension_name').length).toBeLessThanOrEqual(45)
    expect(textOf(messages, 'extension_description').length).toBeLessThanOrEqual(132)
    expect(textOf(messages, 'extension_short_name')).toBe('Homeward')
  })

  test('is set in type, not typed', () => {
    expect(breaking(messages, (text) => /["]|\.\.\.| {2}|^\s|\s$/.test(text))).toEqual([])
  })
})

describe.each(translations)('%s', (language, messages) => {
  test('has no English left over', () => {
    const left = breaking(messages, (text, key) => text === englishOf(key) && !unsaid.includes(key))
    expect(left.filter((line) => !isShared(language, line.slice(line.indexOf(':') + 2)))).toEqual([])
    const own = borrowed[language] ?? /(?!)/
    const rest = (text: string, key: string): string => unquoted(text, englishOf(key)).replace(own, '')
    expect(breaking(messages, (text, key) => englishWords.test(rest(text, key)))).toEqual([])
  })

  test('keeps names, addresses and numbers', () => {
    const lost = breaking(messages, (text, key) =>
      (englishOf(key).match(untranslatable) ?? []).some((name) => !text.includes(name)),
    )
    expect(lost).toEqual([])
  })

  test('ends its texts as English does', () => {
    expect(breaking(messages, (text, key) => endOf(text) !== endOf(englishOf(key)))).toEqual([])
  })

  test('is short where there is little room', () => {
    const long = breaking(messages, (text, key) => isTight(key) && text.length > englishOf(key).length * 1.6 + 12)
    expect(long).toEqual([])
  })

  test('names buttons by what stands on them', () => {
    for (const key of ['settings_menus', 'ready_button', 'ready_menu']) {
      expect(textOf(messages, key)).toContain(textOf(messages, 'menu_add'))
    }
    expect(textOf(messages, 'failure_settings_file_foreign_fix')).toContain(textOf(messages, 'keep_save'))
    for (const key of ['failure_login_expired_fix', 'failure_login_cancelled_fix']) {
      expect(textOf(messages, key)).toContain(textOf(messages, 'connect_submit'))
    }
    expect(textOf(messages, 'page_add')).toBe(textOf(messages, 'menu_add'))
    expect(textOf(messages, 'page_open')).toBe(textOf(messages, 'open_in_my_cloud'))
  })
})

/** What each language’s typesetters would not let pass: what is forbidden, by language. */
const rules: Record<string, RegExp[]> = {
  // Informal as Nextcloud is: no Sie or Ihr inside a sentence.
  de: [/”|[«»‘]/, /[\p{Ll},;] (Sie|Ihnen|Ihre?[mnrs]?)\b/u, /'/],
  fr: [
    new RegExp(`(?<!${narrow})(?:[;!?»]|:(?=\\s|$))|«(?!${narrow})`),
    /['“”„]/,
    /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
  ],
  es: [/['“”„]|[«]\s|\s[»]/, /^[^¿]*\?|^[^¡]*!/, /\busted(es)?\b/i],
  nl: [/'|[„«»]/, /\bu(w|zelf)?\b/i],
  it: [/'|[„«»]/, /\b(Lei|Suo|Sua)\b/],
  pt_BR: [/'|[„«»]/, /\b(tu|teu|tua)\b/i, /\b(ficheiros?|ecrã|utilizador)\b/i],
  pl: [/'|[“«»]/, /(?<!\p{L})(Pan|Pani|Państwo)(?!\p{L})/u],
}

describe.each(Object.entries(rules))('%s', (language, forbidden) => {
  test('keeps the rules of its typesetters and the manner we speak in', () => {
    const messages = languages.get(language) ?? {}
    for (const rule of forbidden) expect(breaking(messages, (text) => rule.test(text))).toEqual([])
  })

  test('closes every quotation', () => {
    const messages = languages.get(language) ?? {}
    const pair = { de: '„“', fr: '«»', es: '«»', pl: '„”' }[language] ?? '“”'
    const [open = '', close = ''] = pair
    expect(breaking(messages, (text) => text.split(open).length !== text.split(close).length)).toEqual([])
  })
})
