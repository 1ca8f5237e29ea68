import { failure } from '../domain/failure.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import type { Http } from './http.ts'
import { unexpected } from './refusal.ts'
import { whatCame } from './what-came.ts'
import { readEntries, type DavEntry } from './dav-entries.ts'
import { parseXml } from './xml.ts'

/** What is asked of every file. */
export const wanted = {
  spaces: 'xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"',
  properties:
    '<d:resourcetype/><d:getlastmodified/><d:getcontentlength/><oc:size/><oc:fileid/><oc:permissions/><nc:mount-type/>' +
    '<oc:share-types/>',
}

const question = `<?xml version="1.0"?>
<d:propfind ${wanted.spaces}><d:prop>${wanted.properties}<d:quota-available-bytes/></d:prop></d:propfind>`

/** Bytes: ten thousand entries are about 10 MB. */
const longestFolder = 24_000_000

/**
 * A folder of the account's Files and what is in it; a file alone. Recorded: nextcloud-32.0.1/04-20, owncloud-10.15.2/416.
 * @param userId the server's own id of the user
 * @param path e.g. `/Photos (2)`
 * @returns the item itself first, then its content; null when there is no such path
 */
export async function listFiles(http: Http, userId: string, path: string): Promise<Result<DavEntry[] | null>> {
  const result = await http.send({
    method: 'PROPFIND',
    path: filesPath(userId, path),
    headers: { Depth: '1', Accept: 'application/xml' },
    xml: question,
    maxBytes: longestFolder,
  })
  if (!result.ok) return result
  const answer = result.value
  if (answer.status === 404) return ok(null)
  if (answer.status !== 207) return failed(unexpected(answer))
  const document = parseXml(answer.text)
  return document?.name === 'multistatus'
    ? ok(readEntries(document, userId))
    : failed(failure('answer-unreadable', whatCame(answer)))
}

/** Address of a path in a user's Files, behind the base. */
export const filesPath = (userId: string, path: string): string =>
  `/remote.php/dav/files/${encodeURIComponent(userId)}/${segmentsOf(path).map(encodeURIComponent).join('/')}`

/** Dots would lead out of the user's files, and paths come from servers. */
const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => !/^\.{0,2}$/.test(segment))
