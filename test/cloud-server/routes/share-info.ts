/** `shareinfo`: a link's item as JSON (recorded: nextcloud-32.0.1/03-25, owncloud-10.15.2/360-367, 844). */

import type { Call } from '../cloud-state.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { etagOf, isFolder, sizeOf } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { folderMimetype, mimetypeOf } from '../store/mimetype.ts'
import { isUploadOnly } from '../store/shares.ts'

type ChildId = (id: number) => number | string

export function shareInfo({ cloud, request }: Call): Answer {
  const isNextcloud = cloud.product.family === 'nextcloud'
  const token = text(request, 't')
  if (token === undefined) return empty(400)
  const share = cloud.settings.outgoingFederation ? cloud.shares.linkByToken(token) : undefined
  const password = text(request, 'password')
  const isGone = !share || (!isNextcloud && share.password !== undefined && password === undefined)
  if (isGone) return isNextcloud ? json(404, { data: [], status: 'error' }) : empty(404)
  if (share.password !== undefined && share.password !== password)
    return json(403, isNextcloud ? { data: [], status: 'error' } : { success: false, status: 'error' })
  // Ids of children are strings on ownCloud.
  const data = describe(
    share.node,
    share.permissions,
    Number(text(request, 'depth') ?? -1),
    isNextcloud ? Number : String,
  )
  const shown = isUploadOnly(share) ? { ...data, children: [] } : data
  return json(200, { data: shown, ...(isNextcloud ? {} : { message: 'DEPRECATED API' }), status: 'success' })
}

function describe(node: FileNode, permissions: number, depth: number, childId: ChildId): Record<string, unknown> {
  const folder = isFolder(node)
  const facts = {
    id: node.id,
    parentId: node.parent?.id ?? 0,
    mtime: node.mtime,
    name: node.name,
    permissions,
    mimetype: folder ? folderMimetype : mimetypeOf(node.name),
    size: sizeOf(node),
    type: folder ? 'dir' : 'file',
    etag: etagOf(node),
  }
  if (!folder || depth === 0) return facts
  const children = [...(node.children?.values() ?? [])].map((child) => {
    return { ...describe(child, permissions, depth - 1, childId), id: childId(child.id), parentId: childId(node.id) }
  })
  return { ...facts, children }
}
