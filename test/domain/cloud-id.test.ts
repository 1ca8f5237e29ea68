import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cloudIdOf, hasForeignLetters, parseCloudId } from '../../lib/domain/cloud-id.ts'

const runs = { numRuns: 10_000 }

describe('a cloud id', () => {
  it.each([
    ['alice@cloud.example.org', 'alice', 'https://cloud.example.org'],
    [' alice@cloud.example.org/ ', 'alice', 'https://cloud.example.org'],
    ['alice@Cloud.Example.ORG', 'alice', 'https://cloud.example.org'],
    ['Alice@cloud.example.org/sub/', 'Alice', 'https://cloud.example.org/sub'],
    ['alice@cloud.example.org/sub/index.php', 'alice', 'https://cloud.example.org/sub'],
    ['alice@cloud.example.org/index.php/apps/files', 'alice', 'https://cloud.example.org'],
    ['alice@http://nas:8080', 'alice', 'http://nas:8080'],
    ['alice@HTTPS://cloud.example.org:443', 'alice', 'https://cloud.example.org'],
    ['alice@example.org@cloud.example.org', 'alice@example.org', 'https://cloud.example.org'],
    ['alice@example.org@http://nas/owncloud', 'alice@example.org', 'http://nas/owncloud'],
    ['jörg.müller@cloud.example.org', 'jörg.müller', 'https://cloud.example.org'],
    ['alice@[::1]:8080', 'alice', 'https://[::1]:8080'],
    ['alice@bücher.example', 'alice', 'https://xn--bcher-kva.example'],
    ['alice@аpple.example', 'alice', 'https://xn--pple-43d.example'],
  ])('%s', (text, user, base) => {
    expect(parseCloudId(text)).toEqual({ user, base })
  })

  it.each([
    '',
    'alice',
    '@cloud.example.org',
    'alice@',
    'alice@ cloud',
    'al ice@cloud.example.org',
    'alice@cloud.example.org?x=1',
    'alice@cloud.example.org#x',
    'alice@http://',
    'alice@http://user:secret@cloud.example.org',
    'https://cloud.example.org/s/token',
    `alice@cloud.example.org/${'x'.repeat(3_000)}`,
  ])('"%s" is none', (text) => expect(parseCloudId(text)).toBeNull())

  it('is read as it is written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9.@_-]{0,20}$/), fc.webAuthority(), (user, authority) => {
        const base = URL.canParse(`https://${authority}`) ? new URL(`https://${authority}`).origin : ''
        fc.pre(base !== '' && !authority.includes('@'))
        expect(parseCloudId(cloudIdOf(user, base))).toEqual({ user, base })
      }),
      runs,
    )
  }, 60_000)

  it('of any text never throws, names a server on the web and is read the same when written out again', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.webAuthority(),
      fc.constantFrom('@', ':', '/'),
    )
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))
    let read = 0
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.tuple(text, fc.webUrl()).map((pair) => pair.join('@')),
        ),
        (words) => {
          const id = parseCloudId(words)
          if (!id) return
          read++
          expect(new URL(id.base).protocol).toMatch(/^https?:$/)
          expect(id.base).toMatch(/^[\x21-\x7e]+[^/]$/)
          expect(parseCloudId(cloudIdOf(id.user, id.base))).toEqual(id)
        },
      ),
      runs,
    )
    // Otherwise nothing was tried.
    expect(read).toBeGreaterThan(1000)
  }, 60_000)

  it('tells hosts whose letters may pose as others', () => {
    const foreign = (host: string) => hasForeignLetters(parseCloudId(`a@${host}`)?.base ?? '')
    expect(['аpple.example', 'cloud.bücher.example'].map(foreign)).toEqual([true, true])
    expect(['apple.example', 'nas', 'xn.example', 'my-xn--thing.example'].map(foreign)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
