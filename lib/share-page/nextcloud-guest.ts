import { has } from './dom.ts'
import { hidden } from './hidden-inputs.ts'
import { isGuestLayout, linkOf, sharePage, type Recogniser } from './page.ts'

/** The password prompt of Nextcloud up to 32 (recorded nextcloud-32.0.1/03-11). */
export const recogniseNextcloudPrompt: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !isGuestLayout(document) || hidden(document, 'sharingToken') !== link.token) return null
  const prompts = has(document, 'form[method="post" i] input[type="password"]#password[name="password"]')
  return prompts && has(document, 'input[name="requesttoken"]')
    ? sharePage('nextcloud', link, { needsPassword: true })
    : null
}

const frame = '.body-login-container.update'

/**
 * "Share not found": the link expired, was deleted, or never was. Up to 30 under a magnifier, since then under a crossed
 * person drawn in place. "Too many requests" has the same frame but no picture, "forbidden" another one.
 */
export const recogniseNextcloudGone: Recogniser = (document, location) => {
  const link = linkOf(location)
  if (!link || !isGuestLayout(document) || !has(document, 'head[data-requesttoken]')) return null
  const magnifier = has(document, `${frame} .icon-search`)
  const crossedPerson = has(document, `${frame} svg`) && has(document, `${frame} a.button`)
  return (magnifier || crossedPerson) && has(document, `${frame} .infogroup`)
    ? sharePage('nextcloud', link, { reason: 'link-gone' })
    : null
}
