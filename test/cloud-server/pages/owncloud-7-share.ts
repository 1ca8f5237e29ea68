/** ownCloud 7 (landmarks: owncloud/core v7.0.15, apps/files_sharing/templates/public.php). */

import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { fileTable } from './file-table.ts'
import { html } from './html.ts'
import { page } from './page.ts'
import type { SharedItem } from './share-page.ts'

export function owncloud7SharePage(call: Call, item: SharedItem): Answer {
  const { cloud } = call
  const { share, kind, entry } = item
  const owner = cloud.users.byId(share.owner)?.displayName ?? share.owner
  const values = {
    filesApp: '1',
    isPublic: '1',
    dir: '',
    downloadURL: `${cloud.base}/public.php?service=files&t=${share.token}&download`,
    sharingToken: share.token,
    filename: share.node.name,
    mimetype: entry.mimetype,
    previewSupported: 'false',
  }
  const inputs = Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" id="${name}" name="${name}" value="${value}" />`,
  )
  const save = html`<span
    id="save"
    data-protected="${String(share.password !== undefined)}"
    data-owner="${owner}"
    data-name="${share.node.name}"
    ><button id="save-button">Add to your ownCloud</button></span
  >`
  const content = html`<div id="notification-container"></div>
    ${inputs}
    <header>
      <div id="header" class="${kind === 'file' ? 'share-file' : 'share-folder'}">
        <a href="${cloud.base}/index.php" title="" id="owncloud">ownCloud</a>
        <div class="header-right">
          <span id="details">${item.canSave && save}<a href="${values.downloadURL}" id="download">Download</a></span>
        </div>
      </div>
    </header>
    <div id="content"><div id="preview">${fileTable(item.children, () => values.downloadURL)}</div></div>`
  return page(call, { title: share.node.name, bodyId: 'body-public', content })
}
