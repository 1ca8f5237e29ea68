// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type { SharePage } from '../../lib/domain/share-page.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import * as pages from './documents/index.ts'

const { address, at, base, parse, promptAddress, saveButton, token } = pages
const read = (markup: string, href = address): SharePage | null => recognise(parse(markup), at(href))

const nextcloud = { product: 'nextcloud', base, token, needsPassword: false } as const
const menu = (...ids: string[]) => ({ 'core-public-page-menu': ids.map((id) => ({ id })) })
const folder32 = { ...nextcloud, kind: 'folder', name: 'Füße & mehr' }
const folder30 = { ...nextcloud, kind: 'folder', name: 'Photos' }

describe('Nextcloud 31 and later', () => {
  test.each([
    ['folder', pages.nextcloud32(), folder32],
    [
      'file',
      pages.nextcloud32({ 'files_sharing-view': 'public-file-share', 'files_sharing-filename': 'a.txt' }),
      { ...nextcloud, kind: 'file', name: 'a.txt' },
    ],
    ['published owner', pages.nextcloud32({ 'files_sharing-owner': 'bob' }), { ...folder32, owner: 'bob' }],
    ['file drop', pages.nextcloud32Drop(), { ...folder32, reason: 'link-upload-only' }],
    ['file request', pages.nextcloud32Drop(true), { ...folder32, reason: 'link-upload-only' }],
    ['a file request that may be read', pages.nextcloud32({ 'files_sharing-isFileRequest': true }), folder32],
    [
      'without the right to read',
      pages.nextcloud32({ 'files_sharing-sharePermissions': 4 }),
      { ...folder32, reason: 'link-upload-only' },
    ],
    ['download hidden', pages.nextcloud32(menu('directLink')), { ...folder32, reason: 'link-download-hidden' }],
    [
      'federation off',
      pages.nextcloud32(menu('download', 'directLink')),
      { ...folder32, reason: 'remote-federation-off' },
    ],
    ['no menu: the server will tell', pages.nextcloud32({ 'core-public-page-menu': undefined }), folder32],
    ['empty menu: the server will tell', pages.nextcloud32(menu()), folder32],
    ['unreadable menu: the server will tell', pages.nextcloud32({ 'core-public-page-menu': 'raw:%%%' }), folder32],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })
})

describe('Nextcloud up to 30', () => {
  test.each([
    ['folder', pages.nextcloud30(), folder30],
    ['owner', pages.nextcloud30({ content: saveButton('bob') }), { ...folder30, owner: 'bob' }],
    [
      'file',
      pages.nextcloud30({ inputs: { mimetype: 'text/plain', filename: 'a.txt' } }),
      { ...nextcloud, kind: 'file', name: 'a.txt' },
    ],
    ['the button of 14 to 19', pages.nextcloud30({ content: pages.oldSaveButton }), folder30],
    ['file drop', pages.nextcloud30({ content: pages.nextcloud30Drop }), { ...folder30, reason: 'link-upload-only' }],
    [
      'download hidden',
      pages.nextcloud30({ inputs: { hideDownload: 'true', downloadURL: undefined }, content: '' }),
      { ...folder30, reason: 'link-download-hidden' },
    ],
    ['federation off', pages.nextcloud30({ content: '' }), { ...folder30, reason: 'remote-federation-off' }],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual(expected)
  })
})

describe('other pages of a link', () => {
  const unknown = { ...nextcloud, kind: 'unknown' }
  test.each([
    ['prompt', promptAddress, pages.nextcloudPrompt(), { ...unknown, needsPassword: true }],
    ['prompt of 33', promptAddress, pages.nextcloud33Prompt(), { ...unknown, needsPassword: true }],
    [
      'prompt of 33 without its state',
      promptAddress,
      pages.nextcloud33Prompt(token, { 'core-publicShareAuth': 1 }),
      null,
    ],
    ['gone or expired', address, pages.nextcloud32Gone(), { ...unknown, reason: 'link-gone' }],
    ['gone or expired up to 30', address, pages.nextcloud21Gone(), { ...unknown, reason: 'link-gone' }],
    ['throttled', address, pages.nextcloudThrottled(), null],
  ])('%s', (_, href, markup, expected) => {
    expect(read(markup, href)).toEqual(expected)
  })
})
