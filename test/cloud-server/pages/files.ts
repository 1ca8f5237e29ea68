/** The Files app: what a person sees after signing in. */

import type { Call } from '../cloud-state.ts'
import type { Entry } from '../dav/entry.ts'
import { parentOf } from '../dav/entry.ts'
import { userTree } from '../dav/user-tree.ts'
import { redirect } from '../http/answer.ts'
import type { Answer } from '../http/answer.ts'
import { userOf } from '../routes/route.ts'
import { pathOf } from '../store/files.ts'
import { fileTable } from './file-table.ts'
import { html } from './html.ts'
import { pageNotFoundPage } from './messages.ts'
import { page } from './page.ts'
import { remoteShareScript } from './remote-share-dialog.ts'

/** `?dir=/X`; the address of a file is the session's WebDAV. */
export async function showFiles(call: Call): Promise<Answer> {
  const { cloud, request } = call
  const user = userOf(call)
  const dir = (request.query.get('dir') ?? '/').replace(/\/+$/, '') || '/'
  const linkOf = (entry: Pick<Entry, 'kind' | 'path'>) =>
    entry.kind === 'dir'
      ? `${cloud.base}/index.php/apps/files/?dir=${encodeURIComponent(entry.path)}`
      : `${cloud.base}/remote.php/webdav${entry.path.split('/').map(encodeURIComponent).join('/')}`
  try {
    const entries = await userTree(cloud, user.id).list(dir)
    const up = dir === '/' ? undefined : html` › <a href="${linkOf({ kind: 'dir', path: parentOf(dir) })}">up</a>`
    const content = html`<header id="header">
        <div class="header-start"><span class="header-title">${cloud.product.title}</span></div>
        <div class="header-end">
          <span id="expandDisplayName">${user.displayName}</span>
          <a class="button" href="${cloud.base}/logout">Log out</a>
        </div>
      </header>
      <div id="content" class="app-files">
        <h2 id="current-folder">${dir === '/' ? 'All files' : dir}${up}</h2>
        ${fileTable(entries, linkOf)}
      </div>`
    return page(call, { title: 'Files', bodyId: 'body-user', content, ...remoteShareScript(cloud) })
  } catch {
    return pageNotFoundPage(call)
  }
}

/** `/f/ID` opens the folder that holds the file, or the folder itself. */
export async function showById(call: Call): Promise<Answer> {
  const { cloud, part } = call
  const user = userOf(call).id
  const id = Number(part['id'])
  const node = cloud.files.byId(user, id)
  const row = cloud.received.mounted(user).find((candidate) => candidate.fileId === id)
  const path = row?.mountpoint ?? (node && pathOf(node))
  if (path === undefined) return pageNotFoundPage(call)
  const entry = await userTree(cloud, user).stat(path)
  const dir = entry.kind === 'dir' ? path : parentOf(path)
  return redirect(303, `${cloud.base}/index.php/apps/files/?dir=${encodeURIComponent(dir)}&fileid=${id}`)
}
