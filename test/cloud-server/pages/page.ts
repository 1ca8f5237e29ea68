/** A whole HTML page: what all pages of a product have around their content. */

import { randomBytes } from 'node:crypto'
import type { Call } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { pagePolicy } from '../http/security-headers.ts'
import { requestToken } from '../store/sessions.ts'
import { Html, html } from './html.ts'
import { nextcloudStyle, owncloudStyle } from './style.ts'

export interface PageOptions {
  title: string
  bodyId: 'body-public' | 'body-login' | 'body-user'
  content: Html
  status?: number
  head?: Html
  /** Runs under Nextcloud's nonce; ownCloud allows scripts by address only. */
  script?: string
  scriptUrl?: string
  headers?: Record<string, string>
}

export function page(call: Call, options: PageOptions): Answer {
  const { cloud, session, visitor } = call
  const nonce = randomBytes(32).toString('base64')
  const isNextcloud = cloud.product.family === 'nextcloud'
  // Both products name the user in the head of every page for users, and in no other.
  const signedIn =
    options.bodyId === 'body-user' && visitor.kind === 'user' ? html` data-user="${visitor.user.id}"` : undefined
  const markup = html`<!DOCTYPE html>
    <html class="ng-csp" lang="${cloud.settings.language}">
      <head data-requesttoken="${requestToken(session)}" ${signedIn}>
        <meta charset="utf-8" />
        <title>${options.title} - ${cloud.product.title}</title>
        <link rel="icon" href="data:," />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${isNextcloud && html`<meta name="csp-nonce" nonce="${nonce}" />`} ${options.head}
        <style>
          ${new Html(isNextcloud ? nextcloudStyle : owncloudStyle)}
        </style>
      </head>
      <body id="${options.bodyId}">
        ${options.content} ${scriptOf(options, nonce)}
      </body>
    </html> `
  const headers = {
    ...options.headers,
    'Content-Security-Policy': pagePolicy(cloud, nonce),
    'Content-Type': 'text/html; charset=UTF-8',
  }
  return { status: options.status ?? 200, headers, body: markup.text }
}

function scriptOf({ script, scriptUrl }: PageOptions, nonce: string): Html | undefined {
  if (scriptUrl !== undefined) return html`<script src="${scriptUrl}"></script>`
  return script === undefined
    ? undefined
    : html`<script nonce="${nonce}">
        ${new Html(script)}
      </script>`
}

/** A box in the middle of the guest background. */
export function guestPage(call: Call, options: Omit<PageOptions, 'bodyId' | 'content'> & { box: Html }): Answer {
  const content = html`<div class="wrapper">
    <main class="guest">
      <div class="guest-logo" aria-hidden="true">${call.cloud.product.title}</div>
      <div class="guest-box">${options.box}</div>
    </main>
  </div>`
  return page(call, { ...options, bodyId: 'body-login', content })
}
