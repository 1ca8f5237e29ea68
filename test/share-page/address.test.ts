import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parsePublicLink } from '../../lib/domain/public-link.ts'
import { webPlaceOf } from '../../lib/domain/web-place.ts'

vi.setConfig({ testTimeout: 60_000 })

const segment = fc.oneof(
  fc.constantFrom('s', 'index.php', 'apps', 'public', 'files', 'link', 'upload', 'authenticate', 'download', '..', ''),
  fc.stringMatching(/^[\w.~%-]{1,12}$/),
)
const anyAddress = fc
  .record({
    origin: fc.constantFrom(
      'https://a.example',
      'http://b.localhost:9202',
      'HTTPS://C.Example:443',
      'https://u:p@d.example',
    ),
    path: fc.array(segment, { maxLength: 8 }),
    end: fc.constantFrom('', '/', '?s=/s/x', '#/s/x', '#', '\n'),
  })
  .map(({ origin, path, end }) => `${origin}/${path.join('/')}${end}`)

/** Addresses made like those of ownCloud 7, with everything that PHP and browsers read differently. */
const name = fc.constantFrom(
  'service',
  't',
  ' t',
  '+t',
  't[]',
  't[x]',
  't\u0000',
  'T',
  'tt',
  '%74',
  'service ',
  'path',
  '',
)
const value = fc.oneof(
  fc.constantFrom('files', 'Files', 'calendar', '', 'a/b', '../s/x', '%54'),
  fc.stringMatching(/^[\w-]{1,9}$/),
)
const classic = fc
  .record({
    origin: fc.constantFrom('https://a.example', 'http://b.localhost:9202'),
    path: fc.array(segment, { maxLength: 3 }),
    script: fc.oneof(
      { weight: 4, arbitrary: fc.constant('public.php') },
      fc.constantFrom('Public.php', 'public.php/', 'public.php/webdav', 'xpublic.php'),
    ),
    first: fc.constantFrom('service=files&t=abc&', 'service=files&', ''),
    query: fc.array(fc.tuple(name, value), { maxLength: 4 }),
    end: fc.constantFrom('', '#/s/x', '&', '&t'),
  })
  .map(({ origin, path, script, first, query, end }) => {
    const pairs = query.map(([key, text]) => `${key}=${text}`).join('&')
    return `${origin}/${[...path, script].join('/')}?${first}${pairs}${end}`
  })

const runs = { numRuns: 10_000 }

test('of a classic link, the token is the one PHP reads', () => {
  let links = 0
  fc.assert(
    fc.property(classic, (address) => {
      const link = parsePublicLink(address)
      const { origin, pathname, search } = new URL(address)
      // `/s/TOKEN/download/public.php` says enough without its query.
      if (!link || parsePublicLink(origin + pathname)) return
      links++
      const read = readAsPhp(search)
      expect(read).toMatchObject({ service: 'files', t: link.token })
      expect(origin + pathname.replace(/\/*(?:index\.php\/+)*public\.php$/, '')).toBe(link.base)
    }),
    runs,
  )
  expect(links).toBeGreaterThan(500)
})

/** `$_GET`: blanks before a name go, a NUL ends it, a bracket makes a list, and the last of equal names counts. */
function readAsPhp(search: string): Record<string, string | string[]> {
  const read: Record<string, string | string[]> = {}
  for (const [key, text] of new URLSearchParams(search)) {
    const [whole = ''] = key.replace(/^ +/, '').split('\0')
    const [plain = '', ...list] = whole.split('[')
    read[plain.replace(/[ .]/g, '_')] = list.length > 0 ? [text] : text
  }
  return read
}

test('a link read from an address is made of nothing but that address', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      const link = parsePublicLink(address)
      if (!link) return
      const { origin, pathname } = new URL(address)
      expect(link.token).toMatch(/^[A-Za-z0-9-]{1,255}$/)
      const rest = (origin + pathname).slice(link.base.length)
      expect(link.base + rest).toBe(origin + pathname)
      expect(rest).toMatch(new RegExp(`^/+(?:index\\.php/+)*s/${link.token}`))
      expect(`${link.base}/`).not.toMatch(/\/apps\//)
    }),
    runs,
  )
})

test('reading a link again from what was read changes nothing', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      const link = parsePublicLink(address)
      if (!link || link.base.endsWith('/')) return
      expect(parsePublicLink(`${link.base}/s/${link.token}`)).toEqual(link)
    }),
    runs,
  )
})

test('a front controller named twice is no folder', () => {
  expect(parsePublicLink('https://a.example/sub/index.php//index.php/s/T')?.base).toBe('https://a.example/sub')
})

test('neither queries nor fragments nor user names matter', () => {
  fc.assert(
    fc.property(anyAddress, fc.string(), (address, query) => {
      const plain = new URL(address)
      plain.search = plain.hash = plain.username = plain.password = ''
      const other = new URL(plain)
      other.search = query
      other.hash = '/s/elsewhere'
      other.username = 'evil.example'
      expect(parsePublicLink(other.href)).toEqual(parsePublicLink(plain.href))
    }),
    runs,
  )
})

test('the shape that is watched takes in every link, and reads base and token from the address too', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      const place = webPlaceOf(address)
      if (parsePublicLink(address)) expect(place).not.toBeNull()
      if (!place) return
      const { origin, pathname, hash } = new URL(address)
      expect(place.link.base.startsWith(origin)).toBe(true)
      expect(`${pathname}${hash}`).toContain(`/${place.link.token}`)
    }),
    runs,
  )
})

test('no text makes reading throw, and long ones are read at once', () => {
  fc.assert(
    fc.property(fc.string(), (text) => void [parsePublicLink(text), webPlaceOf(text)]),
    runs,
  )
  const started = performance.now()
  for (const part of ['/s', '/s/a', '/public', '/a/public', '-', '/files/link']) {
    const href = `https://a.example/${part.repeat(20_000)}!`
    parsePublicLink(href)
    webPlaceOf(href)
  }
  expect(performance.now() - started).toBeLessThan(2000)
})
