// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import * as pages from './documents/index.ts'

const { address, at, base, parse, save9, token } = pages
const read = (markup: string, href = address): SharePage | null => recognise(parse(markup), at(href))

const owncloud = { product: 'owncloud', base, token, needsPassword: false } as const
const folder10 = { ...owncloud, kind: 'folder', name: 'Photos', owner: 'bob', isProtected: false }
const file9 = { ...owncloud, kind: 'file', name: 'a.txt', owner: 'bob', isProtected: false }

describe('ownCloud 10 and 11', () => {
  test.each([
    ['folder', pages.owncloud10(), folder10],
    ['file', pages.owncloud10({}, 'file'), { ...folder10, kind: 'file' }],
    [
      'protected, password entered',
      pages.owncloud10().replace('data-protected="false"', 'data-protected="true"'),
      { ...folder10, isProtected: true },
    ],
    [
      'file drop',
      pages.owncloud10({ inputs: { sharePermission: '4' }, content: '<div class="uploadForm"></div>' }),
      { ...folder10, reason: 'link-upload-only' },
    ],
    [
      'federation off: its script is left out',
      pages.owncloud10({}, 'folder', ['files_sharing']),
      { ...folder10, reason: 'remote-federation-off' },
    ],
    ['all scripts in one: nobody can tell', pages.owncloud10({}, 'folder', []), folder10],
    [
      'save button drawn',
      pages.owncloud10({ content: '<span id="save"></span>' }, 'folder', ['files_sharing']),
      folder10,
    ],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })
})

describe('ownCloud 7 to 9', () => {
  test.each([
    ['file', pages.owncloud9(), file9],
    [
      'folder',
      pages.owncloud9(save9(), 'folder', { mimetype: 'httpd/unix-directory', dirToken: token }),
      { ...file9, kind: 'folder' },
    ],
    ['protected, password entered', pages.owncloud9(save9(true)), { ...file9, isProtected: true }],
    [
      'federation off: no save button, and no owner with it',
      pages.owncloud9(''),
      { ...owncloud, kind: 'file', name: 'a.txt', reason: 'remote-federation-off' },
    ],
    ['ownCloud 7 tells no user id', pages.owncloud7(), { ...owncloud, kind: 'file', name: 'a.txt', isProtected: true }],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
    expect(read(markup, pages.classicAddress)).toEqual(expected)
    expect(read(markup, `${pages.classicAddress}x`)).toBeNull()
  })
})

describe('other pages of a link', () => {
  const unknown = { ...owncloud, kind: 'unknown' }
  const authenticate = `${base}/s/${token}/authenticate`
  test.each([
    ['prompt', authenticate, pages.owncloud10Prompt(), { ...unknown, needsPassword: true }],
    ['prompt of 8 and 9', authenticate, pages.owncloud9Prompt(), { ...unknown, needsPassword: true }],
    ['prompt of 7', pages.classicAddress, pages.owncloud7Prompt(), { ...unknown, needsPassword: true }],
    ['prompt of 7 for another link', pages.classicAddress, pages.owncloud7Prompt('other'), null],
    ['prompt of 10 at the address of 7', pages.classicAddress, pages.owncloud10Prompt(), null],
    ['prompt of 7 at the address of 10', authenticate, pages.owncloud7Prompt(), null],
    ['prompt somewhere else', address, pages.owncloud10Prompt(), null],
    ['prompt of an old Nextcloud', authenticate, pages.nextcloud13Prompt(), null],
    ['gone or expired', address, pages.owncloudGone(), { ...unknown, reason: 'link-gone' }],
  ])('%s', (_, href, markup, expected) => {
    expect(read(markup, href)).toEqual(expected)
  })
})
