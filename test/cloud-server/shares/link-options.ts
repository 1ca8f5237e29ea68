/** Password and expiry of a share, as asked for in a request. */

import type { Call } from '../cloud-state.ts'
import { failure } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { text } from '../http/incoming.ts'

type Option = { value?: string | undefined; error?: OcsReply }

/** Recorded: nextcloud-32.0.1/02-24, nextcloud-21.0.5/02-24. */
export function readPassword({ cloud, request }: Call): Option {
  const password = text(request, 'password') ?? ''
  const { minPasswordLength, weakPasswordStatus } = cloud.product.links
  if (password === '') return { value: undefined }
  if (password.length < minPasswordLength)
    return { error: failure(weakPasswordStatus, cloud.product.messages.passwordWeak) }
  return { value: password }
}

/** Recorded: nextcloud-32.0.1/02-25, 02-26; ownCloud takes anything that starts like a date (owncloud-10.15.2/2312). */
export function readExpireDate({ cloud, request }: Call): Option {
  const given = text(request, 'expireDate') ?? ''
  if (given === '') return { value: undefined }
  const german = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(given)
  const isLax = cloud.product.family === 'owncloud'
  const date = isLax && german ? `${german[3]}-${german[2]}-${german[1]}` : given.slice(0, 10)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    return { error: failure(404, cloud.product.messages.dateInvalid) }
  if (date <= new Date().toISOString().slice(0, 10))
    return { error: failure(404, translate(cloud, cloud.product.messages.datePast)) }
  return { value: date }
}
