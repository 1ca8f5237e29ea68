import { base, hiddenInputs, page, prompt, token, type Old } from './markup.ts'

export const encodeState = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64')

export type States = Record<string, unknown>

const stateInputs = (states: States): string =>
  Object.entries(states)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const encoded = typeof value === 'string' && value.startsWith('raw:') ? value.slice(4) : encodeState(value)
      return `<input type="hidden" id="initial-state-${key}" value="${encoded}">`
    })
    .join('')

/** `undefined` leaves a state out, a string that begins with `raw:` is put in as it is. */
export function nextcloud32(states: States = {}): string {
  const usual: States = {
    'files_sharing-isPublic': true,
    'files_sharing-sharingToken': token,
    'files_sharing-sharePermissions': 17,
    'files_sharing-filename': 'Füße & mehr',
    'files_sharing-view': 'public-share',
    'files_sharing-isFileRequest': false,
    'core-public-page-menu': [{ id: 'download' }, { id: 'save' }, { id: 'directLink' }],
  }
  return page(
    'body-public',
    `<div id="initial-state-container">${stateInputs({ ...usual, ...states })}</div>
     <header id="header"><div class="header-start"><div id="nextcloud"><span class="header-title">Label</span></div></div></header>
     <div id="content" class="app-files"></div>`,
  )
}

/** A file drop; a file request is one whose visitors are asked for their name. */
export const nextcloud32Drop = (isFileRequest = false): string =>
  nextcloud32({
    'files_sharing-sharePermissions': 4,
    'files_sharing-view': 'public-file-drop',
    'files_sharing-isFileRequest': isFileRequest,
    'files_sharing-label': 'A label',
    'files_sharing-note': '',
    'files_sharing-disclaimer': '',
    'core-public-page-menu': [{ id: 'directLink' }],
  })

export const saveButton = (owner = ''): string =>
  `<button id="save-external-share" data-protected="false" data-owner="${owner}" data-name="Photos">Add</button>`

/** Nextcloud 14 to 19 (server ExternalShareMenuAction at the time). */
export const oldSaveButton = '<li><a id="save" data-protected="false" data-owner="" data-name="Photos">Add</a></li>'

export const nextcloud30Drop =
  '<input type="hidden" id="upload-only-interface" value="1"><div id="public-upload"></div>'

export function nextcloud30({ inputs = {}, content = saveButton() }: Old = {}): string {
  const usual = {
    isPublic: '1',
    sharingToken: token,
    filename: 'Photos',
    mimetype: 'httpd/unix-directory',
    hideDownload: 'false',
    downloadURL: `${base}/s/${token}/download`,
  }
  return page(
    'body-public',
    `<header id="header"><div class="header-left"><a id="nextcloud" href="/"></a></div></header>
     <main id="content" class="app-files_sharing">${hiddenInputs({ ...usual, ...inputs })}${content}</main>`,
  )
}

/** Nextcloud writes the token twice: the second form asks for an e-mail address. */
export const nextcloudPrompt = (shown = token): string => {
  const tokenInput = `<input type="hidden" id="sharingToken" name="sharingToken" value="${shown}">`
  return page('body-login', `${prompt(tokenInput)}<form method="post" id="email-input-form">${tokenInput}</form>`)
}

/** Long ago its prompt was ownCloud's, and did not name its link. */
export const nextcloud13Prompt = (): string =>
  page('body-login', prompt(''), '<meta name="apple-itunes-app" content="app-id=1125420102">')

/** Since 33: the form itself is drawn later (server pull request 57571). */
export const nextcloud33Prompt = (shown = token, states: States = {}): string =>
  page(
    'body-login',
    `<div id="initial-state-container">${stateInputs({
      'files_sharing-sharingToken': shown,
      'core-publicShareAuth': {
        identityOk: false,
        showPasswordReset: false,
        shareType: 3,
        invalidPassword: false,
        canResendPassword: false,
      },
      ...states,
    })}</div><div class="wrapper"><main><div id="core-public-share-auth" class="guest-box"></div></main></div>`,
  )

const notice = (inside: string): string =>
  page('body-login', `<div class="body-login-container update">${inside}<p class="infogroup">x</p></div>`)

/** Unknown, deleted and expired links; links of a disabled owner; all links where sharing by link was switched off. */
export const nextcloud32Gone = (): string =>
  notice('<div><svg></svg></div><h2>Share not found</h2><p><a class="button primary" href="/">Back</a></p>')
export const nextcloud21Gone = (): string => notice('<div class="icon-big icon-search"></div><h2>File not found</h2>')
export const nextcloudThrottled = (): string => notice('<h2>Too many requests</h2>')
