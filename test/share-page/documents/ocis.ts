import { token } from './markup.ts'

export const root = 'https://ocis.example.org'
export const entry = `${root}/s/${token}`

/** The one page of oCIS (`owncloud`) and OpenCloud (`opencloud`); what the web app has drawn into it so far. */
export const webApp = (drawn = '', id = 'owncloud'): string =>
  `<!DOCTYPE html><html><head><title>x</title><link rel="manifest" href="manifest.json" crossorigin="use-credentials">
   </head><body><div id="splash-incompatible" class="splash-banner splash-hide"></div>
   <div id="splash-loading" class="splash-banner"><div id="loading"></div></div><div id="${id}">${drawn}</div></body></html>`

const asking = (inside: string): string => `<div class="oc-link-resolve"><div class="oc-card">${inside}</div></div>`

export const spinner = asking('<span class="oc-spinner"></span>')
export const passwordForm = asking(
  '<form><input class="oc-text-input" type="password"><button class="oc-login-authorize-button"></button></form>',
)
export const linkGone = asking('<p data-testid="error-message">It may not exist anymore.</p>')
export const fileList = '<div id="web"><main id="files-view"></main></div>'
