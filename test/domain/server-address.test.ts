import { describe, expect, it } from 'vitest'
import { parseServerAddress, reachOf } from '../../lib/domain/server-address.ts'

describe('parseServerAddress', () => {
  it.each([
    ['cloud.example.org', ['https://cloud.example.org']],
    [' https://cloud.example.org/ ', ['https://cloud.example.org']],
    ['https://cloud.example.org///', ['https://cloud.example.org']],
    [
      'https://cloud.example.org/sub/index.php/apps/files?dir=/x',
      ['https://cloud.example.org/sub', 'https://cloud.example.org'],
    ],
    ['https://cloud.example.org/apps/files/', ['https://cloud.example.org']],
    [
      'https://cloud.example.org/a/b',
      ['https://cloud.example.org/a/b', 'https://cloud.example.org/a', 'https://cloud.example.org'],
    ],
    ['https://cloud.example.org/s/T0ken', ['https://cloud.example.org']],
    ['Cloud.Example.org:8443', ['https://cloud.example.org:8443']],
    ['nc-home.localhost:9201', ['http://nc-home.localhost:9201']],
    ['https://localhost', ['https://localhost']],
  ])('%s', (typed, candidates) => {
    expect(parseServerAddress(typed)).toMatchObject({ ok: true, value: { candidates, needsConfirmation: false } })
  })

  it('asks before plain http in a private network, and refuses it elsewhere', () => {
    expect(parseServerAddress('http://192.168.1.5/nc')).toMatchObject({ value: { needsConfirmation: true } })
    expect(parseServerAddress('http://nas')).toMatchObject({ value: { needsConfirmation: true } })
    expect(parseServerAddress('http://cloud.example.org')).toMatchObject({ failure: { code: 'home-not-secure' } })
    expect(parseServerAddress('http://127.0.0.1.evil.example')).toMatchObject({ failure: { code: 'home-not-secure' } })
  })

  it.each(['', '   ', 'two words', 'ftp://cloud.example.org', 'javascript:alert(1)', 'https://'])(
    'refuses %j',
    (typed) => {
      expect(parseServerAddress(typed)).toMatchObject({ ok: false, failure: { code: 'not-a-cloud' } })
    },
  )
})

describe('reachOf', () => {
  it.each([
    ['localhost', 'loopback'],
    ['nc.localhost', 'loopback'],
    ['127.0.0.1', 'loopback'],
    ['[::1]', 'loopback'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.178.2', 'private'],
    ['100.64.0.1', 'private'],
    ['[fd00::1]', 'private'],
    ['[2001:db8::1]', 'public'],
    ['nas.local', 'private'],
    ['nas', 'private'],
    ['cloud.example.org', 'public'],
    ['10.example.org', 'public'],
    ['127.evil.example', 'public'],
    ['localhost.evil.example', 'public'],
  ])('%s is %s', (host, reach) => {
    expect(reachOf(host)).toBe(reach)
  })
})
