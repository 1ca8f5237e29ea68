import type { SharePage } from '../domain/share-page.ts'
import { attribute, has } from './dom.ts'
import type { PublicLink } from '../domain/public-link.ts'
import { isPublicLayout } from './page.ts'

/** The value of a hidden input, the way ownCloud and Nextcloud up to 30 describe the share to their scripts. */
export const hidden = (document: Document, id: string): string | undefined =>
  attribute(document, `input[type="hidden"]#${id}`, 'value')

/** Whether hidden inputs say that this is the public page of this very link. */
export const describesLink = (document: Document, { token }: PublicLink): boolean =>
  hidden(document, 'sharingToken') === token && hidden(document, 'isPublic') === '1' && isPublicLayout(document)

/** Marks of ownCloud's header that Nextcloud never had. */
const owncloudMarks = ['a#owncloud-public', 'a#owncloud', '#header[data-owner-display-name][data-protected]']
export const hasOwncloudHeader = (document: Document): boolean => owncloudMarks.some((mark) => has(document, mark))

export function kindOf(document: Document): SharePage['kind'] {
  const mimetype = hidden(document, 'mimetype')
  if (!mimetype) return 'unknown'
  return mimetype === 'httpd/unix-directory' ? 'folder' : 'file'
}
