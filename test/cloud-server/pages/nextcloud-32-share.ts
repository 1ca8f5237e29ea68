/** Nextcloud 31 and later (landmarks: server-facts.md 1.2; recorded/README.md, Nextcloud 3; unchanged in 33). */

import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { fileTable } from './file-table.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { footer, initialState, openGraph, titleOf } from './nextcloud-head.ts'
import { saveDialog, saveScript } from './nextcloud-save-dialog.ts'
import { page } from './page.ts'
import type { SharedItem } from './share-page.ts'

const views = { folder: 'public-share', file: 'public-file-share', drop: 'public-file-drop' } as const

export function nextcloud32SharePage(call: Call, item: SharedItem): Answer {
  const { cloud } = call
  const { share, kind, ownerName } = item
  const content = html`<div id="initial-state-container" style="display:none">${states(call, item)}</div>
    <header id="header">
      <div class="header-start">
        <div class="logo" aria-hidden="true"></div>
        <div id="nextcloud" class="header-appname">
          <div class="header-info">
            <span class="header-title">${titleOf(item)}</span
            >${ownerName !== undefined && html` <span class="header-shared-by">shared by ${ownerName}</span>`}
          </div>
        </div>
      </div>
      <div class="header-end">
        <div id="public-page-menu">
          ${item.canDownload && html`<a class="button" href="${item.url}/download">Download</a>`}
          <button class="menu" id="public-page-menu--toggle" aria-label="More actions" aria-expanded="false">•••</button
          >${saveDialog(item)}
        </div>
        <div id="public-page-user-menu"></div>
      </div>
    </header>
    <div id="content" class="app-files">
      ${kind === 'drop' ? html`<h2>Upload files to ${share.node.name}</h2>` : fileTable(kind === 'file' ? [{ ...item.entry, path: `/${share.node.name}` }] : item.children, kind === 'file' ? () => `${item.url}/download` : item.linkOf)}
    </div>
    ${footer}`
  return page(call, {
    title: titleOf(item),
    bodyId: 'body-public',
    head: openGraph(item, cloud.product.title),
    content,
    script: saveScript,
  })
}

function states(call: Call, item: SharedItem): Html[] {
  const { share, kind } = item
  const owner = call.cloud.users.byId(share.owner)
  const sharing: Record<string, unknown> = {
    isPublic: true,
    sharingToken: share.token,
    sharePermissions: share.permissions,
    filename: share.node.name,
    view: views[kind],
    isFileRequest: false,
    templates: [],
    ...(kind === 'file' ? { fileId: share.node.id } : {}),
    ...(owner?.published ? { owner: owner.id, ownerDisplayName: owner.displayName } : {}),
    ...(kind === 'drop' ? { disclaimer: '', label: share.label, note: share.note } : {}),
  }
  return [
    ...Object.entries(sharing).map(([key, value]) => initialState('files_sharing', key, value)),
    initialState('core', 'public-page-menu', menu(call, item)),
    initialState(
      'core',
      'capabilities',
      (call.cloud.product.capabilities(call.cloud, owner) as { capabilities: unknown }).capabilities,
    ),
    initialState('core', 'config', { ...versionOf(call), modRewriteWorking: true }),
    initialState('theming', 'data', { name: 'Nextcloud', primaryColor: '#00679e' }),
  ]
}

function versionOf({ cloud }: Call): object {
  const { version, versionstring } = cloud.product.status(false)
  return { version, versionstring }
}

/** `save` is missing when outgoing federation is off, when downloads are hidden and on upload-only links. */
function menu({ cloud }: Call, item: SharedItem): unknown[] {
  const download = {
    id: 'download',
    label: 'Download',
    href: `${cloud.base}/public.php/dav/files/${item.share.token}/?accept=zip`,
    icon: 'icon-download',
    details: '',
  }
  const save = { id: 'save', label: 'Add to your Nextcloud', href: '', icon: 'icon-external', details: null }
  const directLink = { id: 'directLink', label: 'Direct link', href: item.url, icon: 'icon-public', details: null }
  return [...(item.canDownload ? [download] : []), ...(item.canSave ? [save] : []), directLink]
}
