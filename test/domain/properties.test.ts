import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { cloudIdOf } from '../../lib/domain/cloud-id.ts'
import { nextPollAt } from '../../lib/domain/poll-schedule.ts'
import { parsePublicLink, publicLinkUrl, sameBase, sameLink } from '../../lib/domain/public-link.ts'
import { isOutOfReach, parseServerAddress, reachOf } from '../../lib/domain/server-address.ts'

const runs = { numRuns: 10_000 }
vi.setConfig({ testTimeout: 60_000 })

const host = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constant('localhost'),
)
const port = fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined })
/** A folder a server can be installed in; some look like parts of a link. */
const folder = fc
  .array(fc.oneof(fc.stringMatching(/^[a-z0-9_-]{1,8}$/), fc.constantFrom('s', 'apps2', 'index.php2')), {
    maxLength: 3,
  })
  .map((parts) => parts.map((part) => `/${part}`).join(''))
const base = fc
  .tuple(fc.constantFrom('http', 'https'), host, port, folder)
  .map(([scheme, name, number, path]) => new URL(`${scheme}://${name}${number ? `:${number}` : ''}`).origin + path)
/** Not `s`: `/s/s/download` could be either of two links. */
const token = fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/).filter((text) => text !== 's')
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.tuple(base, fc.string({ maxLength: 20 })).map(([server, rest]) => `${server}/s/${rest}`),
)

describe('public link', () => {
  it('is read back from every address a server gives it', () => {
    const tails = ['', '/', '/authenticate', '/authenticate/showShare', '/download', '/download/a%20b.txt', '/preview']
    const address = fc.record({
      base,
      token,
      front: fc.constantFrom('', '/index.php'),
      tail: fc.constantFrom(...tails),
      query: fc.constantFrom('', '?path=/a', '#x', '?openfile=1#/s/other'),
    })
    fc.assert(
      fc.property(address, (parts) => {
        const text = `${parts.base}${parts.front}/s/${parts.token}${parts.tail}${parts.query}`
        expect(parsePublicLink(text)).toEqual({ base: parts.base, token: parts.token })
      }),
      runs,
    )
  })

  it('of any text never throws, stays on the address’s own server and survives being written out again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const link = parsePublicLink(text)
        if (!link) return
        expect(link.token).toMatch(/^[A-Za-z0-9-]{1,255}$/)
        expect(new URL(link.base).origin).toBe(new URL(text.trim()).origin)
        expect(link.base).not.toMatch(/[?#]|\/$/)
        expect(parsePublicLink(publicLinkUrl(link))).toEqual(link)
      }),
      runs,
    )
  })

  it('is the same one only on the same host, port and folder', () => {
    fc.assert(
      fc.property(base, base, token, token, (one, two, a, b) => {
        const [x, y] = [new URL(one), new URL(two)]
        const same = x.host === y.host && x.pathname.replace(/\/$/, '') === y.pathname.replace(/\/$/, '')
        expect(sameBase(one, two)).toBe(same)
        expect(sameBase(one, `${one}/index.php`)).toBe(true)
        expect(sameLink({ base: one, token: a }, { base: two, token: b })).toBe(same && a === b)
      }),
      runs,
    )
  })

  it('comparing bases never throws, and what is no address is like nothing', () => {
    fc.assert(
      fc.property(anything, anything, (one, two) => {
        expect(sameBase(one, two)).toBe(sameBase(two, one))
      }),
      runs,
    )
  })
})

describe('cloud id', () => {
  it('holds user and server, names no https, keeps http and never ends in a slash', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), base, fc.constantFrom('', '/', '//'), (user, server, slashes) => {
        const id = cloudIdOf(user, server + slashes)
        expect(id.startsWith(`${user}@`)).toBe(true)
        const address = id.slice(user.length + 1)
        expect(address).toBe(server.startsWith('https:') ? server.slice('https://'.length) : server)
      }),
      runs,
    )
  })
})

