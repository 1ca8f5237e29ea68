/** Pages that only say something. */

import type { ProductName } from '../api.ts'
import type { Call, CloudState } from '../cloud-state.ts'
import type { Answer } from '../http/answer.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { guestPage } from './page.ts'

/**
 * Unknown, expired and deleted links look the same (recorded: nextcloud-32.0.1/03-20, 11-06; owncloud-10.15.2/307-310;
 * landmarks: server-facts.md 1.4, 1.5).
 */
export function shareNotFoundPage(call: Call): Answer {
  const box = notFound[call.cloud.product.name](`${call.cloud.webroot}/index.php`)
  return guestPage(call, { title: 'Not found', status: 404, box })
}

const crossedPerson = (front: string): Html =>
  html`<div class="body-login-container update">
    <div>
      <svg xmlns="http://www.w3.org/2000/svg" width="70" height="70" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="8" r="4" />
        <path d="M4 20a8 6 0 0 1 16 0z" />
      </svg>
    </div>
    <h2>Share not found</h2>
    <p class="infogroup">This share does not exist or is no longer available</p>
    <p><a class="button primary" href="${front}">Back to Nextcloud</a></p>
  </div>`

const fileNotFound = (front: string): Html =>
  html`<ul>
    <li class="error">
      File not found<br />
      <p class="hint">The specified document has not been found on the server.</p>
      <p class="hint"><a href="${front}">You can click here to return to ownCloud.</a></p>
    </li>
  </ul>`

/** Since 31 a picture drawn in place and a button, before that a magnifier from the style sheet. */
const notFound: Record<ProductName, (front: string) => Html> = {
  'nextcloud-33': crossedPerson,
  'nextcloud-32': crossedPerson,
  'nextcloud-30': (front) =>
    html`<div class="body-login-container update">
      <div class="icon-big icon-search"></div>
      <h2>File not found</h2>
      <p class="infogroup">
        The document could not be found on the server. Maybe the share was deleted or has expired?
      </p>
      <p><a class="button primary" href="${front}">Back to Nextcloud</a></p>
    </div>`,
  'owncloud-10': fileNotFound,
  'owncloud-7': fileNotFound,
  opencloud: fileNotFound,
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
