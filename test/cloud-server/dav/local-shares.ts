/** What users of the same cloud share with each other: it stands in the receiver's files. */

import type { CloudState } from '../cloud-state.ts'
import { descend } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { can, shareType } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import type { User } from '../store/users.ts'

/** Shares a user received from others here, by name or by group. */
export function receivedBy(cloud: CloudState, user: User): Share[] {
  return cloud.shares.live().filter(({ type, shareWith, owner, by }) => {
    const isFor =
      (type === shareType.user && shareWith === user.id) ||
      (type === shareType.group && user.groups.includes(shareWith ?? ''))
    return isFor && owner !== user.id && by !== user.id
  })
}

export interface LocalMount {
  path: string
  node: FileNode
  permissions: number
}

/** Where they stand: `/name`, or `/name (2)` where there is such a thing. The same item stands there once. */
export function localMounts(cloud: CloudState, user: User): LocalMount[] {
  const own = cloud.files.root(user.id)
  const mounts = new Map<FileNode, LocalMount>()
  const taken = (path: string): boolean =>
    descend(own, path) !== undefined || [...mounts.values()].some((mount) => mount.path === path)
  const freePath = (name: string): string => {
    let path = `/${name}`
    for (let number = 2; taken(path); number += 1) path = `/${name} (${number})`
    return path
  }
  for (const { node, permissions } of receivedBy(cloud, user)) {
    const known = mounts.get(node)
    const mount = known ?? { path: freePath(node.name), node, permissions: 0 }
    mounts.set(node, { ...mount, permissions: mount.permissions | permissions })
  }
  return [...mounts.values()]
}

/** An item in a user's files, their own or shared with them here, and what they may do with it. */
export function localItem(
  cloud: CloudState,
  userId: string,
  path: string,
): { node: FileNode; permissions: number } | undefined {
  const own = cloud.files.find(userId, path)
  if (own) return { node: own, permissions: can.everything }
  const user = cloud.users.byId(userId)
  const mount = user && localMounts(cloud, user).find((one) => path === one.path || path.startsWith(`${one.path}/`))
  const node = mount && descend(mount.node, path.slice(mount.path.length))
  return mount && node ? { node, permissions: mount.permissions } : undefined
}
