import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import {
  allowsDownload,
  asksForFiles,
  emailsOf,
  isUploadOnly,
  kindOfType,
  permissionsOf,
  rightsFor,
  rightsOf,
  shareKinds,
  typeOfKind,
} from '../../lib/domain/outgoing-share.ts'
import { passwordLength, strongPassword } from '../../lib/domain/strong-password.ts'

const none = { read: false, update: false, create: false, delete: false, share: false }

describe('rights', () => {
  it.each([
    [0, none],
    [1, { ...none, read: true }],
    [4, { ...none, create: true }],
    [17, { ...none, read: true, share: true }],
    [15, { read: true, update: true, create: true, delete: true, share: false }],
    [31, { read: true, update: true, create: true, delete: true, share: true }],
  ])('%i', (permissions, rights) => {
    expect(rightsOf(permissions)).toEqual(rights)
    expect(permissionsOf(rights)).toBe(permissions)
  })

  it('survive the way there and back, whatever else is in the number', () => {
    for (let number = 0; number < 100; number++) expect(permissionsOf(rightsOf(number))).toBe(number % 32)
  })

  it('of a file have nothing to create or delete', () => {
    expect(permissionsOf(rightsFor('file', rightsOf(31)))).toBe(19)
    expect(permissionsOf(rightsFor('folder', rightsOf(31)))).toBe(31)
  })

  it('are upload-only without the right to read', () => {
    expect([4, 5, 1, 15, 0].map((permissions) => isUploadOnly(rightsOf(permissions)))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('kinds', () => {
  it.each(['nextcloud', 'owncloud'] as const)('on %s survive the way there and back', (product) => {
    const kinds = product === 'owncloud' ? shareKinds.filter((kind) => kind !== 'team') : shareKinds
    for (const kind of kinds) expect(kindOfType(typeOfKind(kind, product), product)).toBe(kind)
  })

  it('differ in what 7 is', () => {
    expect(kindOfType('7', 'nextcloud')).toBe('team')
    expect(kindOfType('7', 'owncloud')).toBe('remote-group')
  })

  it.each(['', '2', '12', '15', '-1', '6.0', ' 6', 'remote', '__proto__'])('"%s" is none', (type) => {
    expect(kindOfType(type, 'nextcloud')).toBeNull()
  })
})

describe('attributes', () => {
  const download = (value: unknown) => ({ attributes: [{ scope: 'permissions', key: 'download', value }] })

  it('let files be downloaded unless they say no', () => {
    expect([true, null, undefined, 'false'].map((value) => allowsDownload(download(value)))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(allowsDownload(download(false))).toBe(false)
    expect(allowsDownload({ attributes: [{ scope: 'other', key: 'download', value: false }] })).toBe(true)
  })

  it('ask for files, or the rights do', () => {
    const marked = [{ scope: 'fileRequest', key: 'enabled', value: true }]
    expect(asksForFiles({ attributes: marked, rights: rightsOf(1) })).toBe(true)
    expect(asksForFiles({ attributes: [], rights: rightsOf(4) })).toBe(true)
    expect(asksForFiles({ attributes: [], rights: rightsOf(15) })).toBe(false)
  })

  it('name receivers, and nothing that is no text', () => {
    const emails = (value: unknown) => emailsOf({ attributes: [{ scope: 'shareWith', key: 'emails', value }] })
    expect(emails(['a@b', 7, null, 'c@d'])).toEqual(['a@b', 'c@d'])
    expect([emails('a@b'), emails(undefined), emailsOf({ attributes: [] })]).toEqual([[], [], []])
  })
})

describe('a password made up here', () => {
  it('has twenty characters, of every kind some, none that can be taken for another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: passwordLength, maxLength: passwordLength }), (random) => {
        const password = strongPassword(random)
        expect(password).toHaveLength(20)
        for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/]) expect(password).toMatch(kind)
        expect(password).not.toMatch(/[0O1lI]/)
      }),
    )
  })
})
