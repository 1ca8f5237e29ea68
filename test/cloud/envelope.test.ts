import { array, assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOcs } from '../../lib/cloud/ocs.ts'
import { parseXml } from '../../lib/cloud/xml.ts'

const read = (text: string) => readOcs({ status: 200, contentType: 'application/xml', text, header: () => null })
const envelope = (meta: string, data = '<data/>') =>
  `<?xml version="1.0"?>\n<ocs>\n <meta>${meta}</meta>\n ${data}</ocs>`

describe('the envelope parser', () => {
  // What XML is made of, and what it must not be made of.
  const pieces =
    `<ocs> </ocs> <meta> </meta> <statuscode> </statuscode> 200 404 <data/> <data> <element> </element> <![CDATA[ ]]>
    <!-- --> <?x ?> &amp; &#0; &#xD800; &x; < > " = <__proto__> </__proto__> <a:b c="d"> </a:b> <!DOCTYPE \u0000 \uFFFF`.split(
      /\s+/,
    )

  it('never throws, whatever comes', () => {
    const answers = (text: string) => void expect(read(text).ok).toBeTypeOf('boolean')
    assert(property(string({ unit: 'binary' }), answers))
    assert(
      property(array(constantFrom(...pieces), { maxLength: 40 }), (list) => answers(list.join(''))),
      { numRuns: 2000 },
    )
  })

  it('returns any text as it was written', () => {
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    const legal = string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\uFFFE\uFFFF]|<!doctype/iu.test(text))
    assert(property(legal, (text) => void expect(parseXml(`<a>${escaped(text)}</a>`)?.text).toBe(text)))
  })

  it('decodes what XML knows by itself, once, and nothing else', () => {
    const text =
      '&lt;&gt;&amp;&quot;&apos; &amp;lt; &#65;&#x1F600; <![CDATA[<&amp;>]]> &eacute; &#0; &#xD800; &#x110000;'
    expect(parseXml(`<a>${text}</a>`)?.text ?? 'refused').toBe(
      `<>&"' &lt; A😀 <&amp;> &eacute; &#0; &#xD800; &#x110000;`,
    )
  })

  it.each([
    ['100', 'OK', 'ok'],
    ['200', '', 'ok'],
    ['404', 'share does not exist', 'not found'],
    ['404', 'Invalid query, please check the syntax.', 'home-too-old'],
    ['998', '', 'home-too-old'],
    ['999', 'Invalid query, please check the syntax.', 'home-too-old'],
    ['999', 'anything else', 'server-error'],
    ['500', '', 'server-error'],
    ['996', 'Internal Server Error\n', 'server-error'],
    ['403', 'Could not unshare', 'home-refused'],
    ['997', 'Unauthorised', 'home-rejected-login'],
    ['401', '', 'home-rejected-login'],
    ['429', 'Reached maximum delay', 'home-throttled'],
    ['503', 'Service unavailable', 'home-maintenance'],
    ['-1', '', 'answer-unreadable'],
    ['', '', 'answer-unreadable'],
  ])('status code %s "%s" means %s, whatever HTTP says', (code, message, meaning) => {
    const result = read(envelope(`<statuscode>${code}</statuscode><message>${message}</message>`))
    expect(result.ok ? (result.value ? 'ok' : 'not found') : result.failure.code).toBe(meaning)
  })

  it('bounds how deep it goes', () => {
    const nested = (depth: number) => parseXml('<a>'.repeat(depth) + '</a>'.repeat(depth))
    expect([nested(15)?.name, nested(100)]).toEqual(['a', null])
  })

  it('takes a missing <data> for an empty one', () => {
    expect(read(envelope('<statuscode>200</statuscode>', ''))).toMatchObject({ ok: true, value: { children: [] } })
  })

  it('reads a long list in reasonable time', () => {
    const rows = '<element><id>1</id><remote>http://r/</remote><name>/n</name></element>'.repeat(10_000)
    const result = read(envelope('<statuscode>200</statuscode>', `<data>${rows}</data>`))
    expect(result.ok && result.value?.children.length).toBe(10_000)
  })
})
