import { hiddenInputs, page, prompt, token, type Inputs, type Old } from './markup.ts'

export const owncloudScript = (app: string): string =>
  `<script type="text/plain" src="/apps/${app}/js/public.js?v=0a1b"></script>`

export function owncloud10(
  { inputs = {}, content = '<a id="download">Download</a>' }: Old = {},
  kind = 'folder',
  apps = ['files_sharing', 'federatedfilesharing'],
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
    apps.map(owncloudScript).join(''),
  )
}

export const owncloud10Prompt = (): string => page('body-login', prompt('', '<fieldset id="password-protected-share">'))

const classicInputs: Inputs = {
  filesApp: '1',
  isPublic: '1',
  dir: '',
  downloadURL: `/index.php/s/${token}/download`,
  sharingToken: token,
  filename: 'a.txt',
  mimetype: 'text/plain',
  previewSupported: 'true',
}

const classic = (kind: string, inputs: Inputs, save: string): string =>
  `<div id="notification-container"></div>${hiddenInputs({ ...classicInputs, ...inputs })}
   <header><div id="header" class="share-${kind}"><a href="/index.php" title="" id="owncloud"></a>
   <div class="header-right"><span id="details">${save}<a href="/download" id="download" class="button"></a></span></div>
   </div></header><div id="content-wrapper"><div id="content"><div id="preview"></div></div></div>`

const form = '<button id="save-button">Add</button><form class="save-form hidden"><input id="remote_address"></form>'

/** The button is there only while the server may share with others (owncloud/core v8.0.16 to v9.1.8, v10.0.0). */
export const save9 = (isProtected = false): string =>
  `<span id="save" data-protected="${isProtected}" data-owner-display-name="Bob" data-owner="bob" data-name="a.txt">${form}</span>`

/** ownCloud 8 and 9: the item is described by the save button. */
export const owncloud9 = (save = save9(), kind = 'file', inputs: Inputs = {}): string =>
  page('body-public', classic(kind, inputs, save))

/** ownCloud 7: no request token, and the owner's display name where later versions have the user id (v7.0.15). */
export const owncloud7 = (): string =>
  page(
    'body-public',
    classic('file', {}, `<span id="save" data-protected="true" data-owner="Bob B." data-name="a.txt">${form}</span>`),
  ).replace(' data-requesttoken="abc:def"', '')

/** ownCloud 7 (v7.0.15 apps/files_sharing/templates/authenticate.php): no request token, and its own address in the form. */
export const owncloud7Prompt = (linkToken = token): string =>
  page(
    'body-login',
    `<form action="https://remote.example.org/cloud/public.php?service=files&amp;t=${linkToken}" method="post"><fieldset>
     <input type="password" name="password" id="password"><input type="submit" class="svg icon-confirm"></fieldset></form>`,
  )

/** ownCloud 8 to 10.0: the fieldset has no name yet. */
export const owncloud9Prompt = (): string =>
  page('body-login', prompt('<input type="submit" class="svg icon-confirm">'))

export const owncloudGone = (): string =>
  page('body-login', '<ul><li class="error">x<p class="hint">y</p><p class="hint"><a href="/">z</a></p></li></ul>')
