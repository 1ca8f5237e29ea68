/** A user's files: their own plus their mounts, in one tree. */

import type { CloudState } from '../cloud-state.ts'
import { unmount } from '../remote-shares/handlers.ts'
import type { ReceivedShare } from '../store/received.ts'
import { parentOf } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'
import { localTree } from './local-tree.ts'
import { mountTree } from './mount-tree.ts'

interface Place {
  tree: DavTree
  path: string
  row?: ReceivedShare
}

export function userTree(cloud: CloudState, user: string, href = ''): DavTree {
  const local = localTree(cloud, cloud.files.root(user), href)
  const place = (path: string): Place => {
    const row = cloud.received
      .mounted(user)
      .find(({ mountpoint }) => path === mountpoint || path.startsWith(`${mountpoint}/`))
    return row
      ? { tree: mountTree(cloud, row), path: path.slice(row.mountpoint.length) || '/', row }
      : { tree: local, path }
  }
  const named = (at: Place, entry: Entry): Entry => {
    if (!at.row) return entry
    return { ...entry, path: entry.path === '/' ? at.row.mountpoint : at.row.mountpoint + entry.path }
  }
  const mountsIn = async (folder: string): Promise<Entry[]> => {
    const rows = cloud.received.mounted(user).filter(({ mountpoint }) => parentOf(mountpoint) === folder)
    const seen = await Promise.allSettled(rows.map((row) => stat(row.mountpoint)))
    return seen.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  }
  const stat = async (path: string): Promise<Entry> => {
    const at = place(path)
    return named(at, await at.tree.stat(at.path))
  }
  return {
    href,
    stat,
    async list(path) {
      const at = place(path)
      const entries = await at.tree.list(at.path)
      return [...entries.map((entry) => named(at, entry)), ...(await mountsIn(path))]
    },
    read: (path) => place(path).tree.read(place(path).path),
    write: (path, bytes) => place(path).tree.write(place(path).path, bytes),
    makeFolder: (path) => place(path).tree.makeFolder(place(path).path),
    /** Deleting a mount's root unmounts it (recorded: nextcloud-32.0.1/11-15, owncloud-10.15.2/568). */
    async remove(path) {
      const { row, tree, path: inner } = place(path)
      await (row && inner === '/' ? unmount(cloud, row) : tree.remove(inner))
    },
    /** Moving a mount's root renames the mount (recorded: nextcloud-32.0.1/11-14, owncloud-10.15.2/566). */
    async move(from, to) {
      const source = place(from)
      const target = place(to)
      if (source.row && source.path === '/') source.row.mountpoint = to
      else if (source.row === target.row) await source.tree.move(source.path, target.path)
      else {
        await target.tree.write(target.path, await source.tree.read(source.path))
        await source.tree.remove(source.path)
      }
    },
  }
}
