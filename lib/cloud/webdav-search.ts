import type { Product } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { readEntries, type DavEntry } from './dav-entries.ts'
import type { Http, HttpRequest } from './http.ts'
import { unexpected } from './refusal.ts'
import { filesPath, wanted } from './webdav.ts'
import { parseXml } from './xml.ts'

/** Most files found. */
const limit = 100

export interface FileSearch {
  userId: string
  text: string
  signal?: AbortSignal
}

/**
 * Files and folders whose names hold a text, in all of the user's Files. Nextcloud: `SEARCH` (RFC 5323); ownCloud:
 * `REPORT` `search-files`. Null where the server has no such search.
 * Recorded: nextcloud-33.0.3/14-41, owncloud-10.15.2/957.
 */
export async function searchFiles(
  http: Http,
  product: Product,
  search: FileSearch,
): Promise<Result<DavEntry[] | null>> {
  const { userId, text, signal } = search
  const request = product === 'nextcloud' ? basicSearch(userId, text) : report(userId, text)
  const result = await http.send({
    ...request,
    headers: { Accept: 'application/xml' },
    ...(signal ? { signal } : {}),
  })
  if (!result.ok) return result
  const answer = result.value
  // 501: no such plugin; 400, 415: an older one that wants something else.
  if ([400, 404, 405, 415, 501].includes(answer.status)) return ok(null)
  const document = answer.status === 207 ? parseXml(answer.text) : null
  if (answer.status !== 207) return failed(unexpected(answer))
  return document ? ok(readEntries(document, userId)) : failed(failure('answer-unreadable', 'no multistatus'))
}

type Search = Pick<HttpRequest, 'method' | 'path' | 'xml'>

/** Percent signs are wildcards; ownCloud's report puts them there itself. */
const basicSearch = (userId: string, text: string): Search => ({
  method: 'SEARCH',
  path: '/remote.php/dav/',
  xml: `<?xml version="1.0"?><d:searchrequest ${wanted.spaces}><d:basicsearch><d:select><d:prop>${wanted.properties}</d:prop></d:select>
<d:from><d:scope><d:href>/files/${escaped(encodeURIComponent(userId))}</d:href><d:depth>infinity</d:depth></d:scope></d:from>
<d:where><d:like><d:prop><d:displayname/></d:prop><d:literal>%${escaped(text)}%</d:literal></d:like></d:where><d:orderby/>
<d:limit><d:nresults>${limit}</d:nresults></d:limit></d:basicsearch></d:searchrequest>`,
})

const report = (userId: string, text: string): Search => ({
  method: 'REPORT',
  path: filesPath(userId, '/'),
  xml: `<?xml version="1.0"?><oc:search-files ${wanted.spaces}><d:prop>${wanted.properties}</d:prop>
<oc:search><oc:pattern>${escaped(text)}</oc:pattern><oc:limit>${limit}</oc:limit></oc:search></oc:search-files>`,
})

/** Text for an XML document: markup as references, control characters (XML has none) as spaces. */
const escaped = (text: string): string =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
