/** ownCloud's `public-files/TOKEN`: a folder made for the link, which tells about the link itself (recorded: owncloud-10.15.2/350-359). */

import type { CloudState } from '../cloud-state.ts'
import { folderMimetype } from '../store/mimetype.ts'
import { isFolder } from '../store/files.ts'
import { can } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import type { DavTree } from './entry.ts'
import { joinPath } from './entry.ts'
import { localTree } from './local-tree.ts'

/** Even an upload-only link shows its root here, and a single file sits inside one. */
export function linkTree(cloud: CloudState, share: Share, href: string): DavTree {
  const tree = localTree(cloud, share.node, href, share.permissions)
  const isSingle = !isFolder(share.node)
  const inner = (path: string) => (isSingle && path === joinPath('/', share.node.name) ? '/' : path)
  return {
    ...tree,
    async stat(path) {
      if (path !== '/') return { ...(await tree.stat(inner(path))), path }
      const open = await localTree(cloud, share.node, href).stat('/')
      return { ...open, kind: 'dir', mimetype: folderMimetype, permissions: share.permissions & ~can.read, link: share }
    },
    async list(path) {
      if ((share.permissions & can.read) === 0) return []
      return isSingle ? [{ ...(await tree.stat('/')), path: joinPath('/', share.node.name) }] : tree.list(path)
    },
    read: (path) => tree.read(inner(path)),
  }
}
