/** WebDAV methods on any tree. */

import { escapeXml } from '../answers/ocs-xml.ts'
import type { CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { empty } from '../http/answer.ts'
import { decode } from '../http/incoming.ts'
import type { Incoming } from '../http/incoming.ts'
import { download } from './download.ts'
import { DavError, joinPath, nameOf, notFound, parentOf } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'
import { responseXml, wantedProperties } from './properties.ts'
import { findByName, searchedName } from './search.ts'

const allowed = 'OPTIONS, GET, HEAD, DELETE, PROPFIND, PUT, PROPPATCH, COPY, MOVE, REPORT'

/** `path` is decoded, below the tree's root. */
export async function answerDav(cloud: CloudState, request: Incoming, tree: DavTree, path: string): Promise<Answer> {
  try {
    return await methods(cloud, request, tree, path)
  } catch (error) {
    if (!(error instanceof DavError)) throw error
    return davError(error.status, error.exception, error.message)
  }
}

/** Recorded: nextcloud-32.0.1/06-01-401-dav, 11-10; nextcloud-33.0.3/04-22. */
export function davError(
  status: number,
  exception: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  // The one condition there is.
  const condition = status === 412 ? '\n  <s:header>Overwrite</s:header>' : ''
  const said = message === '' ? '<s:message/>' : `<s:message>${escapeXml(message)}</s:message>`
  return {
    status,
    headers: {
      ...(status === 405 ? { Allow: allowed } : {}),
      ...headers,
      'Content-Type': 'application/xml; charset=utf-8',
    },
    body: `<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\n  <s:exception>${exception}</s:exception>\n  ${said}${condition}\n</d:error>\n`,
  }
}

/** Answers a search in the tree; undefined: it is none. */
async function searchResult(cloud: CloudState, request: Incoming, tree: DavTree): Promise<Answer | undefined> {
  const name = searchedName(cloud, request)
  if (name === undefined) return undefined
  const answer = answerWith(cloud, request, tree, await findByName(tree, name))
  // Only this answer quotes the character set (recorded: nextcloud-33.0.3/14-41-search).
  if (request.method === 'SEARCH') answer.headers['Content-Type'] = 'application/xml; charset="utf-8"'
  return answer
}

async function methods(cloud: CloudState, request: Incoming, tree: DavTree, path: string): Promise<Answer> {
  switch (request.method) {
    case 'OPTIONS':
      return empty(200, { Allow: allowed, DAV: '1, 3, extended-mkcol' })
    case 'PROPFIND':
      return multistatus(cloud, request, tree, path)
    case 'SEARCH':
    case 'REPORT':
      return (
        (await searchResult(cloud, request, tree)) ?? davError(415, 'Sabre\\DAV\\Exception\\ReportNotSupported', '')
      )
    case 'GET':
    case 'HEAD':
      return getOne(request, tree, path)
    case 'PUT':
      return upload(cloud, request, tree, path)
    case 'MKCOL':
      await tree.makeFolder(path)
      return created(cloud, tree, path)
    case 'DELETE':
      await tree.remove(path)
      return empty(204)
    case 'MOVE':
      await tree.move(path, destination(request, tree))
      return created(cloud, tree, destination(request, tree))
    case 'COPY':
      await mayCopy(cloud, request, tree, path)
      await copy(tree, path, destination(request, tree))
      return created(cloud, tree, destination(request, tree))
    default:
      throw new DavError(
        405,
        'Sabre\\DAV\\Exception\\MethodNotAllowed',
        'There was no plugin in the system that was willing to handle this',
      )
  }
}

async function multistatus(cloud: CloudState, request: Incoming, tree: DavTree, path: string): Promise<Answer> {
  const self = await tree.stat(path)
  const children = request.headers['depth'] === '0' || self.kind === 'file' ? [] : await tree.list(path)
  return answerWith(cloud, request, tree, [self, ...children])
}

function answerWith(cloud: CloudState, request: Incoming, tree: DavTree, entries: Entry[]): Answer {
  const wanted = wantedProperties(request.body.toString('utf8'))
  const responses = entries.map((entry) => responseXml(cloud, hrefOf(cloud, tree, entry), entry, wanted))
  const nextcloud = cloud.product.family === 'nextcloud' ? ' xmlns:nc="http://nextcloud.org/ns"' : ''
  return {
    status: 207,
    headers: { DAV: '1, 3, extended-mkcol', Vary: 'Brief,Prefer', 'Content-Type': 'application/xml; charset=utf-8' },
    body:
      '<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns"' +
      `${nextcloud} xmlns:ocs="http://open-collaboration-services.org/ns" xmlns:ocm="http://open-cloud-mesh.org/ns">${responses.join('')}</d:multistatus>`,
  }
}

function hrefOf(cloud: CloudState, tree: DavTree, entry: Entry): string {
  const encoded = entry.path.split('/').map(encodeURIComponent).join('/')
  const href = cloud.webroot + tree.href + (entry.path === '/' ? '/' : encoded)
  return entry.kind === 'dir' && !href.endsWith('/') ? `${href}/` : href
}

/** A folder's GET is an empty page (recorded: nextcloud-32.0.1/03-23-public-webdav-old), or a zip for who asks. */
async function getOne(request: Incoming, tree: DavTree, path: string): Promise<Answer> {
  const entry = await tree.stat(path)
  const wantsZip = request.query.get('accept') === 'zip'
  return entry.kind === 'dir' && !wantsZip ? empty(200) : download(tree, path, nameOf(path) || 'download')
}

async function upload(cloud: CloudState, request: Incoming, tree: DavTree, path: string): Promise<Answer> {
  const isNew = await tree.write(path, request.body)
  return isNew ? created(cloud, tree, path) : empty(204)
}

async function created(cloud: CloudState, tree: DavTree, path: string): Promise<Answer> {
  const entry = await tree.stat(path)
  const id = String(entry.id).padStart(8, '0') + cloud.instanceId
  return empty(201, { 'OC-FileId': id, ETag: `"${entry.etag}"`, 'OC-ETag': `"${entry.etag}"` })
}

function destination(request: Incoming, tree: DavTree): string {
  const path = decode(new URL(request.headers['destination'] ?? '', 'http://any.localhost').pathname)
  const start = path.indexOf(decode(tree.href))
  if (start < 0)
    throw new DavError(400, 'Sabre\\DAV\\Exception\\BadRequest', 'The Destination header lies outside of the tree')
  return path.slice(start + decode(tree.href).length).replace(/\/$/, '')
}

/** RFC 4918, 9.8.5 (recorded: nextcloud-33.0.3/04-21 to 04-24); the quota as Nextcloud and ownCloud check it before they copy. */
async function mayCopy(cloud: CloudState, request: Incoming, tree: DavTree, from: string): Promise<void> {
  const to = destination(request, tree)
  const exists = (path: string) =>
    tree.stat(path).then(
      () => true,
      () => false,
    )
  if (!(await exists(from))) throw notFound(from.slice(1))
  const { size } = await tree.stat(from)
  if (request.headers['overwrite'] === 'F' && (await exists(to)))
    throw new DavError(
      412,
      'Sabre\\DAV\\Exception\\PreconditionFailed',
      'The destination node already exists, and the overwrite header is set to false',
    )
  if (!(await exists(parentOf(to))))
    throw new DavError(409, 'Sabre\\DAV\\Exception\\Conflict', 'The destination node is not found')
  if (size > cloud.settings.freeBytes)
    throw new DavError(
      507,
      'Sabre\\DAV\\Exception\\InsufficientStorage',
      `Insufficient space in ${to}, ${size} required, ${cloud.settings.freeBytes} available`,
    )
}

async function copy(tree: DavTree, from: string, to: string): Promise<void> {
  const entry = await tree.stat(from)
  if (entry.kind === 'file') return void (await tree.write(to, await tree.read(from)))
  await tree.makeFolder(to)
  for (const child of await tree.list(from)) await copy(tree, child.path, joinPath(to, nameOf(child.path)))
}
