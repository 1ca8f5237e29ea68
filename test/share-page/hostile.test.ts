// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { recognise } from '../../lib/share-page/recognise.ts'
import { everyPage } from './documents/every.ts'
import * as pages from './documents/index.ts'

const { address, at, base, parse, token } = pages
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

  test.each(everyPage)('are read as they are: $name', ({ markup, href }) => {
    const trapped = recognise(parse(markup.replace('</body>', `${traps}</body>`)), at(href))
    expect(trapped).not.toBeNull()
    expect(trapped).toEqual(recognise(parse(markup), at(href)))
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
