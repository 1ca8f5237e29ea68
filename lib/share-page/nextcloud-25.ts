import type { FailureCode } from '../domain/failure.ts'
import { attribute, has } from './dom.ts'
import { describesLink, hasOwncloudHeader, hidden, kindOf } from './hidden-inputs.ts'
import { linkOf, plainName, sharePage, type Recogniser } from './page.ts'

/** The page's own "Add to your Nextcloud"; it had the shorter name up to 19. */
const save = ['#save-external-share', '#save']

/** The public page of Nextcloud 14 to 30 (recorded nextcloud-21.0.5/03-01). */
export const recogniseNextcloud25: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !describesLink(document, link) || hasOwncloudHeader(document)) return null
  if (!has(document, '#nextcloud, #content.app-files_sharing')) return null
  return sharePage('nextcloud', link, {
    kind: isUploadOnly(document) ? 'folder' : kindOf(document),
    name: plainName(hidden(document, 'filename')),
    // Empty unless the owner's name is published.
    owner: plainName(save.map((id) => attribute(document, id, 'data-owner')).find(Boolean)),
    reason: whyNot(document),
  })
}

const isUploadOnly = (document: Document): boolean =>
  hidden(document, 'upload-only-interface') === '1' || has(document, '#public-upload')

function whyNot(document: Document): FailureCode | undefined {
  if (isUploadOnly(document)) return 'link-upload-only'
  if (hidden(document, 'hideDownload') === 'true') return 'link-download-hidden'
  const mayDownload = hidden(document, 'downloadURL') !== undefined
  return mayDownload && !save.some((id) => has(document, id)) ? 'remote-federation-off' : undefined
}
