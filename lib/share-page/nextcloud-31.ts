import type { FailureCode } from '../domain/failure.ts'
import type { SharePage } from '../domain/share-page.ts'
import { has } from './dom.ts'
import { initialState } from './initial-state.ts'
import { isGuestLayout, isPublicLayout, linkOf, plainName, sharePage, type Recogniser } from './page.ts'

const state = (document: Document, key: string): unknown => initialState(document, 'files_sharing', key)

const kinds: Record<string, SharePage['kind']> = {
  'public-share': 'folder',
  'public-file-share': 'file',
  'public-file-drop': 'folder',
}

/** The public page of Nextcloud 31 and later (recorded nextcloud-32.0.1/03-01). */
export const recogniseNextcloud31: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || state(document, 'sharingToken') !== link.token) return null
  if (state(document, 'isPublic') !== true || !isPublicLayout(document)) return null
  const view = state(document, 'view')
  return sharePage('nextcloud', link, {
    kind: typeof view === 'string' ? kinds[view] : undefined,
    // The header shows the link's label where it has one; this is the name the home will see.
    name: plainName(state(document, 'filename')),
    owner: plainName(state(document, 'owner')),
    reason: whyNot(document, view),
  })
}

/** The password prompt that became a Vue page (server pull request 57571). */
export const recogniseNextcloud33Prompt: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || state(document, 'sharingToken') !== link.token) return null
  if (!isGuestLayout(document) || !has(document, '#core-public-share-auth')) return null
  const prompt = initialState(document, 'core', 'publicShareAuth')
  return typeof prompt === 'object' && prompt !== null ? sharePage('nextcloud', link, { needsPassword: true }) : null
}

const mayRead = 1

/** The page's own menu tells what the server allows: `save` is its own "Add to your Nextcloud". */
function whyNot(document: Document, view: unknown): FailureCode | undefined {
  const permissions = state(document, 'sharePermissions')
  const unreadable = typeof permissions === 'number' && (permissions & mayRead) === 0
  if (view === 'public-file-drop' || unreadable) return 'link-upload-only'
  const menu = initialState(document, 'core', 'public-page-menu')
  if (!Array.isArray(menu) || menu.length === 0) return undefined
  const offers = (id: string): boolean => menu.some((entry: unknown) => idOf(entry) === id)
  if (offers('save')) return undefined
  return offers('download') ? 'remote-federation-off' : 'link-download-hidden'
}

const idOf = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : undefined
