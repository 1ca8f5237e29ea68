// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import * as pages from './documents.ts'

const { address, at, base, parse, promptAddress, saveButton, token } = pages
const read = (markup: string, href = address): SharePage | null => recognise(parse(markup), at(href))

const nextcloud = { product: 'nextcloud', base, token, needsPassword: false } as const
const owncloud = { ...nextcloud, product: 'owncloud' } as const
const menu = (...ids: string[]) => ({ 'core-public-page-menu': ids.map((id) => ({ id })) })
const drop = '<input type="hidden" id="upload-only-interface" value="1"><div id="public-upload"></div>'

describe('recognises', () => {
  const folder32 = { ...nextcloud, kind: 'folder', name: 'Füße & mehr' }
  const folder30 = { ...nextcloud, kind: 'folder', name: 'Photos' }
  const folder10 = { ...owncloud, kind: 'folder', name: 'Photos', owner: 'bob' }

  test.each([
    ['Nextcloud 31+ folder', pages.nextcloud32(), folder32],
    [
      'Nextcloud 31+ file',
      pages.nextcloud32({ 'files_sharing-view': 'public-file-share', 'files_sharing-filename': 'a.txt' }),
      { ...nextcloud, kind: 'file', name: 'a.txt' },
    ],
    ['published owner', pages.nextcloud32({ 'files_sharing-owner': 'bob' }), { ...folder32, owner: 'bob' }],
    [
      'Nextcloud 31+ file drop',
      pages.nextcloud32({ 'files_sharing-view': 'public-file-drop' }),
      { ...folder32, reason: 'link-upload-only' },
    ],
    [
      'Nextcloud 31+ without the right to read',
      pages.nextcloud32({ 'files_sharing-sharePermissions': 4 }),
      { ...folder32, reason: 'link-upload-only' },
    ],
    [
      'Nextcloud 31+, download hidden',
      pages.nextcloud32(menu('directLink')),
      { ...folder32, reason: 'link-download-hidden' },
    ],
    [
      'Nextcloud 31+, federation off',
      pages.nextcloud32(menu('download', 'directLink')),
      { ...folder32, reason: 'remote-federation-off' },
    ],
    ['unreadable menu: the server will tell', pages.nextcloud32({ 'core-public-page-menu': 'raw:%%%' }), folder32],
    ['Nextcloud 30 folder', pages.nextcloud30(), folder30],
    ['Nextcloud 30 owner', pages.nextcloud30({ content: saveButton('bob') }), { ...folder30, owner: 'bob' }],
    [
      'Nextcloud 30 file',
      pages.nextcloud30({ inputs: { mimetype: 'text/plain', filename: 'a.txt' } }),
      { ...nextcloud, kind: 'file', name: 'a.txt' },
    ],
    ['Nextcloud 30 file drop', pages.nextcloud30({ content: drop }), { ...folder30, reason: 'link-upload-only' }],
    [
      'Nextcloud 30, download hidden',
      pages.nextcloud30({ inputs: { hideDownload: 'true', downloadURL: undefined }, content: '' }),
      { ...folder30, reason: 'link-download-hidden' },
    ],
    [
      'Nextcloud 30, federation off',
      pages.nextcloud30({ content: '' }),
      { ...folder30, reason: 'remote-federation-off' },
    ],
    ['ownCloud 10 folder', pages.owncloud10(), folder10],
    ['ownCloud 10 file', pages.owncloud10({}, 'file'), { ...folder10, kind: 'file' }],
    [
      'ownCloud 10 file drop',
      pages.owncloud10({ inputs: { sharePermission: '4' } }),
      { ...folder10, reason: 'link-upload-only' },
    ],
    ['ownCloud 9', pages.owncloud9(), { ...owncloud, kind: 'file', name: 'a.txt', owner: 'bob' }],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })

  const unknown = { kind: 'unknown' } as const
  test.each([
    ['Nextcloud', promptAddress, pages.nextcloudPrompt(), { ...nextcloud, ...unknown, needsPassword: true }],
    ['Nextcloud 33', promptAddress, pages.nextcloud33Prompt(), { ...nextcloud, ...unknown, needsPassword: true }],
    [
      'ownCloud',
      `${base}/s/${token}/authenticate`,
      pages.owncloudPrompt(),
      { ...owncloud, ...unknown, needsPassword: true },
    ],
  ])('the password prompt of %s', (_, href, markup, expected) => {
    expect(read(markup, href)).toEqual(expected)
  })

  test.each([
    ['Nextcloud 32', pages.nextcloud32Gone(), { ...nextcloud, ...unknown, reason: 'link-gone' }],
    ['Nextcloud 21', pages.nextcloud21Gone(), { ...nextcloud, ...unknown, reason: 'link-gone' }],
    ['ownCloud', pages.owncloudGone(), { ...owncloud, ...unknown, reason: 'link-gone' }],
  ])('a link that is gone on %s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })
})

describe('recognises nothing', () => {
  const blog = '<body id="body-public"><article>isPublic</article></body>'
  const single = '<input type="hidden" id="sharingToken" value="iEDw65qPLQktSTD">'

  test.each([
    ['on an address that is no public link', pages.nextcloud32(), `${base}/apps/files/`],
    ['on a Talk call', pages.nextcloud32(), `${base}/call/${token}`],
    ['on a form', pages.nextcloud32(), `${base}/apps/forms/s/${token}`],
    ['on a blog', blog, 'https://blog.example.org/s/hello'],
    ['on a page with one input', `<body>${single}</body>`, address],
    ['on a page with one input in the right body', `<body id="body-public">${single}</body>`, address],
    ['when the token differs (31+)', pages.nextcloud32({ 'files_sharing-sharingToken': 'other' }), address],
    ['when the token is no string', pages.nextcloud32({ 'files_sharing-sharingToken': [token] }), address],
    ['when the page is not public', pages.nextcloud32({ 'files_sharing-isPublic': 'true' }), address],
    ['when the token differs (30)', pages.nextcloud30({ inputs: { sharingToken: 'other' } }), address],
    ['when the token differs (ownCloud)', pages.owncloud10({ inputs: { sharingToken: 'other' } }), address],
    ['when the token differs (prompt)', pages.nextcloudPrompt('other'), promptAddress],
    ['when the token differs (prompt of 33)', pages.nextcloud33Prompt('other'), promptAddress],
    ['when two tokens contradict', pages.nextcloud30({ content: single.replace(token, 'other') }), address],
    ['on a login page', pages.loginPage(), address],
    ['on a prompt of ownCloud elsewhere', pages.owncloudPrompt(), address],
    ['when the server is throttling', pages.nextcloudThrottled(), address],
    ['in an empty document', '', address],
  ])('%s', (_, markup, href) => {
    expect(read(markup, href)).toBeNull()
  })
})
