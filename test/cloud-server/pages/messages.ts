/** Pages that only say something. */

import type { Call, CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { html } from './html.ts'
import { guestPage } from './page.ts'

/** Unknown, expired and deleted links look the same (recorded: nextcloud-32.0.1/03-20, 11-06; owncloud-10.15.2/307-310). */
export function shareNotFoundPage(call: Call): Answer {
  const box =
    call.cloud.product.family === 'owncloud'
      ? html`<ul>
          <li class="error">
            File not found
            <p class="hint">The specified document has not been found on the server.</p>
          </li>
        </ul>`
      : html`<div class="body-login-container update">
          <div class="icon-big icon-search"></div>
          <h2>Share not found</h2>
          <p class="infogroup">This share does not exist or is no longer available</p>
        </div>`
  return guestPage(call, { title: 'Not found', status: 404, box })
}

export function pageNotFoundPage(call: Call): Answer {
  return guestPage(call, {
    title: 'Not found',
    status: 404,
    box: html`<div class="body-login-container update"><h2>Page not found</h2></div>`,
  })
}

/** Recorded: nextcloud-32.0.1/06-30, owncloud-10.15.2/764-766. */
export function maintenanceAnswer(cloud: CloudState): Answer {
  return plain(503, 'Maintenance mode', 'This server is currently in maintenance mode, which may take a while.', {
    ...cloud.product.maintenance.headers,
    'Retry-After': '120',
  })
}

/** Recorded: nextcloud-32.0.1/06-31, owncloud-10.15.2/121-123. */
export function untrustedDomainAnswer(): Answer {
  return plain(400, 'Access through untrusted domain', 'Please contact your administrator.')
}

function plain(status: number, title: string, text: string, headers: Record<string, string> = {}): Answer {
  const markup = html`<!DOCTYPE html>
    <html>
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body id="body-login">
        <h2>${title}</h2>
        <p>${text}</p>
      </body>
    </html>`
  return { status, headers: { ...headers, 'Content-Type': 'text/html; charset=UTF-8' }, body: markup.text }
}
