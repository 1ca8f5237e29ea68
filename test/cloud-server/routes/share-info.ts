/** `shareinfo`: a link's item as JSON (recorded: nextcloud-32.0.1/03-25, owncloud-10.15.2/360-367, 844). */

import type { Call } from '../cloud-state.ts'
import { empty, json } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { text } from '../http/incoming.ts'
import { etagOf, isFolder, sizeOf } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { folderMimetype, mimetypeOf } from '../store/mimetype.ts'

export function shareInfo({ cloud, request }: Call): Answer {
  const isNextcloud = cloud.product.family === 'nextcloud'
  const token = text(request, 't')
  if (token === undefined) return empty(400)
  const share = cloud.settings.outgoingFederation ? cloud.shares.linkByToken(token) : undefined
  const password = text(request, 'password')
  const isGone = !share || (!isNextcloud && share.password !== undefined && password === undefined)
  if (isGone) return isNextcloud ? json(404, { data: [], status: 'error' }) : empty(404)
  if (share.password !== undefined && share.password !== password) return json(403, isNextcloud ? { data: [], status: 'error' } : { success: false, status: 'error' })
  const depth = Number(text(request, 'depth') ?? -1)
  return json(200, { data: describe(share.node, share.permissions, depth), ...(isNextcloud ? {} : { message: 'DEPRECATED API' }), status: 'success' })
}

function describe(node: FileNode, permissions: number, depth: number): Record<string, unknown> {
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
  return { ...facts, children: [...(node.children?.values() ?? [])].map((child) => describe(child, permissions, depth - 1)) }
}
