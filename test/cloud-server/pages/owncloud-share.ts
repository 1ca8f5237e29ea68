/** ownCloud 10 (landmarks: server-facts.md 1.5; recorded/README.md, ownCloud 4). */

import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { fileTable } from './file-table.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { page } from './page.ts'
import type { SharedItem } from './share-page.ts'

export function owncloudSharePage(call: Call, item: SharedItem): Answer {
  const { cloud } = call
  const { share, kind, entry, url } = item
  const owner = cloud.users.byId(share.owner)?.displayName ?? share.owner
  const scripts = ['files_sharing', ...(cloud.settings.outgoingFederation ? ['federatedfilesharing'] : [])].map(
    scriptOf,
  )
  const head = html`${scripts}<meta name="referrer" content="never" /><meta
      name="apple-itunes-app"
      content="app-id=1359583808"
    />
    <meta property="og:title" content="ownCloud - ${share.node.name}" />
    <meta property="og:site_name" content="ownCloud" /><meta property="og:url" content="${url}" />
    <meta property="og:type" content="object" />`
  const right = html`<div class="header-right">
    ${item.canSave && saveButton(cloud.base)}${kind !== 'drop' && html`<a href="${url}/download" id="download" class="button">⬇ Download</a>`}
  </div>`
  const content = html`<div id="notification-container"></div>
    ${hiddenInputs(call, item)}
    <header>
      <div
        id="header"
        class="${kind === 'file' ? 'share-file' : 'share-folder'}"
        data-protected="${String(share.password !== undefined)}"
        data-owner-display-name="${owner}"
        data-owner="${share.owner}"
        data-name="${share.node.name}"
      >
        <a href="${cloud.base}/" id="owncloud-public" title="ownCloud"><span class="header-appname">ownCloud</span></a
        >${right}
      </div>
    </header>
    <div id="content" class="app-files_sharing">
      ${
        kind === 'drop'
          ? html`<form class="uploadForm"><h2>Drop files here to upload</h2></form>`
          : html`<div id="files-public-content">
              <div id="${kind === 'file' ? 'imgframe' : 'preview'}">
                ${fileTable(kind === 'file' ? [{ ...entry, path: `/${share.node.name}` }] : item.children, kind === 'file' ? () => `${url}/download` : item.linkOf)}
              </div>
              <div class="directLink">
                <label for="directLink">Direct link</label
                ><input id="directLink" type="text" readonly value="${url}/download" />
              </div>
            </div>`
      }
    </div>
    <footer><p class="info">ownCloud – A safe home for all your data</p></footer>`
  return page(call, { title: share.node.name, bodyId: 'body-public', head, content })
}

/** The scripts a real page loads, by name only: `federatedfilesharing` is left out when it may not share with others. */
const scriptOf = (app: string): Html => html`<script type="text/plain" src="/apps/${app}/js/public.js"></script>`

/** Drawn by a script on real servers, and only when outgoing federation is on (recorded: owncloud-10.15.2/841). */
function saveButton(base: string): Html {
  return html`<span id="save"
    ><a id="save-to-oc-button" href="#">Add to ${new URL(base).hostname}</a
    ><a id="save-to-oc-button-expand" href="#" aria-label="Change server">▾</a></span
  >`
}

function hiddenInputs({ cloud }: Call, { share, entry, kind }: SharedItem): Html[] {
  const values: Record<string, string> = {
    filesApp: '1',
    isPublic: '1',
    dir: '/',
    downloadURL: `${cloud.base}/s/${share.token}/download`,
    sharingToken: share.token,
    filename: share.node.name,
    mimetype: entry.mimetype,
    previewSupported: 'false',
    previewEnabled: '1',
    filesize: String(entry.size),
    sharePermission: String(share.permissions),
    ...(kind === 'file' ? {} : { dirToken: share.token }),
  }
  return Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" id="${name}" name="${name}" value="${value}" />`,
  )
}
