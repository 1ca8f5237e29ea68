/** What both generations of Nextcloud share pages have in common. */

import { html } from './html.ts'
import type { Html } from './html.ts'
import type { SharedItem } from './share-page.ts'

export function titleOf({ share }: SharedItem): string {
  return share.label || share.node.name
}

export function openGraph(item: SharedItem, siteName: string): Html {
  return html`<meta property="og:title" content="${titleOf(item)}" />
    <meta property="og:description" content="${siteName} - a safe home for all your data" />
    <meta property="og:site_name" content="${siteName}" /><meta property="og:url" content="${item.url}" />
    <meta property="og:type" content="object" />
    <meta name="apple-itunes-app" content="app-id=1125420102, app-argument=${item.url}" />
    <meta name="theme-color" content="#00679e" />`
}

/** Encoded the way the server hands values to its scripts. */
export function initialState(app: string, key: string, value: unknown): Html {
  return html`<input
    type="hidden"
    id="initial-state-${app}-${key}"
    value="${Buffer.from(JSON.stringify(value), 'utf8').toString('base64')}"
  />`
}

export const footer = html`<footer>
  <p><strong>Nextcloud</strong> – a safe home for all your data</p>
</footer>`
