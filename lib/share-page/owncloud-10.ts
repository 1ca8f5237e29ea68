import type { FailureCode } from '../domain/failure.ts'
import type { SharePage } from '../domain/share-page.ts'
import { attribute, has } from './dom.ts'
import { describesLink, hasOwncloudHeader, hidden, kindOf } from './hidden-inputs.ts'
import { linkOf, plainName, sharePage, type Recogniser } from './page.ts'

/** Where the item is described: the header since ownCloud 10, the save button before. */
const described = (document: Document, name: string): string | undefined =>
  attribute(document, has(document, '#header[data-name]') ? '#header' : 'span#save', `data-${name}`)

/** The public page of ownCloud 7 to 11 (recorded owncloud-10.15.2/301; owncloud/core v7.0.15 to v9.1.8). */
export const recogniseOwncloud: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !describesLink(document, link) || !hasOwncloudHeader(document)) return null
  return sharePage('owncloud', link, {
    kind: kindInHeader(document) ?? kindOf(document),
    name: plainName(described(document, 'name') ?? hidden(document, 'filename')),
    owner: plainName(owner(document)),
    isProtected: isProtected(document),
    reason: whyNot(document),
  })
}

/** Of ownCloud 7, which has one attribute only, that is the name to show and not the user id. */
const owner = (document: Document): string | undefined =>
  described(document, 'owner-display-name') === undefined ? undefined : described(document, 'owner')

/** Told truthfully by ownCloud, also to visitors who have entered the password (recorded 301, 331). */
function isProtected(document: Document): boolean | undefined {
  const told = described(document, 'protected')
  return told === 'true' || told === 'false' ? told === 'true' : undefined
}

function kindInHeader(document: Document): SharePage['kind'] | undefined {
  if (has(document, '#header.share-folder')) return 'folder'
  return has(document, '#header.share-file') ? 'file' : undefined
}

const mayRead = 1

function whyNot(document: Document): FailureCode | undefined {
  const permissions = hidden(document, 'sharePermission')
  const unreadable = permissions !== undefined && (Number(permissions) & mayRead) === 0
  if (unreadable || has(document, '.uploadForm')) return 'link-upload-only'
  return has(document, '#save') || mayDrawSave(document) ? undefined : 'remote-federation-off'
}

const script = (app: string): string => `script[src*="/${app}/js/public.js"]`

/**
 * Whether a page without a save button may get one yet. Up to 9 the server draws it; since 10 a script does, which is
 * left out when nothing may be shared with other servers (recorded README, ownCloud 4). What is left out shows only
 * where the page's other scripts go by their own names: proxies may have put them all into one.
 */
const mayDrawSave = (document: Document): boolean =>
  has(document, '#header[data-name]') &&
  (has(document, script('federatedfilesharing')) || !has(document, script('files_sharing')))
