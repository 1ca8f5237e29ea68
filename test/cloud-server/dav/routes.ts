/** Which tree a WebDAV address opens, and for whom. */

import type { Call, CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { empty } from '../http/answer.ts'
import { decode } from '../http/incoming.ts'
import type { Incoming } from '../http/incoming.ts'
import type { Share } from '../store/shares.ts'
import { notFound } from './entry.ts'
import { answerDav, davError } from './handler.ts'
import { linkTree } from './link-tree.ts'
import { localTree } from './local-tree.ts'
import { userTree } from './user-tree.ts'

/** Undefined: not a WebDAV address. */
export function answerDavRoute(call: Call): Promise<Answer> | Answer | undefined {
  const { request } = call
  if (request.method === 'PROPFIND' && /^\/remote\.php\/dav\/?$/.test(request.path)) return principal(call)
  if (request.method === 'SEARCH' && /^\/remote\.php\/dav\/?$/.test(request.path)) return search(call)
  const userFiles = /^(\/remote\.php\/(?:dav\/files\/([^/]+)|webdav))(\/.*)?$/.exec(request.path)
  if (userFiles) return personal(call, userFiles[1] ?? '', decode(userFiles[2] ?? ''), userFiles[3])
  const oldLink = /^(\/public\.php\/webdav)(\/.*)?$/.exec(request.path)
  if (oldLink) return byToken(call, oldLink[1] ?? '', oldLink[2])
  const newLink = /^(\/(?:public\.php\/dav\/files|remote\.php\/dav\/public-files)\/([^/]+))(\/.*)?$/.exec(request.path)
  if (newLink && call.cloud.product.name === 'owncloud-7') return empty(404)
  if (newLink) return byAddress(call, newLink[1] ?? '', newLink[2] ?? '', newLink[3])
  return /^\/(?:remote\.php(?:\/|$)|public\.php\/)/.test(request.path)
    ? davError(404, 'Sabre\\DAV\\Exception\\NotFound', '')
    : undefined
}

/** Recorded: nextcloud-32.0.1/01-46. */
function principal({ cloud, request, visitor }: Call): Answer {
  if (visitor.kind !== 'user' || isAjaxRefused(cloud, request))
    return unauthorised(cloud, request, visitor.kind === 'rejected')
  const root = `${cloud.webroot}/remote.php/dav/`
  const prop = `<d:current-user-principal><d:href>${root}principals/users/${encodeURIComponent(visitor.user.id)}/</d:href></d:current-user-principal>`
  const body = `<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:"><d:response><d:href>${root}</d:href><d:propstat><d:prop>${prop}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`
  return { status: 207, headers: { 'Content-Type': 'application/xml; charset=utf-8' }, body }
}

/** Recorded: nextcloud-33.0.3/14-41; ownCloud has no such method (owncloud-10.15.2/957-search-nc-way). */
function search({ cloud, request, visitor }: Call): Promise<Answer> | Answer {
  if (visitor.kind !== 'user' || isAjaxRefused(cloud, request))
    return unauthorised(cloud, request, visitor.kind === 'rejected')
  if (cloud.product.family === 'owncloud')
    return davError(
      501,
      'Sabre\\DAV\\Exception\\NotImplemented',
      'There was no plugin in the system that was willing to handle this SEARCH method.',
    )
  const href = `/remote.php/dav/files/${encodeURIComponent(visitor.user.id)}`
  return answerDav(cloud, request, userTree(cloud, visitor.user.id, href), '/')
}

function inner(path: string | undefined): string {
  return decode(path ?? '/').replace(/\/+$/, '') || '/'
}

function personal(
  { cloud, request, visitor }: Call,
  href: string,
  named: string,
  path: string | undefined,
): Promise<Answer> | Answer {
  if (request.method === 'OPTIONS' && cloud.product.family === 'owncloud')
    return empty(200, { 'Access-Control-Allow-Origin': '*' })
  if (visitor.kind !== 'user' || isAjaxRefused(cloud, request))
    return unauthorised(cloud, request, visitor.kind === 'rejected')
  const isOwn = named === '' || cloud.users.byLogin(named) === visitor.user
  if (!isOwn) return davError(404, 'Sabre\\DAV\\Exception\\NotFound', notFound(named).message)
  return answerDav(cloud, request, userTree(cloud, visitor.user.id, href), inner(path))
}

/** Basic with the token as user name: how federated mounts and ownCloud's link probes read (recorded: owncloud-10.15.2/340-348, 842). */
function byToken({ cloud, request }: Call, href: string, path: string | undefined): Promise<Answer> | Answer {
  const [, value = ''] = (request.headers['authorization'] ?? '').split(' ')
  const [token = '', password = ''] = Buffer.from(value, 'base64').toString('utf8').split(/:(.*)/s)
  const share = cloud.settings.outgoingFederation ? cloud.shares.byToken(token) : undefined
  if (!share || (share.password !== undefined && share.password !== password)) return tokenRefused(cloud, request)
  return openShare(cloud, request, share, href, path)
}

/** Scripts get no challenge at all here (recorded: owncloud-10.15.2/348). */
function tokenRefused(cloud: CloudState, request: Incoming): Answer {
  const answer = unauthorised(cloud, request, true)
  if (request.headers['x-requested-with'] === 'XMLHttpRequest') delete answer.headers['WWW-Authenticate']
  return answer
}

/** The token in the address, the password (if any) in Basic, or the session that unlocked the page (recorded: owncloud-10.15.2/350-359, nextcloud-32.0.1/03-24). */
function byAddress(
  { cloud, request, session }: Call,
  href: string,
  token: string,
  path: string | undefined,
): Promise<Answer> | Answer {
  const share = cloud.settings.sharingEnabled ? cloud.shares.linkByToken(token) : undefined
  if (!share) return davError(404, 'Sabre\\DAV\\Exception\\NotFound', '')
  const [, value = ''] = (request.headers['authorization'] ?? '').split(' ')
  const password = Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '')
  const isOpen = share.password === undefined || session.unlocked.has(share.id) || share.password === password
  if (!isOpen) return unauthorised(cloud, request, value !== '')
  return cloud.product.family === 'owncloud'
    ? answerDav(cloud, request, linkTree(cloud, share, href), inner(path))
    : openShare(cloud, request, share, href, path)
}

