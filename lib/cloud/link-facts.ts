import { failure } from '../domain/failure.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Fetch } from './exchange.ts'
import { forRemote } from './for-remote.ts'
import { createHttp, type Http } from './http.ts'
import { isGoneFromOldServer } from './is-gone.ts'
import { refusalOf, unexpected } from './refusal.ts'
import { readShareInfo } from './share-info.ts'
import { find, parseXml, textOf, type XmlNode } from './xml.ts'

/** What a public link of ownCloud leads to. */
export interface LinkFacts {
  name?: string
  owner?: string
}

const question = `<?xml version="1.0"?>
<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns"><d:prop>
<oc:public-link-permission/><oc:public-link-share-owner/></d:prop></d:propfind>`
const mayRead = 1

/**
 * Asks an ownCloud remote about a link, as its visitors' clients may: once for permission and owner, once for the name.
 * Needs the host permission for the remote. Recorded: owncloud-10.15.2/350-358, 360-366. Up to 9 there is no such
 * WebDAV address, and only the second question is answered.
 *
 * Failures: `password-needed` and `password-wrong` (ownCloud does not count them), `link-gone`, `link-upload-only`, and
 * those of every call to a remote.
 */
export async function readLinkFacts(fetch: Fetch, link: PublicLink, password?: string): Promise<Result<LinkFacts>> {
  const visitor = password === undefined ? {} : { credentials: { loginName: 'public', appPassword: password } }
  const http = createHttp({ fetch, base: link.base, ...visitor })
  const result = await http.sendRaw({
    method: 'PROPFIND',
    path: `/remote.php/dav/public-files/${encodeURIComponent(link.token)}`,
    headers: { Depth: '0', Accept: 'application/xml' },
    xml: question,
  })
  if (!result.ok) return failed(forRemote(result.failure))
  const answer = result.value
  const document = parseXml(answer.text) ?? undefined
  const properties = answer.status === 207 ? find(document, 'response', 'propstat', 'prop') : undefined
  if (properties) return fromProperties(http, link, properties, password)
  const knowsAddress = document?.name === 'error'
  // ownCloud 9 says so of every address it does not have.
  if (answer.status === 401) return fromOldServer(fetch, link, password, true)
  if (answer.status !== 404) return failed(forRemote(refusalOf(answer) ?? unexpected(answer)))
  return knowsAddress ? failed(failure('link-gone')) : fromOldServer(fetch, link, password, false)
}

async function fromProperties(
  http: Http,
  { token }: PublicLink,
  properties: XmlNode,
  password?: string,
): Promise<Result<LinkFacts>> {
  const granted = Number.parseInt(textOf(properties, 'public-link-permission') ?? '1', 10)
  if ((granted & mayRead) === 0) return failed(failure('link-upload-only'))
  const owner = textOf(properties, 'public-link-share-owner')
  // The name is a nicety: a folder whose description is too large is mounted without it.
  const { name } = await readShareInfo(http, token, password)
  return ok({ ...(name ? { name } : {}), ...(owner ? { owner } : {}) })
}

/** A link without a password is described to everybody; of the others only their page shows that they are there. */
async function fromOldServer(
  fetch: Fetch,
  link: PublicLink,
  password: string | undefined,
  isThere: boolean,
): Promise<Result<LinkFacts>> {
  const {
    status,
    name,
    permissions = mayRead,
  } = await readShareInfo(createHttp({ fetch, base: link.base }), link.token, password)
  if (status === 200 && (permissions & mayRead) === 0) return failed(failure('link-upload-only'))
  if (status === 200) return ok(name ? { name } : {})
  if (!isThere && status !== 403 && (await isGoneFromOldServer(fetch, link))) return failed(failure('link-gone'))
  return failed(failure(password === undefined ? 'password-needed' : 'password-wrong'))
}
