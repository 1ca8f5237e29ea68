import { recogniseNextcloud25 } from './nextcloud-25.ts'
import { recogniseNextcloud31, recogniseNextcloud33Prompt } from './nextcloud-31.ts'
import { recogniseNextcloudGone, recogniseNextcloudPrompt } from './nextcloud-guest.ts'
import { recogniseOcis } from './ocis.ts'
import { recogniseOwncloud } from './owncloud-10.ts'
import { recogniseOwncloudGone, recogniseOwncloudPrompt } from './owncloud-guest.ts'
import type { Recogniser } from './page.ts'

/** Most telling first: each asks for several marks that agree, so at most one answers. */
const recognisers = [
  recogniseNextcloud31,
  recogniseNextcloud25,
  recogniseOwncloud,
  recogniseNextcloud33Prompt,
  recogniseNextcloudPrompt,
  recogniseOwncloudPrompt,
  recogniseNextcloudGone,
  recogniseOwncloudGone,
  recogniseOcis,
]

/**
 * The share page a document is, or null. Never throws, whatever the document holds; `base` and `token` always come
 * from the address. A document whose own token differs from the address is no share page.
 */
export const recognise: Recogniser = (document, location) => {
  for (const recogniser of recognisers) {
    const page = recogniser(document, location)
    if (page) return page
  }
  return null
}