describe('server address', () => {
  it('of any text never throws; what it gives are bases of one origin, deepest first, never plain http in public', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          host,
          fc.tuple(host, fc.webPath()).map((parts) => parts.join('')),
        ),
        (text) => {
          const address = parseServerAddress(text)
          if (!address.ok) return void expect(['not-a-cloud', 'home-not-secure']).toContain(address.failure.code)
          const { candidates, needsConfirmation } = address.value
          const urls = candidates.map((candidate) => new URL(candidate))
          expect(new Set(urls.map(({ origin }) => origin)).size).toBe(1)
          expect(candidates.at(-1)).toBe(urls[0]?.origin)
          expect(candidates.map(({ length }) => length)).toEqual(
            candidates.map(({ length }) => length).toSorted((a, b) => b - a),
          )
          const [{ protocol, hostname }] = urls as [URL]
          const reach = reachOf(hostname)
          expect(['http:', 'https:']).toContain(protocol)
          if (protocol === 'http:') expect(reach).not.toBe('public')
          expect(needsConfirmation).toBe(protocol === 'http:' && reach === 'private')
        },
      ),
      runs,
    )
  })

  it('is found again from anywhere inside the server', () => {
    const places = [
      '',
      '/',
      '/index.php/apps/files/?dir=/',
      '/apps/dashboard/',
      '/login',
      '/s/AbC',
      '/status.php',
      '/f/7',
    ]
    const clean = base.filter((one) => !/\/(?:s|f|login|apps|settings|ocs)(?:\/|$)/.test(one))
    fc.assert(
      fc.property(clean, fc.constantFrom(...places), (server, place) => {
        const address = parseServerAddress(server + place)
        if (address.ok) expect(address.value.candidates[0]).toBe(server)
        else expect(server.startsWith('http:')).toBe(true)
      }),
      runs,
    )
  })

  it('out of reach is only what is nearer than a public home', () => {
    fc.assert(
      fc.property(base, base, (home, remote) => {
        const [a, b] = [home, remote].map((one) => reachOf(new URL(one).hostname))
        expect(isOutOfReach(home, remote)).toBe(a === 'public' && b !== 'public')
      }),
      runs,
    )
  })
})

describe('poll schedule', () => {
  const minute = 60_000
  const now = fc.integer({ min: 0, max: 4e12 })
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const interval = fc.integer({ min: 5 * minute, max: 24 * 60 * minute })
  const failures = fc.oneof(fc.nat(12), fc.nat(5000))

  it('lies between half the pause and the longest one, and is a whole number', () => {
    fc.assert(
      fc.property(interval, failures, now, random, (every, tries, at, luck) => {
        const wait = nextPollAt({ failures: tries, interval: every }, at, luck) - at
        expect(Number.isInteger(wait)).toBe(true)
        expect(wait).toBeGreaterThanOrEqual(Math.floor(every * (tries === 0 ? 0.9 : 0.5)))
        expect(wait).toBeLessThanOrEqual(Math.ceil(tries === 0 ? every * 1.1 : Math.max(every, 6 * 60 * minute)))
      }),
      runs,
    )
  })

  it('never comes sooner for one failure more, nor for a later now', () => {
    fc.assert(
      fc.property(interval, failures, now, random, fc.nat(1e9), (every, tries, at, luck, more) => {
        const next = (count: number, from = at) => nextPollAt({ failures: count, interval: every }, from, luck)
        // From the first failure on: that one trades a tight jitter for a wide one, and may come sooner.
        expect(next(tries + 2)).toBeGreaterThanOrEqual(next(tries + 1))
        expect(next(tries, at + more) - next(tries)).toBe(more)
      }),
      runs,
    )
  })

  it('never comes before what the server asked for, nor within half an hour of a throttling', () => {
    fc.assert(
      fc.property(
        interval,
        failures,
        now,
        random,
        fc.nat(86_400),
        fc.boolean(),
        (every, tries, at, luck, after, slow) => {
          const wait =
            nextPollAt({ failures: tries, interval: every, retryAfter: after, throttled: slow }, at, luck) - at
          expect(wait).toBeGreaterThanOrEqual(after * 1000)
          if (slow) expect(wait).toBeGreaterThanOrEqual(30 * minute)
        },
      ),
      runs,
    )
  })
})
