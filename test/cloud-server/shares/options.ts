/** Password and expiry of a share, as asked for in a request and as the administrator wants them. */

import type { ExpirySetting } from '../api.ts'
import type { Call, CloudState } from '../cloud-state.ts'
import { failure } from '../answers/ocs.ts'
import type { OcsReply } from '../answers/ocs.ts'
import { translate } from '../answers/translate.ts'
import { text } from '../http/incoming.ts'
import { fill } from '../products/product.ts'
import { can, hasAddress, isFederated } from '../store/shares.ts'
import type { ShareType } from '../store/shares.ts'

type Option<T> = { value?: T | undefined; error?: OcsReply }

/** Recorded: nextcloud-32.0.1/02-24, nextcloud-33.0.3/14-30-put-password-*; ownCloud's policy app is off by default. */
export function readPassword({ cloud, request }: Call): Option<string> {
  const password = text(request, 'password') ?? ''
  const { minPasswordLength, weakPasswordStatus } = cloud.product.links
  if (password === '') return { value: undefined }
  if (password.length < minPasswordLength)
    return { error: failure(weakPasswordStatus, translate(cloud, cloud.product.messages.passwordWeak)) }
  return { value: password }
}

/** Recorded: nextcloud-33.0.3/14-50, owncloud-10.15.2/960: ownCloud tells links apart by what they allow. */
export function lacksPassword(cloud: CloudState, type: ShareType, permissions: number): boolean {
  if (!cloud.settings.passwordEnforced || !hasAddress(type)) return false
  return cloud.product.family === 'nextcloud' || (permissions & (can.create | can.update | can.delete)) === 0
}

function settingFor(cloud: CloudState, type: ShareType): ExpirySetting | null {
  const { linkExpiry, internalExpiry, remoteExpiry } = cloud.settings
  if (hasAddress(type)) return linkExpiry
  return isFederated(type) ? remoteExpiry : internalExpiry
}

/**
 * Recorded: nextcloud-32.0.1/02-25, 02-26, nextcloud-33.0.3/14-30, 14-51; ownCloud takes anything that starts like a date
 * (owncloud-10.15.2/2312) when a share is made, and lets a last day be taken off that it enforces (961-put-expiry-off).
 */
export function readExpireDate({ cloud, request }: Call, type: ShareType, isUpdate = false): Option<string> {
  const { product } = cloud
  const given = text(request, 'expireDate') ?? ''
  const setting = settingFor(cloud, type)
  if (given === '') {
    if (!isUpdate) return { value: defaultDate(product.family, setting, text(request, 'expireDate') !== undefined) }
    const isRefused = setting?.enforced && product.family === 'nextcloud'
    return isRefused ? { error: failure(400, product.messages.updateFailed ?? 'Expiration date is enforced') } : {}
  }
  const german = /^(\d\d)\.(\d\d)\.(\d{4})/.exec(given)
  const isLax = product.family === 'owncloud'
  const date = isLax && german ? `${german[3]}-${german[2]}-${german[1]}` : given.slice(0, 10)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))) {
    const message = isUpdate ? 'Invalid date. Format must be YYYY-MM-DD' : product.messages.dateInvalid
    return { error: failure(isUpdate ? 400 : 404, translate(cloud, message)) }
  }
  if (date <= dayFromNow(0)) return { error: failure(404, translate(cloud, product.messages.datePast)) }
  if (setting?.enforced && date > dayFromNow(setting.days))
    return { error: failure(404, translate(cloud, fill(product.messages.dateTooFar, String(setting.days)))) }
  return { value: date }
}

/** Nextcloud takes an empty date for "never", unless an end is enforced; ownCloud for "not said". */
function defaultDate(family: string, setting: ExpirySetting | null, isGiven: boolean): string | undefined {
  if (!setting || (isGiven && !setting.enforced && family === 'nextcloud')) return undefined
  return dayFromNow(setting.days)
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
