// @vitest-environment happy-dom
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognise } from '../../lib/share-page/recognise.ts'
import * as pages from './documents.ts'

const { address, at, base, parse, token } = pages
const everyPage = [
  pages.nextcloud32(),
  pages.nextcloud30(),
  pages.owncloud10(),
  pages.nextcloudPrompt(),
  pages.nextcloud33Prompt(),
  pages.nextcloud32Gone(),
  pages.owncloudGone(),
]

const read = (markup: string) => recognise(parse(markup), at(address))

describe('values that are not what they should be', () => {
  test.each([
    ['broken base64', 'raw:%%%'],
    ['base64 of no UTF-8', `raw:${btoa('"\xff\xfe"')}`],
    ['base64 of no JSON', `raw:${btoa('{')}`],
    ['a deep nest', `raw:${btoa('['.repeat(50_000))}`],
    ['a number', 7],
    ['null', null],
    ['an object', { toString: 'x' }],
  ])('%s', (_, value) => {
    for (const key of ['isPublic', 'sharingToken']) {
      expect(read(pages.nextcloud32({ [`files_sharing-${key}`]: value }))).toBeNull()
    }
    for (const key of ['filename', 'view', 'owner', 'sharePermissions']) {
      expect(read(pages.nextcloud32({ [`files_sharing-${key}`]: value }))).toMatchObject({ base, token })
    }
    expect(read(pages.nextcloud32({ 'core-public-page-menu': value }))).toMatchObject({ base, token })
  })

  test.each(['', '/', 'a/b', 'x'.repeat(256), 'x'.repeat(300_000), 'nul\u0000'])('a name no server allows', (name) => {
    expect(read(pages.nextcloud32({ 'files_sharing-filename': name }))).not.toHaveProperty('name')
  })

  test('an address that is far too long', () => {
    expect(recognise(parse(pages.nextcloud32()), at(`https://a.example/${'x/'.repeat(5000)}s/${token}`))).toBeNull()
  })
})

describe('documents that hide their own methods', () => {
  const names = ['body', 'querySelector', 'querySelectorAll', 'getElementById', 'getAttribute', 'documentElement']
  const traps = names.map((name) => `<img name="${name}"><form name="${name}"><input name="${name}"></form>`).join('')

  test.each(everyPage)('are read as they are', (markup) => {
    expect(recognise(parse(markup.replace('</body>', `${traps}</body>`)), at(address))).toEqual(read(markup))
  })

  test('even when the methods are replaced', () => {
    const document = parse(pages.nextcloud32())
    Object.defineProperties(document, { querySelector: { value: null }, querySelectorAll: { value: 'x' } })
    expect(recognise(document, at(address))).toMatchObject({ base, token })
  })

  test('a thousand copies of an id', () => {
    const copies = `<input type="hidden" id="sharingToken" value="${token}">`.repeat(1000)
    expect(read(pages.nextcloud30({ content: copies }))).toBeNull()
  })
})

/** Any cut, doubled or foreign piece in any page. */
const mutation = fc
  .record({
    page: fc.constantFrom(...everyPage),
    from: fc.nat(1500),
    length: fc.nat(200),
    put: fc.oneof(
      fc.string({ maxLength: 50 }),
      fc.constantFrom('"', '<', '>', '</div>', '<form name="body">', 'value="', token, '<svg>', '<template>', '<!--'),
    ),
    again: fc.boolean(),
  })
  .map(({ page, from, length, put, again }) => {
    const cut = page.slice(from, from + length)
    return page.slice(0, from) + (again ? cut + put + cut : put) + page.slice(from + length)
  })

const anyHref = fc.oneof(
  fc.constant(address),
  fc.constant(`${base}/s/${token}`),
  fc.webUrl().map((url) => `${url}/s/${token}`),
  fc.string(),
)

test('mutated documents never throw and never tell another link than the address does', () => {
  fc.assert(
    fc.property(mutation, anyHref, (markup, href) => {
      const page = recognise(parse(markup), at(href))
      if (page === null) return
      expect(page.token).toBe(token)
      expect(new URL(href).href.startsWith(page.base)).toBe(true)
      expect(page.name?.length ?? 0).toBeLessThanOrEqual(255)
    }),
    { numRuns: 500 },
  )
})
