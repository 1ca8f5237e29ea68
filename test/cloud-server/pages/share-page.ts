/** `/s/TOKEN`: finds the link, asks for its password, lets the product's page show it. */

import { translate } from '../answers/translate.ts'
import { hasRequestToken } from '../auth/csrf.ts'
import type { Call } from '../cloud-state.ts'
import type { DavTree, Entry } from '../dav/entry.ts'
import { download } from '../dav/download.ts'
import { localTree } from '../dav/local-tree.ts'
import { json, redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { decode, text } from '../http/incoming.ts'
import { isUploadOnly } from '../store/shares.ts'
import type { Share } from '../store/shares.ts'
import { shareNotFoundPage } from './messages.ts'
import { nextcloud30SharePage } from './nextcloud-30-share.ts'
import { nextcloud32SharePage } from './nextcloud-32-share.ts'
import { owncloud7SharePage } from './owncloud-7-share.ts'
import { owncloudSharePage } from './owncloud-share.ts'
import { passwordPage } from './password-page.ts'

/** Everything a product's share page shows. */
export interface SharedItem {
  share: Share
  url: string
  kind: 'folder' | 'file' | 'drop'
  /** The entry itself, and what is in the folder being looked at. */
  entry: Entry
  children: Entry[]
  ownerName: string | undefined
  canDownload: boolean
  canSave: boolean
  linkOf(entry: Entry): string
}

const productPages = {
  'nextcloud-33': nextcloud32SharePage,
  'nextcloud-32': nextcloud32SharePage,
  'nextcloud-30': nextcloud30SharePage,
  'owncloud-10': owncloudSharePage,
  'owncloud-7': owncloud7SharePage,
  opencloud: owncloudSharePage,
}

function linkOf({ cloud, part }: Call): Share | undefined {
  return cloud.settings.sharingEnabled ? cloud.shares.linkByToken(part['token'] ?? '') : undefined
}

function isOpen({ session }: Call, share: Share): boolean {
  return share.password === undefined || session.unlocked.has(share.id)
}

/** Recorded: nextcloud-32.0.1/03-01, 03-10; owncloud-10.15.2/301, 304-306, 320. */
export async function showSharePage(call: Call): Promise<Answer> {
  const share = linkOf(call)
  if (!share) return shareNotFoundPage(call)
  if (!isOpen(call, share))
    return redirect(303, `${call.cloud.webroot}/s/${share.token}/${call.cloud.product.links.passwordPage}`)
  const folder = (call.request.query.get('path') ?? call.request.query.get('dir') ?? '/').replace(/\/+$/, '') || '/'
  try {
    return productPages[call.cloud.product.name](call, await describe(call, share, folder))
  } catch {
    return shareNotFoundPage(call)
  }
}

async function describe({ cloud }: Call, share: Share, folder: string): Promise<SharedItem> {
  const kind = isUploadOnly(share) ? 'drop' : share.node.bytes ? 'file' : 'folder'
  const tree: DavTree = localTree(cloud, share.node, '')
  const owner = cloud.users.byId(share.owner)
  const canDownload = kind !== 'drop' && !share.hideDownload
  const url = cloud.base + cloud.product.links.pathOf(share.token)
  return {
    share,
    url,
    kind,
    entry: await tree.stat('/'),
    children: kind === 'folder' ? await tree.list(folder) : [],
    ownerName: owner?.published ? owner.displayName : undefined,
    canDownload,
    canSave: canDownload && cloud.settings.outgoingFederation,
    linkOf: (entry) =>
      entry.kind === 'dir'
        ? `${url}?path=${encodeURIComponent(entry.path)}`
        : `${url}/download?files=${encodeURIComponent(entry.path)}`,
  }
}

/** Recorded: nextcloud-32.0.1/03-11, owncloud-10.15.2/321, 326. */
export function showPasswordPage(call: Call): Answer {
  const share = linkOf(call)
  if (!share) return shareNotFoundPage(call)
  return isOpen(call, share) ? toShare(call, share) : passwordPage(call, share, undefined)
}

/** Recorded: nextcloud-32.0.1/03-12..14, owncloud-10.15.2/322-327 (there, any Authorization header skips the check). */
export function unlockShare(call: Call): Answer {
  const { cloud, request, session } = call
  const share = linkOf(call)
  if (!share) return shareNotFoundPage(call)
  const skipsCheck = cloud.product.family === 'owncloud' && request.headers['authorization'] !== undefined
  if (!skipsCheck && !hasRequestToken(call))
    return cloud.product.family === 'owncloud'
      ? { ...shareNotFoundPage(call), status: 412 }
      : json(412, { message: 'CSRF check failed' })
  if (share.password !== text(request, 'password')) {
    cloud.throttle.fail('publicLinkAuth')
    return passwordPage(
      call,
      share,
      translate(
        cloud,
        cloud.product.family === 'owncloud' ? 'The password is wrong. Try again.' : 'You entered the wrong password',
      ),
    )
  }
  session.unlocked.add(share.id)
  cloud.sessions.renew(session)
  return toShare(call, share)
}

function toShare({ cloud }: Call, share: Share): Answer {
  return redirect(303, `${cloud.webroot}/s/${share.token}`)
}

/** Nextcloud 32 sends people to WebDAV (recorded: nextcloud-32.0.1/03-22); the others send the file (owncloud-10.15.2/330, 331). */
export async function downloadShare(call: Call): Promise<Answer> {
  const share = linkOf(call)
  if (!share || isUploadOnly(share)) return shareNotFoundPage(call)
  if (!isOpen(call, share))
    return redirect(303, `${call.cloud.webroot}/s/${share.token}/${call.cloud.product.links.passwordPage}`)
  const path = decode(call.request.query.get('files') ?? '/')
  if (call.cloud.product.links.downloadsByDav) {
    const inner = path === '/' ? '/?accept=zip' : path.split('/').map(encodeURIComponent).join('/')
    return redirect(303, `${call.cloud.base}/public.php/dav/files/${share.token}${inner}`)
  }
  return download(localTree(call.cloud, share.node, ''), path, path.split('/').pop() || share.node.name)
}
