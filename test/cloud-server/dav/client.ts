/** How a mount is read: the remote's `public.php/webdav`, with the share's token as the user name. */

import { child, find, parseXml, textOf } from '../../../lib/cloud/xml.ts'
import { basic, call } from '../http/call.ts'
import type { CallOptions, Reply } from '../http/call.ts'
import { decode } from '../http/incoming.ts'
import type { ReceivedShare } from '../store/received.ts'

export interface RemoteEntry {
  path: string
  kind: 'dir' | 'file'
  size: number
  mtime: number
  etag: string
  mimetype: string
  /** ownCloud states a mask, Nextcloud a list of words. */
  granted: number | string[] | undefined
}

const question =
  '<?xml version="1.0"?><d:propfind xmlns:d="DAV:" xmlns:ocs="http://open-collaboration-services.org/ns" xmlns:ocm="http://open-cloud-mesh.org/ns"><d:prop>' +
  '<d:resourcetype/><d:getlastmodified/><d:getcontentlength/><d:getcontenttype/><d:getetag/><d:quota-used-bytes/><ocs:share-permissions/><ocm:share-permissions/>' +
  '</d:prop></d:propfind>'

/** Status 0: the remote did not answer, or its stored address is unusable. */
export async function propfind(
  row: ReceivedShare,
  path: string,
  depth: 0 | 1,
): Promise<{ status: number; entries: RemoteEntry[] }> {
  const reply = await ask(row, 'PROPFIND', path, {
    headers: { Depth: String(depth), 'Content-Type': 'application/xml' },
    body: question,
  })
  return { status: reply.status, entries: reply.status === 207 ? entriesOf(reply.body.toString('utf8')) : [] }
}

export async function ask(row: ReceivedShare, method: string, path: string, options: CallOptions = {}): Promise<Reply> {
  try {
    const headers = { ...options.headers, ...basic(row.shareToken, row.password) }
    return await call(method, urlOf(row, path), { ...options, headers })
  } catch {
    return { status: 0, headers: {}, body: Buffer.alloc(0) }
  }
}

export function urlOf(row: ReceivedShare, path: string): string {
  return `${row.remote.replace(/\/+$/, '')}/public.php/webdav${path.split('/').map(encodeURIComponent).join('/')}`
}

function entriesOf(xml: string): RemoteEntry[] {
  const responses = parseXml(xml)?.children.filter(({ name }) => name === 'response') ?? []
  return responses.map((response) => {
    const found = response.children.find((node) => textOf(node, 'status')?.includes(' 200 '))
    const prop = child(found, 'prop')
    const isFolder = find(prop, 'resourcetype', 'collection') !== undefined
    return {
      path:
        decode(textOf(response, 'href') ?? '')
          .replace(/^.*?\/public\.php\/webdav/, '')
          .replace(/\/$/, '') || '/',
      kind: isFolder ? 'dir' : 'file',
      size: Number(textOf(prop, isFolder ? 'quota-used-bytes' : 'getcontentlength') ?? 0),
      mtime: Date.parse(textOf(prop, 'getlastmodified') ?? '') / 1000 || 0,
      etag: (textOf(prop, 'getetag') ?? '').replaceAll('"', ''),
      mimetype: isFolder ? 'httpd/unix-directory' : (textOf(prop, 'getcontenttype') ?? 'application/octet-stream'),
      granted: grantedOf(
        (prop?.children ?? []).filter(({ name }) => name === 'share-permissions').map(({ text }) => text),
      ),
    }
  })
}

function grantedOf(values: string[]): RemoteEntry['granted'] {
  const stated = values.filter((value) => value !== '')
  const mask = stated.find((value) => /^\d+$/.test(value))
  return mask === undefined ? (stated[0]?.match(/\w+/g) ?? undefined) : Number(mask)
}
