/** Nextcloud up to 30: hidden inputs instead of initial states (landmarks: server-facts.md 1.3; recorded/README.md, Nextcloud 3). */

import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { fileTable } from './file-table.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { footer, initialState, openGraph, titleOf } from './nextcloud-head.ts'
import { page } from './page.ts'
import type { SharedItem } from './share-page.ts'

export function nextcloud30SharePage(call: Call, item: SharedItem): Answer {
  const { share, kind, entry, ownerName } = item
  const isDrop = kind === 'drop'
  const content = html`${['owner', 'label', 'note', 'filename'].map((key) => initialState('files_sharing', key, stateOf(item, key)))}
    <header id="header">
      <div class="header-start header-left">
        <div class="logo" aria-hidden="true"></div>
        <div id="nextcloud">
          <h1 class="header-appname">${titleOf(item)}</h1>
          ${ownerName !== undefined && html`<div class="header-shared-by">shared by ${ownerName}</div>`}
        </div>
      </div>
      <div class="header-end header-right">
        ${item.canDownload && html`<a id="header-primary-action" class="button" href="${item.url}/download">Download</a>`}
        <div id="header-secondary-action">
          <button id="header-actions-toggle" class="menu" aria-label="More actions">•••</button>
          <div id="header-actions-menu" class="hidden">${item.canSave && saveButton(call, item)}</div>
        </div>
      </div>
    </header>
    <main id="content" class="app-files_sharing">
      ${hiddenInputs(call, item)}
      ${
        isDrop
          ? html`<input type="hidden" id="upload-only-interface" value="1" />
              <div id="public-upload"><h2>Upload files to ${share.node.name}</h2></div>`
          : html`<div id="files-public-content">
              <div id="${kind === 'file' ? 'imgframe' : 'preview'}">
                ${fileTable(kind === 'file' ? [{ ...entry, path: `/${share.node.name}` }] : item.children, kind === 'file' ? () => `${item.url}/download` : item.linkOf)}
              </div>
            </div>`
      }
    </main>
    ${footer}`
  return page(call, {
    title: titleOf(item),
    bodyId: 'body-public',
    head: openGraph(item, call.cloud.product.title),
    content,
  })
}

function stateOf({ share, ownerName }: SharedItem, key: string): unknown {
  return {
    owner: ownerName === undefined ? '' : share.owner,
    label: share.label,
    note: share.note,
    filename: share.node.name,
  }[key]
}

function hiddenInputs({ cloud }: Call, item: SharedItem): Html[] {
  const { share, entry, kind } = item
  const values: Record<string, string> = {
    sharingUserId: item.ownerName === undefined ? '' : share.owner,
    filesApp: '1',
    isPublic: '1',
    ...(share.hideDownload ? {} : { downloadURL: `${cloud.base}/s/${share.token}/download` }),
    previewURL: `${cloud.base}/apps/files_sharing/publicpreview/${share.token}`,
    sharingToken: share.token,
    filename: share.node.name,
    mimetype: entry.mimetype,
    previewSupported: 'false',
    hideDownload: String(share.hideDownload),
    ...(kind === 'drop' ? {} : { filesize: String(entry.size) }),
    ...(kind === 'folder' ? { dirToken: share.token } : {}),
  }
  return Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" id="${name}" name="${name}" value="${value}" />`,
  )
}

/** `data-protected` says "false" even on protected links. */
function saveButton({ cloud }: Call, item: SharedItem): Html {
  const { share, ownerName } = item
  return html`<span id="external-share-menu-item"
    ><button
      id="save-external-share"
      data-protected="false"
      data-owner-display-name="${ownerName ?? ''}"
      data-owner="${ownerName === undefined ? '' : share.owner}"
      data-name="${share.node.name}"
    >
      Add to your ${cloud.product.title}
    </button>
    <form class="save-form hidden" action="#">
      <input type="text" id="remote_address" placeholder="user@yourNextcloud.org" /><input
        type="submit"
        id="save-button-confirm"
        value=""
      /></form
  ></span>`
}
