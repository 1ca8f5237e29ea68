import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parsePublicLink } from '../../lib/domain/public-link.ts'
import { webPlaceOf } from '../../lib/share-page/ocis-address.ts'

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

const runs = { numRuns: 10_000 }

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
      const place = webPlaceOf({ href: address })
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
    fc.property(fc.string(), (text) => void [parsePublicLink(text), webPlaceOf({ href: text })]),
    runs,
  )
  const started = performance.now()
  for (const part of ['/s', '/s/a', '/public', '/a/public', '-', '/files/link']) {
    const href = `https://a.example/${part.repeat(20_000)}!`
    parsePublicLink(href)
    webPlaceOf({ href })
  }
  expect(performance.now() - started).toBeLessThan(2000)
})