function openShare(
  cloud: CloudState,
  request: Incoming,
  share: Share,
  href: string,
  path: string | undefined,
): Promise<Answer> {
  return answerDav(cloud, request, localTree(cloud, share.node, href, share.permissions), inner(path))
}

/** Recorded: nextcloud-29.0.1/17-01, 17-02. */
const isAjaxRefused = (cloud: CloudState, { headers }: Incoming): boolean =>
  cloud.product.refusesAjaxDav === true && headers['x-requested-with'] === 'XMLHttpRequest'

/** Recorded: nextcloud-32.0.1/06-01-401-dav*, owncloud-10.15.2/737-739. */
function unauthorised(cloud: CloudState, request: Incoming, isWrong: boolean): Answer {
  const isAjax = request.headers['x-requested-with'] === 'XMLHttpRequest'
  const realm = cloud.product.title
  const isNextcloud = cloud.product.family === 'nextcloud'
  const challenge = `${isAjax ? 'DummyBasic' : 'Basic'} realm="${realm}"${isAjax && isNextcloud ? '' : ', charset="UTF-8"'}`
  const reason = isWrong
    ? 'Username or password was incorrect'
    : "No 'Authorization: Basic' header found. Either the client didn't send one, or the server is misconfigured"
  const said =
    isAjax && !isWrong && isNextcloud
      ? 'Cannot authenticate over ajax calls'
      : `No public access to this resource., ${reason}`
  return davError(401, 'Sabre\\DAV\\Exception\\NotAuthenticated', said, { 'WWW-Authenticate': challenge })
}
