// @vitest-environment happy-dom
import * as fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import { recognise } from '../../lib/share-page/recognise.ts'
import { everyPage } from './documents/every.ts'
import { at, encodeState, parse, token } from './documents/index.ts'

/** More than 10,000 cases in all: a busy machine may take a while. */
vi.setConfig({ testTimeout: 60_000 })

interface Truth {
  href: string
  base: string
  token: string
}

const folder = fc.constantFrom('', '/cloud', '/a/b', '/s', '/s/x', '/index.php/x', '/%2e%2e', '/files')
const host = fc.constantFrom('https://remote.example.org', 'http://nc.localhost:9202', 'https://xn--mnchen-3ya.example')
const tail = fc.constantFrom(
  '',
  '/',
  '/authenticate',
  '/authenticate/showShare',
  '/download',
  '?path=/s/x',
  '#/s/other',
)
/** Without `s`: in `/s/s/download` nobody can tell the token from the folder. */
const anyToken = fc.oneof({ weight: 3, arbitrary: fc.constant(token) }, fc.stringMatching(/^[A-Za-rt-z0-9-]{1,20}$/))

/** Addresses of which is known what they say. */
const truth: fc.Arbitrary<Truth> = fc
  .record({ host, folder, token: anyToken, end: tail, script: fc.constantFrom('', '/index.php') })
  .map(({ host, folder, token, end, script }) => ({
    href: `${host}${folder}${script}/s/${token}${end}`,
    base: new URL(host + folder).href.replace(/\/$/, ''),
    token,
  }))

const evil = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.jsonValue().map(encodeState),
  fc.constantFrom(token, 'other', encodeState('other'), encodeState(token), '1', 'true', '/', '../', 'x'.repeat(300)),
)

/** How often something was recognised: a test that never gets that far proves nothing. */
let recognised = 0
beforeEach(() => void (recognised = 0))

/** What must hold whatever the document says. */
function check(document: Document, { href, base, token: inAddress }: Truth): void {
  const page = recognise(document, at(href))
  if (page === null) return
  recognised++
  if (page.product === 'ocis') {
    // Of two `/s/` the first counts there: what follows are the owner's folders.
    const [, rest] = new URL(href).href.split(page.base, 2)
    expect(rest).toMatch(new RegExp(`^(/index\\.php)?/s/${page.token}([/?#]|$)`))
    expect(page.reason).toBe('pair-unsupported')
  } else expect([page.base, page.token]).toEqual([base, inAddress])
  for (const text of [page.name, page.owner]) if (text !== undefined) expect(text).toMatch(/^[^/]{1,255}$/s)
}

const documents = everyPage.map(({ markup, href }) => ({ document: parse(markup), markup, href }))

/** One to four attributes of a document get other values or go away. */
const sabotage = fc.array(
  fc.record({
    element: fc.nat(60),
    name: fc.constantFrom('value', 'id', 'name', 'class', 'type', 'data-name', 'data-owner', 'src', 'rel', 'href'),
    value: fc.option(evil, { freq: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
)

test('documents with other values say nothing of another link', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), sabotage, truth, ({ document }, changes, where) => {
      const elements = [...document.querySelectorAll('*')]
      const undo = changes.map(({ element, name, value }) => {
        const target = elements[element % elements.length] as Element
        const before = target.getAttribute(name)
        if (value === null) target.removeAttribute(name)
        else target.setAttribute(name, value)
        return () => (before === null ? target.removeAttribute(name) : target.setAttribute(name, before))
      })
      try {
        check(document, where)
      } finally {
        undo.reverse().forEach((step) => step())
      }
    }),
    { numRuns: 9500 },
  )
  expect(recognised).toBeGreaterThan(500)
  // Everything was put back: the sabotage did not wear the documents out.
  for (const { document, href } of documents) expect(recognise(document, at(href))).not.toBeNull()
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
  .map(({ page: { markup }, from, length, put, again }) => {
    const cut = markup.slice(from, from + length)
    return markup.slice(0, from) + (again ? cut + put + cut : put) + markup.slice(from + length)
  })

test('nor does broken markup', () => {
  fc.assert(
    fc.property(mutation, truth, (markup, where) => check(parse(markup), where)),
    { numRuns: 600 },
  )
  expect(recognised).toBeGreaterThan(50)
})

test('and no address is too odd', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.oneof(fc.string(), fc.webUrl()), ({ document }, href) => {
      expect(() => recognise(document, at(href))).not.toThrow()
    }),
    { numRuns: 1000 },
  )
})
