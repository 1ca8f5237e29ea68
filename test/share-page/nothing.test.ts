// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { recognise } from '../../lib/share-page/recognise.ts'
import * as pages from './documents/index.ts'

const { address, at, base, parse, promptAddress, token } = pages
const blog = '<body id="body-public"><article>isPublic</article></body>'
const single = `<input type="hidden" id="sharingToken" value="${token}">`
const otherToken = { inputs: { sharingToken: 'other' } }

/** Nothing is said about pages that are no share page, or not the one of the address. */
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
  ['when the token differs (30)', pages.nextcloud30(otherToken), address],
  ['when the token differs (ownCloud)', pages.owncloud10(otherToken), address],
  ['when the token differs (ownCloud 9)', pages.owncloud9(undefined, 'file', { sharingToken: 'other' }), address],
  ['when the token differs (prompt)', pages.nextcloudPrompt('other'), promptAddress],
  ['when the token differs (prompt of 33)', pages.nextcloud33Prompt('other'), promptAddress],
  ['when two tokens contradict', pages.nextcloud30({ content: single.replace(token, 'other') }), address],
  ['on a login page', pages.loginPage(), address],
  ['on a login page where a prompt would be', pages.loginPage(), promptAddress],
  ['in an empty document', '', address],
])('nothing %s', (_, markup, href) => {
  expect(recognise(parse(markup), at(href))).toBeNull()
})
