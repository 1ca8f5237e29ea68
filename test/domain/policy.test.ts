import { describe, expect, it } from 'vitest'
import { mayConnect, policyKeys, readPolicy, settingsInForce } from '../../lib/domain/policy.ts'
import { defaultSettings, readSettings } from '../../lib/domain/settings.ts'
import schema from '../../public/managed-schema.json' with { type: 'json' }

describe('the schema for administrators', () => {
  it('has exactly the keys that are read, each with a title and a description', () => {
    expect(Object.keys(schema.properties)).toEqual(policyKeys)
    for (const property of Object.values(schema.properties)) {
      expect(property).toMatchObject({ title: expect.any(String), description: expect.any(String) })
    }
  })

  it('is pinned: what administrators have rolled out must go on working', () => {
    const types = Object.entries(schema.properties).map(([key, { type }]) => `${key}: ${type}`)
    expect(types).toEqual([
      'homeAddress: string',
      'homeAddressLocked: boolean',
      'notifications: boolean',
      'pollMinutes: integer',
      'inPageButton: boolean',
      'hideWelcome: boolean',
      'disablePasting: boolean',
      'disableContextMenu: boolean',
      'allowedHosts: array',
    ])
  })

  it('is one Chromium loads: an object at the top that does not speak of other properties', () => {
    expect(Object.keys(schema)).toEqual(['type', 'properties'])
    expect(schema.type).toBe('object')
  })
})

describe('readPolicy', () => {
  it('applies what is valid and names what is not', () => {
    const { policy, problems } = readPolicy({
      homeAddress: 'cloud.example.org',
      pollMinutes: 30,
      notifications: 'yes',
      allowedHosts: ['https://cloud.example.org/'],
      homeAdress: 'a slip',
    })
    expect(policy).toEqual({ homeAddress: 'cloud.example.org', pollMinutes: 30 })
    expect(problems).toEqual([
      { key: 'notifications', problem: 'invalid' },
      { key: 'allowedHosts', problem: 'invalid' },
      { key: 'homeAdress', problem: 'unknown' },
    ])
  })

  it.each([undefined, null, 'text', 7, []])('takes %j for no policy at all', (values) => {
    expect(readPolicy(values)).toEqual({ policy: {}, problems: [] })
  })

  it.each([
    ['pollMinutes', 4],
    ['pollMinutes', 1441],
    ['pollMinutes', 7.5],
    ['pollMinutes', '15'],
    ['homeAddress', ''],
    ['homeAddress', 'http://cloud.example.org'],
    ['allowedHosts', 'cloud.example.org'],
    ['allowedHosts', ['a b']],
    ['constructor', true],
  ])('refuses %s = %j', (key, value) => {
    expect(readPolicy({ [key]: value }).policy).toEqual({})
  })
})

describe('settingsInForce', () => {
  it('are the defaults, the user’s choices over them, the administrator’s word over all', () => {
    const chosen = { pollMinutes: 60, notifications: false, contextMenu: true }
    expect(settingsInForce({}, {})).toEqual({ settings: defaultSettings, locked: [] })
    expect(settingsInForce(chosen, { notifications: true, disableContextMenu: true, disablePasting: false })).toEqual({
      settings: { ...defaultSettings, pollMinutes: 60, notifications: true, contextMenu: false },
      locked: ['notifications', 'contextMenu'],
    })
  })
})

describe('readSettings', () => {
  it('keeps the valid choices only', () => {
    const sent = { notifications: false, pollMinutes: 3, pasteBox: 'no', secrets: true, __proto__: { sync: true } }
    expect(readSettings(sent)).toEqual({ notifications: false })
    expect(readSettings('nonsense')).toEqual({})
  })
})

describe('mayConnect', () => {
  const locked = { homeAddress: 'https://cloud.example.org/sub', homeAddressLocked: true }
  const hosts = { allowedHosts: ['cloud.example.org', '*.Example.com', 'port.example.org:8443'] }
  it.each([
    ['https://anything.example', {}, true],
    ['https://cloud.example.org/sub', locked, true],
    ['https://cloud.example.org', locked, true],
    ['https://cloud.example.org/other', locked, false],
    ['https://evil.example', locked, false],
    ['https://evil.example', { homeAddressLocked: true }, true],
    ['https://evil.example', { homeAddress: 'https://cloud.example.org' }, true],
    ['https://cloud.example.org', hosts, true],
    ['https://cloud.example.org:8443', hosts, true],
    ['https://sub.cloud.example.org', hosts, false],
    ['https://a.b.example.com', hosts, true],
    ['https://example.com', hosts, false],
    ['https://evilexample.com', hosts, false],
    ['https://port.example.org:8443/sub', hosts, true],
    ['https://port.example.org', hosts, false],
    ['https://preset.example', { ...hosts, homeAddress: 'preset.example' }, true],
    ['https://evil.example', { allowedHosts: [] }, false],
  ])('%s under %j: %s', (base, policy, allowed) => {
    expect(mayConnect(base, policy)).toBe(allowed)
  })
})
