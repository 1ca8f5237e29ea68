import { describe, expect, it } from 'vitest'
import type { Product } from '../../lib/domain/account.ts'
import { chooseRoute, type RouteQuestion } from '../../lib/domain/mount-route.ts'

const homes = {
  nc32: { product: 'nextcloud', major: 32 },
  nc31: { product: 'nextcloud', major: 31 },
  nc30: { product: 'nextcloud', major: 30 },
  nc21: { product: 'nextcloud', major: 21 },
  /** It hides its version. */
  nc0: { product: 'nextcloud', major: 0 },
  oc10: { product: 'owncloud', major: 10 },
  ocis: { product: 'ocis', major: 7 },
} as const

type Protected = boolean | undefined
type Row = [home: keyof typeof homes, link: Product | 'unknown', password: Protected, route: string]

function ask([home, product, isProtected]: Row, more: Partial<RouteQuestion> = {}): string {
  return chooseRoute({
    home: { ...homes[home], base: 'https://home.example' },
    signedIn: true,
    remote: { base: 'https://remote.example', product, ...(isProtected === undefined ? {} : { isProtected }) },
    onPage: true,
    mayCallRemote: false,
    ...more,
  })
}

const nextclouds = ['nc32', 'nc31', 'nc30', 'nc21', 'nc0'] as const

describe('on the share page', () => {
  it.each<Row>([
    ...[...nextclouds, 'oc10' as const].flatMap((home): Row[] => [
      [home, 'nextcloud', false, 'remote-sends'],
      [home, 'nextcloud', true, 'remote-sends'],
      [home, 'nextcloud', undefined, 'remote-sends'],
      [home, 'owncloud', false, 'announce'],
      [home, 'ocis', undefined, 'pair-unsupported'],
      [home, 'ocis', true, 'pair-unsupported'],
    ]),
    ...nextclouds.flatMap((home): Row[] => [
      [home, 'owncloud', true, 'pair-needs-open-link'],
      [home, 'owncloud', undefined, 'home-permission-missing'],
    ]),
    ['oc10', 'owncloud', true, 'home-session'],
    ['oc10', 'owncloud', undefined, 'home-session'],
    ['ocis', 'nextcloud', false, 'pair-unsupported'],
    ['ocis', 'owncloud', false, 'pair-unsupported'],
    ['ocis', 'ocis', false, 'pair-unsupported'],
  ])('%s, link on %s, password %s: %s', (...row) => {
    expect(ask(row)).toBe(row[3])
  })
})

describe('a pasted link', () => {
  it.each<[...Row, allowed: string]>([
    ['nc32', 'nextcloud', undefined, 'home-asks', 'home-asks'],
    ['nc31', 'nextcloud', undefined, 'home-asks', 'home-asks'],
    ['nc30', 'nextcloud', undefined, 'home-session', 'remote-sends'],
    ['nc21', 'nextcloud', undefined, 'home-session', 'remote-sends'],
    ['nc0', 'nextcloud', undefined, 'home-session', 'remote-sends'],
    ['oc10', 'nextcloud', undefined, 'home-session', 'remote-sends'],
    // It might be oCIS: asked with the remote allowed, before anything is tried.
    ['nc32', 'unknown', undefined, 'home-permission-missing', 'home-asks'],
    ['nc30', 'unknown', undefined, 'home-permission-missing', 'remote-sends'],
    ['oc10', 'unknown', undefined, 'home-permission-missing', 'remote-sends'],
    ['nc32', 'owncloud', undefined, 'home-permission-missing', 'home-permission-missing'],
    ['nc32', 'owncloud', false, 'announce', 'announce'],
    ['nc32', 'owncloud', true, 'pair-needs-open-link', 'pair-needs-open-link'],
    ['oc10', 'owncloud', undefined, 'home-session', 'home-session'],
    ['oc10', 'owncloud', false, 'announce', 'announce'],
    ['oc10', 'owncloud', true, 'home-session', 'home-session'],
    ['nc32', 'ocis', undefined, 'pair-unsupported', 'pair-unsupported'],
    ['ocis', 'nextcloud', undefined, 'pair-unsupported', 'pair-unsupported'],
  ])('%s, link on %s, password %s: %s, and with the remote allowed %s', (home, product, password, route, allowed) => {
    const row: Row = [home, product, password, route]
    expect(ask(row, { onPage: false })).toBe(route)
    expect(ask(row, { onPage: false, mayCallRemote: true })).toBe(allowed)
  })
})

describe('without an account', () => {
  it.each<Row>([
    ['nc32', 'nextcloud', false, 'home-dialog'],
    ['nc21', 'nextcloud', true, 'home-dialog'],
    ['nc32', 'unknown', undefined, 'home-dialog'],
    ['oc10', 'nextcloud', false, 'home-dialog'],
    ['oc10', 'owncloud', true, 'home-dialog'],
    // An account could do it.
    ['nc32', 'owncloud', false, 'not-connected'],
    ['nc32', 'ocis', undefined, 'pair-unsupported'],
    ['ocis', 'nextcloud', false, 'pair-unsupported'],
  ])('%s, link on %s, password %s: %s', (...row) => {
    expect(ask(row, { signedIn: false })).toBe(row[3])
  })
})

describe('addresses', () => {
  const between = (home: string, remote: string, more: Partial<RouteQuestion> = {}) =>
    ask(['nc32', 'nextcloud', false, ''], {
      home: { ...homes.nc32, base: home },
      remote: { base: remote, product: 'nextcloud' },
      ...more,
    })

  it.each([
    ['https://cloud.example', 'https://CLOUD.example'],
    ['https://cloud.example/sub', 'http://cloud.example/sub/'],
    ['https://cloud.example/sub', 'https://cloud.example/sub/index.php'],
    ['https://cloud.example', 'https://cloud.example:443'],
  ])('%s and %s are the same server', (home, remote) => {
    expect(between(home, remote)).toBe('own-share')
    expect(between(home, remote, { onPage: false, signedIn: false })).toBe('own-share')
  })

  it.each([
    ['https://cloud.example/one', 'https://cloud.example/two'],
    ['https://cloud.example', 'https://cloud.example:8443'],
    ['https://cloud.example', 'https://cloud.example/sub'],
  ])('%s and %s are two servers', (home, remote) => {
    expect(between(home, remote)).toBe('remote-sends')
  })

  it.each([
    ['https://cloud.example', 'http://192.168.1.10', 'remote-private-address'],
    ['https://cloud.example', 'https://nas.local', 'remote-private-address'],
    ['https://cloud.example', 'https://nas', 'remote-private-address'],
    ['https://cloud.example', 'http://localhost:8080', 'remote-private-address'],
    ['https://cloud.example', 'https://[fd00::1]', 'remote-private-address'],
    ['http://192.168.1.2', 'http://192.168.1.10', 'remote-sends'],
    ['http://localhost:1', 'http://localhost:2', 'remote-sends'],
    ['http://nas.local', 'https://remote.example', 'remote-sends'],
    ['http://localhost:1', 'https://remote.example', 'remote-sends'],
  ])('from %s to %s: %s, unless the user wants to try', (home, remote, route) => {
    expect(between(home, remote)).toBe(route)
    expect(between(home, remote, { anyway: true })).toBe('remote-sends')
  })
})
