/** Files behind a mount: every call goes to the remote. */

import type { CloudState } from '../cloud-state.ts'
import { probe } from '../remote-shares/probe.ts'
import { folderMimetype } from '../store/mimetype.ts'
import { can } from '../store/shares.ts'
import type { ReceivedShare } from '../store/received.ts'
import { ask, propfind, urlOf } from './client.ts'
import type { RemoteEntry } from './client.ts'
import { DavError, forbidden, notFound } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'

export function mountTree(cloud: CloudState, row: ReceivedShare): DavTree {
  const host = row.remote.replace(/^https?:\/\//, '').replace(/\/+$/, '')
  const entry = (remote: RemoteEntry): Entry => {
    const isMountRoot = remote.path === '/'
    const permissions = row.lastSeen?.permissions ?? can.everything
    return {
      ...remote,
      id: row.fileId,
      permissions: isMountRoot ? permissions : permissions & ~cloud.product.federation.alwaysGranted,
      isMounted: true,
      isMountRoot,
      ownerId: `${row.owner}@${host}`,
      ownerName: `${row.owner}@${host}`,
    }
  }
  const look = async (path: string, depth: 0 | 1): Promise<Entry[]> => {
    const seen = await probe(cloud, row)
    if (seen.state === 'refused') throw notFound(row.mountpoint)
    const { status, entries } = seen.state === 'there' ? await propfind(row, path, depth) : { status: 0, entries: [] }
    if (status === 0 && path === '/') return [entry(fromCache(row))]
    if (status !== 207) throw errorFor(status, path)
    return entries.map(entry)
  }
  const send = async (method: string, path: string, body?: Uint8Array, destination?: string) => {
    const reply = await ask(row, method, path, {
      ...(body ? { body } : {}),
      headers: destination === undefined ? {} : { Destination: destination },
    })
    if (reply.status < 200 || reply.status >= 300) throw errorFor(reply.status, path)
    return reply
  }
  return {
    href: '',
    async stat(path) {
      const [found] = await look(path, 0)
      if (!found) throw notFound(path)
      return found
    },
    list: async (path) => (await look(path, 1)).filter((found) => found.path !== path),
    read: async (path) => (await send('GET', path)).body,
    write: async (path, bytes) => (await send('PUT', path, bytes)).status === 201,
    makeFolder: async (path) => void (await send('MKCOL', path)),
    remove: async (path) => void (await send('DELETE', path)),
    move: async (from, to) => void (await send('MOVE', from, undefined, urlOf(row, to))),
  }
}

/** A mount whose remote is down stays visible (recorded: owncloud-10.15.2/874, 888). */
function fromCache({ lastSeen }: ReceivedShare): RemoteEntry {
  const kind = lastSeen?.type ?? 'dir'
  return {
    path: '/',
    kind,
    size: 0,
    mtime: lastSeen?.mtime ?? 0,
    etag: '',
    mimetype: lastSeen?.mimetype ?? folderMimetype,
    granted: undefined,
  }
}

function errorFor(status: number, path: string): DavError {
  if (status === 403) return forbidden()
  if (status === 404 || status === 401) return notFound(path)
  if (status === 0 || status >= 500)
    return new DavError(503, 'Sabre\\DAV\\Exception\\ServiceUnavailable', 'Storage is temporarily not available')
  return new DavError(status, 'Sabre\\DAV\\Exception')
}
