// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { webPlaceOf } from '../../lib/domain/web-place.ts'
import { recognise } from '../../lib/share-page/recognise.ts'
import { at, ocis, parse, token } from './documents/index.ts'

const { entry, fileList, linkGone, passwordForm, root, spinner, webApp } = ocis
const read = (markup: string, href: string) => recognise(parse(markup), at(href))

const known = { product: 'ocis', base: root, token, kind: 'unknown', needsPassword: false, reason: 'pair-unsupported' }
const folder = `${root}/files/link/public/${token}`

describe.each(['owncloud', 'opencloud'])('the web app in #%s', (id) => {
  test.each([
    ['says nothing yet', '', entry, null],
    ['asks the server', spinner, entry, null],
    ['asks for the password', passwordForm, entry, { ...known, needsPassword: true }],
    ['asks for it on a link into a folder', passwordForm, `${entry}/a/b`, { ...known, needsPassword: true }],
    ['tells that the link is gone', linkGone, entry, null],
    ['shows a folder', fileList, folder, known],
    ['shows a folder in it', fileList, `${folder}/a/s/b?fileId=1`, known],
    ['shows a file in its app', fileList, `${root}/text-editor/public/${token}/a.txt`, known],
    ['takes files', fileList, `${root}/files/upload/${token}`, { ...known, kind: 'folder' }],
    ['in hash mode', fileList, `${root}/index.html#/files/link/public/${token}?x=1`, known],
    ['loads again where it was', '', folder, null],
    ['asks again where it was', linkGone, folder, null],
    ['shows its front page', fileList, `${root}/files/spaces/personal/alice`, null],
  ])('%s', (_, drawn, href, expected) => {
    expect(read(webApp(drawn, id), href)).toEqual(expected)
  })
})

test.each([
  ['without its manifest', webApp(fileList).replace('manifest.json', 'other.json')],
  ['with a link of that name, as older ownCloud has', webApp().replaceAll(/div(?= id="owncloud")/g, 'a')],
])('no web app %s', (_, markup) => {
  expect(read(markup, folder)).toBeNull()
})

test.each([
  [entry, root, 'entry'],
  [`${root}/sub/s/${token}/s/inner`, `${root}/sub`, 'entry'],
  [`${root}/index.php/s/${token}`, root, 'entry'],
  [`${root}:8443/#/s/${token}`, `${root}:8443`, 'entry'],
  [`${root}/sub/index.html#/files/upload/${token}`, `${root}/sub`, 'upload'],
  [`${folder}/public/other`, root, 'inside'],
])('the place of %s', (href, base, place) => {
  expect(webPlaceOf(href)).toEqual({ link: { base, token }, at: place })
})

test.each([
  `${root}/index.php/apps/web/index.html#/s/${token}`,
  `${root}/s/`,
  `${root}/s/not%20a%20token`,
  `${root}/public/${token}`,
  `file:///s/${token}`,
  'not an address',
])('no place: %s', (href) => {
  expect(webPlaceOf(href)).toBeNull()
})
