import type { FailureCode } from '../domain/failure.ts'
import type { SharePage } from '../domain/share-page.ts'
import { attribute, has } from './dom.ts'
import { describesLink, hasOwncloudHeader, hidden, kindOf } from './hidden-inputs.ts'
import { isGuestLayout, linkOf, plainName, sharePage, type Place, type Recogniser } from './page.ts'

/** Where the item is described: the header since ownCloud 10, the save button before. */
const description = '#header[data-name], span#save[data-name]'

/** The public page of ownCloud 8 to 11 (recorded owncloud-10.15.2/301). */
export const recogniseOwncloud10: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !describesLink(document, link) || !hasOwncloudHeader(document)) return null
  return sharePage('owncloud', link, {
    kind: kindInHeader(document) ?? kindOf(document),
    name: plainName(attribute(document, description, 'data-name') ?? hidden(document, 'filename')),
    owner: plainName(attribute(document, description, 'data-owner')),
    reason: whyNot(document),
  })
}

function kindInHeader(document: Document): SharePage['kind'] | undefined {
  if (has(document, '#header.share-folder')) return 'folder'
  return has(document, '#header.share-file') ? 'file' : undefined
}

const mayRead = 1

function whyNot(document: Document): FailureCode | undefined {
  const permissions = hidden(document, 'sharePermission')
  const unreadable = permissions !== undefined && (Number(permissions) & mayRead) === 0
  return unreadable || has(document, '.uploadForm') ? 'link-upload-only' : undefined
}

/** The prompt does not name its link, so its address must be the one prompts have (recorded 321). */
export const recogniseOwncloudPrompt: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !isGuestLayout(document) || !isAuthenticating(location)) return null
  const prompts = ['#password-protected-share', 'input[type="password"]#password', 'input[name="requesttoken"]']
  return prompts.every((mark) => has(document, mark)) ? sharePage('owncloud', link, { needsPassword: true }) : null
}

const isAuthenticating = ({ href }: Place): boolean => /\/s\/[^/]+\/authenticate(?:\/|$)/.test(new URL(href).pathname)

/** "File not found", told from other errors by the way back it offers (recorded 307, 308). */
export const recogniseOwncloudGone: Recogniser = (document, location) => {
  const link = linkOf(location)
  const gone = isGuestLayout(document) && has(document, 'li.error .hint a[href]')
  return link && gone && has(document, 'head[data-requesttoken]')
    ? sharePage('owncloud', link, { reason: 'link-gone' })
    : null
}
