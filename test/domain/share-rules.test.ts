import { describe, expect, it } from 'vitest'
import { rightsOf, type NewShare } from '../../lib/domain/outgoing-share.ts'
import {
  expiryRange,
  likelyField,
  needsPassword,
  type KindRule,
  type ShareRules,
} from '../../lib/domain/share-rules.ts'

const rule = (change: Partial<KindRule> = {}): KindRule => ({
  create: [],
  change: [],
  password: 'optional',
  passwordNeeded: { readOnly: false, readWrite: false, uploadOnly: false, readWriteDelete: false },
  expiry: { enforced: false },
  ...change,
})
const need = (change: Partial<KindRule['passwordNeeded']>) =>
  rule({ passwordNeeded: { ...rule().passwordNeeded, ...change } })

describe('whether a link needs a password', () => {
  it.each([
    [1, 'readOnly'],
    [17, 'readOnly'],
    [3, 'readWrite'],
    [5, 'readWrite'],
    [4, 'uploadOnly'],
    [15, 'readWriteDelete'],
    [31, 'readWriteDelete'],
  ] as const)('with permissions %i goes by %s', (permissions, which) => {
    expect(needsPassword(need({ [which]: true }), rightsOf(permissions))).toBe(true)
    const others = { readOnly: true, readWrite: true, uploadOnly: true, readWriteDelete: true, [which]: false }
    expect(needsPassword(need(others), rightsOf(permissions))).toBe(false)
  })
})

describe('the days a share may end on', () => {
  it.each([
    [{ enforced: false }, { first: '2026-12-31' }],
    [
      { enforced: false, defaultDays: 7 },
      { first: '2026-12-31', preset: '2027-01-06' },
    ],
    [
      { enforced: true, defaultDays: 7, maxDays: 7 },
      { first: '2026-12-31', last: '2027-01-06', preset: '2027-01-06' },
    ],
    [{ enforced: true }, { first: '2026-12-31' }],
  ])('%j', (expiry, range) => expect(expiryRange(rule({ expiry }), '2026-12-30')).toEqual(range))

  it('knows leap years', () => {
    expect(expiryRange(rule({ expiry: { enforced: false, defaultDays: 1 } }), '2028-02-28').first).toBe('2028-02-29')
  })
})

describe('what a share was most likely refused for', () => {
  const rules = (link: KindRule, change: Partial<ShareRules> = {}): ShareRules => ({
    kinds: { link, user: rule() },
    resharing: true,
    publicUpload: true,
    defaultRights: rightsOf(31),
    searchFrom: 1,
    ...change,
  })
  const link: NewShare = { path: '/x', itemType: 'folder', kind: 'link', rights: rightsOf(1) }
  const soon = rule({ expiry: { enforced: true, defaultDays: 7, maxDays: 7 } })

  it.each<[string, NewShare, ShareRules | undefined, string | undefined]>([
    ['a day that is over', { ...link, expires: '2026-12-30' }, undefined, 'expires'],
    ['a day too late', { ...link, expires: '2027-01-07' }, rules(soon), 'expires'],
    ['a day just right', { ...link, expires: '2027-01-06' }, rules(soon), undefined],
    ['no password where one is needed', link, rules(need({ readOnly: true })), 'password'],
    ['a password, where one is needed', { ...link, password: 'x' }, rules(need({ readOnly: true })), 'password'],
    ['a label that is too long', { ...link, label: 'x'.repeat(256) }, rules(rule()), 'label'],
    [
      'files to be put where none may',
      { ...link, fileRequest: true },
      rules(rule(), { publicUpload: false }),
      'rights',
    ],
    [
      'a link written into where none may',
      { ...link, rights: rightsOf(3) },
      rules(rule(), { publicUpload: false }),
      'rights',
    ],
    ['a receiver', { ...link, kind: 'user', with: 'x' }, rules(rule()), 'with'],
    ['a receiver of the server that says nothing', { ...link, kind: 'remote', with: 'x' }, undefined, 'with'],
    ['nothing that stands out', link, rules(rule()), undefined],
  ])('%s', (_, share, known, field) => expect(likelyField(share, known, '2026-12-30')).toBe(field))
})
