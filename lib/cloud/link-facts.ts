import { failure } from '../domain/failure.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Answer } from './answer.ts'
import type { Fetch } from './exchange.ts'
import { forRemote } from './for-remote.ts'
import { createHttp, type Http } from './http.ts'
import { parseJson, textField } from './json.ts'
import { refusalOf, unexpected } from './refusal.ts'
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
 * Needs the host permission for the remote. Recorded: owncloud-10.15.2/350-358, 360-366.
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
  if (answer.status === 401) return failed(failure(password === undefined ? 'password-needed' : 'password-wrong'))
  if (answer.status === 404) return failed(failure('link-gone'))
  const properties = answer.status === 207 ? linkProperties(answer) : undefined
  if (!properties) return failed(forRemote(refusalOf(answer) ?? unexpected(answer)))
  const granted = Number.parseInt(textOf(properties, 'public-link-permission') ?? '1', 10)
  if ((granted & mayRead) === 0) return failed(failure('link-upload-only'))
  const owner = textOf(properties, 'public-link-share-owner')
  const name = await readName(http, link, password)
  return ok({ ...(name ? { name } : {}), ...(owner ? { owner } : {}) })
}

const linkProperties = ({ text }: Answer): XmlNode | undefined =>
  find(parseXml(text) ?? undefined, 'response', 'propstat', 'prop')

/** The name is a nicety: a folder whose description is too large is mounted without it. */
async function readName(http: Http, { token }: PublicLink, password?: string): Promise<string | undefined> {
  const answer = await http.sendRaw({
    method: 'POST',
    path: `/index.php/apps/files_sharing/shareinfo?t=${encodeURIComponent(token)}`,
    form: password === undefined ? {} : { password },
  })
  const name = answer.ok && answer.value.status === 200 ? textField(parseJson(answer.value.text), 'data', 'name') : ''
  return name && !/[/\\]/.test(name) ? name : undefined
}

/**
 * Whether a link's page is not found any more: the one thing that both products say the same way in every language
 * (recorded owncloud-10.15.2/307, server-facts.md 1.3). Needs the host permission for the remote.
 */
export async function isGone(fetch: Fetch, { base, token }: PublicLink): Promise<boolean> {
  const answer = await createHttp({ fetch, base }).sendRaw({
    method: 'GET',
    path: `/index.php/s/${encodeURIComponent(token)}`,
  })
  return answer.ok && answer.value.status === 404
}
