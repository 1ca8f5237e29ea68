/** Files that live on this cloud: a user's own, or a shared one behind a link's permissions. */

import type { CloudState } from '../cloud-state.ts'
import { descend, etagOf, isFolder, sizeOf } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { folderMimetype, mimetypeOf } from '../store/mimetype.ts'
import { can } from '../store/shares.ts'
import { DavError, forbidden, joinPath, nameOf, notFound, parentOf } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'

export function localTree(
  cloud: CloudState,
  root: FileNode,
  href: string,
  permissions: number = can.everything,
): DavTree {
  const owner = cloud.users.byId(root.owner)
  const node = (path: string): FileNode => {
    const found = descend(root, path)
    if ((permissions & can.read) === 0) throw new DavError(404, 'Sabre\\DAV\\Exception\\NotFound')
    if (!found) throw notFound(path)
    return found
  }
  const require = (permission: number) => {
    if ((permissions & permission) === 0) throw forbidden()
  }
  const entry = (path: string, of: FileNode): Entry => ({
    path,
    kind: isFolder(of) ? 'dir' : 'file',
    size: sizeOf(of),
    mtime: of.mtime,
    etag: etagOf(of),
    mimetype: isFolder(of) ? folderMimetype : mimetypeOf(of.name),
    id: of.id,
    permissions: isFolder(of) ? permissions : permissions & ~can.create,
    isMounted: false,
    isMountRoot: false,
    ownerId: root.owner,
    ownerName: owner?.displayName ?? root.owner,
  })
  return {
    href,
    stat: async (path) => entry(path, node(path)),
    list: async (path) => [...(node(path).children ?? [])].map(([name, child]) => entry(joinPath(path, name), child)),
    read: async (path) => node(path).bytes ?? new Uint8Array(),
    async write(path, bytes) {
      const isNew = descend(root, path) === undefined
      require(isNew ? can.create : can.update)
      if (!isFolder(descend(root, parentOf(path)) ?? root))
        throw new DavError(
          409,
          'Sabre\\DAV\\Exception\\Conflict',
          'Files can only be created as children of collections',
        )
      cloud.files.writeBelow(root, path, bytes)
      return isNew
    },
    async makeFolder(path) {
      require(can.create)
      if (descend(root, path))
        throw new DavError(
          405,
          'Sabre\\DAV\\Exception\\MethodNotAllowed',
          'The resource you tried to create already exists',
        )
      if (!descend(root, parentOf(path)))
        throw new DavError(409, 'Sabre\\DAV\\Exception\\Conflict', 'Parent node does not exist')
      cloud.files.makeFolder(root, path)
    },
    async remove(path) {
      require(can.delete)
      if (path === '/') throw forbidden()
      cloud.files.remove(node(path))
    },
    async move(from, to) {
      require(can.update)
      cloud.files.move(node(from), node(parentOf(to)), nameOf(to))
    },
  }
}
