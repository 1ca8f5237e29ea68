import { has } from './dom.ts'
import { isGuestLayout, linkOf, sharePage, type Place, type Recogniser } from './page.ts'

/** What the prompts of ownCloud 7 to 11 have in common; a mark of their own came with 10. */
const prompt = 'form[method="post" i] fieldset input[type="password"]#password[name="password"]'

/** Nextcloud's prompts name their link; the oldest, which do not, name the Nextcloud app for phones. */
const isNextcloud = '#sharingToken, meta[name="apple-itunes-app"][content*="1125420102"]'

/**
 * The prompt does not name its link, so its address must be the one prompts have (recorded owncloud-10.15.2/321). In
 * ownCloud 7 it stands at the link's own address, has no request token, and its form leads back there
 * (owncloud/core v7.0.15 apps/files_sharing/templates/authenticate.php).
 */
export const recogniseOwncloudPrompt: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !isGuestLayout(document) || !has(document, prompt) || has(document, isNextcloud)) return null
  const mark = isAuthenticating(location)
    ? 'input[name="requesttoken"]'
    : `form[action$="?service=files&t=${link.token}"]`
  return has(document, mark) ? sharePage('owncloud', link, { needsPassword: true }) : null
}

const isAuthenticating = ({ href }: Place): boolean => /\/s\/[^/]+\/authenticate(?:\/|$)/.test(new URL(href).pathname)

/** "File not found", told from other errors by the way back it offers (recorded owncloud-10.15.2/307, 308). */
export const recogniseOwncloudGone: Recogniser = (document, location) => {
  const link = linkOf(location)
  const gone = isGuestLayout(document) && has(document, 'li.error .hint a[href]')
  return link && gone && has(document, 'head[data-requesttoken]')
    ? sharePage('owncloud', link, { reason: 'link-gone' })
    : null
}
