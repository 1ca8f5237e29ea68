/** What a share allows, as asked for in a request. */

import type { Call } from '../cloud-state.ts'
import { failure } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { text } from '../http/incoming.ts'
import { isFolder } from '../store/files.ts'
import type { FileNode } from '../store/files.ts'
import { can, hasAddress } from '../store/shares.ts'
import type { ShareType } from '../store/shares.ts'

type Option = { value?: number | undefined; error?: OcsReply }

const noUpload = 'Public upload disabled by the administrator'
const onlyFolders = 'Public upload is only possible for publicly shared folders'

/** Undefined when the request does not say; null when what it says is no number. */
function askedFor({ request }: Call): number | undefined {
  if (text(request, 'publicUpload') === 'true') return 15
  if (text(request, 'publicUpload') === 'false') return can.read
  const given = text(request, 'permissions')
  const number = Number(given)
  return given === undefined || given === '' || !Number.isInteger(number) ? undefined : number
}

/** What a new share allows. */
export function readPermissions(call: Call, type: ShareType, node: FileNode): Option {
  const asked = askedFor(call)
  if (hasAddress(type))
    return call.cloud.product.family === 'nextcloud'
      ? openNextcloud(call, asked, node)
      : openOwncloud(call, asked, node)
  const granted = (asked ?? can.everything) | can.read
  return { value: isFolder(node) ? granted : granted & ~(can.create | can.delete) }
}

/** What a changed share allows; undefined where the request says nothing about it. */
export function changedPermissions(call: Call, type: ShareType, node: FileNode): Option {
  const { cloud } = call
  const asked = askedFor(call)
  if (asked === undefined) return {}
  const { messages, family } = cloud.product
  if (hasAddress(type))
    return family === 'nextcloud' ? openNextcloud(call, asked, node, true) : changedOwncloud(call, asked, node)
  // Recorded: nextcloud-33.0.3/14-31-put-user-99, owncloud-10.15.2/954-put-user-99.
  if (asked > can.everything)
    return {
      error:
        family === 'nextcloud'
          ? failure(400, messages.updateFailed ?? messages.permissionsInvalid)
          : failure(404, 'Invalid permissions'),
    }
  return { value: isFolder(node) ? asked : asked & ~(can.create | can.delete) }
}

/** Recorded: nextcloud-32.0.1/02-27, nextcloud-33.0.3/14-11-err-file-drop, 14-11-err-no-read, 14-30-put-permissions-*, 14-52. */
function openNextcloud(call: Call, asked: number | undefined, node: FileNode, isUpdate = false): Option {
  const { product, settings } = call.cloud
  const { messages, links } = product
  const given = asked ?? can.read
  const may = (permission: number): boolean => (given & permission) !== 0
  const isDrop = !may(can.read) && may(can.create) && isFolder(node)
  if (!may(can.read) && !isDrop) return { error: failure(400, 'Share must at least have READ or CREATE permissions') }
  if (!may(can.read) && may(can.update | can.delete))
    return { error: failure(400, 'Share must have READ permission if UPDATE or DELETE permission is set') }
  if (may(can.create) && !settings.publicUpload) return { error: failure(403, noUpload) }
  if (given > can.everything)
    return {
      error: isUpdate
        ? failure(400, messages.updateFailed ?? messages.permissionsInvalid)
        : failure(links.badPermissionsStatus, messages.permissionsInvalid),
    }
  const granted = isFolder(node) ? given : given & ~(can.create | can.delete)
  const isOpened = settings.opensDrops && !isUpdate
  return { value: links.permissions(isOpened ? granted | can.read : granted, !isFolder(node)) }
}

/** Recorded: owncloud-10.15.2/222, 223, 2307-2311, 962: anything unusual is read-only. */
function openOwncloud({ cloud, request }: Call, asked: number | undefined, node: FileNode): Option {
  const wantsUpload = text(request, 'publicUpload') === 'true' || asked === can.create
  if (wantsUpload && !cloud.settings.publicUpload) return { error: failure(403, noUpload) }
  if (wantsUpload && !isFolder(node)) return { error: failure(404, onlyFolders) }
  if (asked !== undefined && (asked & can.create) !== 0 && !cloud.settings.publicUpload)
    return { error: failure(403, noUpload) }
  return { value: cloud.product.links.permissions(asked, !isFolder(node)) }
}

/** Recorded: owncloud-10.15.2/954-put-permissions-*. */
function changedOwncloud({ cloud }: Call, asked: number, node: FileNode): Option {
  if (![1, 3, 4, 5, 7, 15].includes(asked))
    return { error: failure(400, "Can't change permissions for public share links") }
  if ((asked & can.create) === 0) return { value: asked }
  if (!cloud.settings.publicUpload) return { error: failure(403, noUpload) }
  return isFolder(node) ? { value: asked } : { error: failure(400, onlyFolders) }
}
