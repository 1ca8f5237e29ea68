import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redact, removed, type Json } from '../../lib/domain/redact.ts'

const json = fc.jsonValue() as fc.Arbitrary<Json>
const secret = fc.string({ minLength: 4, maxLength: 40 }).filter((text) => !text.includes(removed))

/** A secret in one of the places it could hide: alone, inside a text, in a key, deep down. */
const hidden = (text: string, value: Json) =>
  fc.constantFrom<Json>(
    text,
    `before ${text} after`,
    { [text]: value },
    { [`a${text}b`]: [value] },
    [[{ deep: `${text}${text}` }], value],
    { query: `?x=${encodeURIComponent(text.replace(/\p{Cs}/gu, ''))}&y=1` },
  )

/** Every text in a value, keys included. */
const texts = (value: Json): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(texts)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)])
}

describe('redact', () => {
  it('lets no secret through, wherever it hides', () => {
    const places = fc
      .tuple(fc.array(secret, { minLength: 1, maxLength: 3 }), json)
      .chain(([secrets, value]) => fc.tuple(fc.constant(secrets), fc.constant(value), hidden(secrets[0] ?? '', value)))
    fc.assert(
      fc.property(places, ([secrets, around, place]) => {
        const clean = texts(redact([around, place], { secrets, names: new Map() }))
        expect(clean.find((text) => secrets.some((each) => text.includes(each)))).toBeUndefined()
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('replaces names everywhere, whatever their case, and the same one by the same word', () => {
    const host = fc.domain()
    fc.assert(
      fc.property(host, fc.webPath(), (name, path) => {
        const names = new Map([[name, 'name-1']])
        const report = { a: name, b: `https://${name.toUpperCase()}${path}`, [name]: [`user@${name}`] }
        const clean = JSON.stringify(redact(report, { secrets: [], names }))
        expect([clean.toLowerCase().includes(name.toLowerCase()), clean.includes('user@name-1')]).toEqual([false, true])
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('changes nothing where there is nothing to hide, and no value is lost', () => {
    fc.assert(
      fc.property(json, (value) => {
        const plain = JSON.parse(JSON.stringify({ value }).replaceAll(/pass|secret|token|auth|cookie|credential/gi, ''))
        expect(redact(plain, { secrets: [], names: new Map() })).toEqual(plain)
      }),
      { numRuns: 10_000 },
    )
  }, 60_000)

  it('empties fields that are secret by their name', () => {
    const report = { appPassword: 'x', share_token: ['y'], nested: { Authorization: 'Basic z' }, passed: 3 }
    expect(redact(report, { secrets: [], names: new Map() })).toEqual({
      appPassword: removed,
      share_token: removed,
      nested: { Authorization: removed },
      passed: 3,
    })
  })

  it('replaces the longer of two names first', () => {
    const names = new Map([
      ['home.example', 'name-1'],
      ['alice@home.example', 'name-2'],
    ])
    expect(redact('alice@home.example, bob@home.example', { secrets: [], names })).toBe('name-2, bob@name-1')
  })
})
