/** Share pages reduced to the marks that tell them (recorded/README.md 3 and 4, server-facts.md 1); markup of our own. */

export const token = 'iEDw65qPLQktSTD'
export const base = 'https://remote.example.org/cloud'
export const address = `${base}/index.php/s/${token}`
export const promptAddress = `${base}/s/${token}/authenticate/showShare`

export const parse = (markup: string): Document => new DOMParser().parseFromString(markup, 'text/html')

export const at = (href: string): Pick<Location, 'href'> => ({ href })

export const encodeState = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64')

export type States = Record<string, unknown>

const page = (bodyId: string, content: string): string =>
  `<!DOCTYPE html><html><head data-requesttoken="abc:def"><title>x</title></head><body id="${bodyId}">${content}</body></html>`

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
    'core-public-page-menu': [{ id: 'download' }, { id: 'save' }, { id: 'directLink' }],
  }
  return page(
    'body-public',
    `<div id="initial-state-container">${stateInputs({ ...usual, ...states })}</div>
     <header id="header"><div class="header-start"><div id="nextcloud"><span class="header-title">Label</span></div></div></header>
     <div id="content" class="app-files"></div>`,
  )
}

const hiddenInputs = (values: Record<string, string | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([id, value]) => `<input type="hidden" id="${id}" name="${id}" value="${value}">`)
    .join('')

interface Old {
  inputs?: Record<string, string | undefined>
  /** The part of the page after its hidden inputs. */
  content?: string
}

export const saveButton = (owner = ''): string =>
  `<button id="save-external-share" data-protected="false" data-owner="${owner}" data-name="Photos">Add</button>`

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

export function owncloud10(
  { inputs = {}, content = '<a id="download">Download</a>' }: Old = {},
  kind = 'folder',
): string {
  const usual = {
    isPublic: '1',
    sharingToken: token,
    filename: 'Photos',
    mimetype: kind === 'folder' ? 'httpd/unix-directory' : 'image/png',
    sharePermission: '1',
  }
  return page(
    'body-public',
    `<div id="header" class="share-${kind}" data-protected="false" data-owner="bob" data-owner-display-name="Bob"
       data-name="Photos"><a id="owncloud-public" href="/"></a></div>
     <div id="content" class="app-files_sharing">${hiddenInputs({ ...usual, ...inputs })}${content}</div>`,
  )
}

/** ownCloud 8 and 9: the item is described by the save button. */
export function owncloud9(): string {
  const inputs = hiddenInputs({ isPublic: '1', sharingToken: token, filename: 'a.txt', mimetype: 'text/plain' })
  return page(
    'body-public',
    `<div id="header"><a id="owncloud" href="/"></a><span id="save" data-protected="false" data-owner="bob"
       data-owner-display-name="Bob" data-name="a.txt"></span></div>${inputs}`,
  )
}

const prompt = (inside: string): string =>
  `<form method="post"><fieldset><input type="hidden" name="requesttoken" value="x">
   <input type="password" name="password" id="password">${inside}</fieldset></form>`

/** Nextcloud writes the token twice: the second form asks for an e-mail address. */
export const nextcloudPrompt = (shown = token): string => {
  const tokenInput = `<input type="hidden" id="sharingToken" name="sharingToken" value="${shown}">`
  return page('body-login', `${prompt(tokenInput)}<form method="post" id="email-input-form">${tokenInput}</form>`)
}

export const nextcloud33Prompt = (shown = token): string =>
  page(
    'body-login',
    `${stateInputs({
      'files_sharing-sharingToken': shown,
      'core-publicShareAuth': { shareType: 3, invalidPassword: false },
    })}<div id="core-public-share-auth" class="guest-box"></div>`,
  )

export const owncloudPrompt = (): string =>
  page('body-login', prompt('').replace('<fieldset>', '<fieldset id="password-protected-share">'))

const notice = (inside: string): string =>
  page('body-login', `<div class="body-login-container update">${inside}<p class="infogroup">x</p></div>`)

export const nextcloud32Gone = (): string =>
  notice('<div><svg></svg></div><h2>Share not found</h2><a class="button primary" href="/">Back</a>')
export const nextcloud21Gone = (): string => notice('<div class="icon-big icon-search"></div><h2>File not found</h2>')
export const nextcloudThrottled = (): string => notice('<h2>Too many requests</h2>')
export const owncloudGone = (): string =>
  page('body-login', '<ul><li class="error">x<p class="hint">y</p><p class="hint"><a href="/">z</a></p></li></ul>')
export const loginPage = (): string =>
  page('body-login', '<form method="post" name="login"><input name="user"><input type="password" id="password"></form>')
