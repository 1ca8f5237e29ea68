/** A user's files: their own plus their mounts, in one tree. */

import type { CloudState } from '../cloud-state.ts'
import { unmount } from '../remote-shares/handlers.ts'
import type { ReceivedShare } from '../store/received.ts'
import { parentOf } from './entry.ts'
import type { DavTree, Entry } from './entry.ts'
import { localMounts } from './local-shares.ts'
import { localTree } from './local-tree.ts'
import { mountTree } from './mount-tree.ts'

interface Place {
  tree: DavTree
  path: string
  row?: ReceivedShare
  /** Where what it is in stands in the user's files, if it is somebody else's. */
  mountpoint?: string
}

export function userTree(cloud: CloudState, user: string, href = ''): DavTree {
  const local = localTree(cloud, cloud.files.root(user), href)
  const account = cloud.users.byId(user)
  const sharedHere = () => (account ? localMounts(cloud, account) : [])
  const place = (path: string): Place => {
    const isIn = (mountpoint: string): boolean => path === mountpoint || path.startsWith(`${mountpoint}/`)
    const row = cloud.received.mounted(user).find(({ mountpoint }) => isIn(mountpoint))
    if (row)
      return {
        tree: mountTree(cloud, row),
        path: path.slice(row.mountpoint.length) || '/',
        row,
        mountpoint: row.mountpoint,
      }
    const shared = sharedHere().find((mount) => isIn(mount.path))
    if (!shared) return { tree: local, path }
    return {
      tree: localTree(cloud, shared.node, href, shared.permissions),
      path: path.slice(shared.path.length) || '/',
      mountpoint: shared.path,
    }
  }
  const named = (at: Place, entry: Entry): Entry => {
    if (at.mountpoint === undefined) return entry
    const path = entry.path === '/' ? at.mountpoint : at.mountpoint + entry.path
    return { ...entry, path, isMounted: true, isMountRoot: entry.path === '/' }
  }
  const mountsIn = async (folder: string): Promise<Entry[]> => {
    const points = [
      ...cloud.received.mounted(user).map((row) => row.mountpoint),
      ...sharedHere().map((mount) => mount.path),
    ]
    const seen = await Promise.allSettled(
      points.filter((point) => parentOf(point) === folder).map((point) => stat(point)),
    )
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
