import type { Product } from '../domain/account.ts'
import {
  permissionsOf,
  rightsFor,
  typeOfKind,
  type ItemType,
  type NewShare,
  type OutgoingShare,
  type Rights,
  type ShareAttribute,
  type ShareChange,
  type ShareField,
  type ShareKind,
} from '../domain/outgoing-share.ts'

type Params = Record<string, string>

/**
 * The parameters of `POST /shares`. What servers only take afterwards (`hideDownload`, `token`) is not among them, nor is
 * `publicUpload`, an older word for the permissions 15 and 1 (nextcloud/server ShareAPIController::getLegacyPublicUpload).
 */
export function createParams(product: Product, share: NewShare): Params {
  const { kind, path, rights, password, expires, label, note, sendMail } = share
  const attributes = changedAttributes([], share)
  const permissions = share.fileRequest ? fileRequest : rights && permissionsFor(product, kind, share.itemType, rights)
  return {
    path,
    shareType: typeOfKind(kind, product),
    // A mail share for a list has no receiver of its own, but Nextcloud insists on being told so.
    ...(share.with || kind === 'mail' ? { shareWith: share.with ?? '' } : {}),
    ...(permissions === undefined ? {} : { permissions: String(permissions) }),
    ...(password ? { password } : {}),
    ...(expires === undefined ? {} : { expireDate: expires ?? '' }),
    ...(label ? nameParam(product, label) : {}),
    ...(note ? { note } : {}),
    ...(attributes.length > 0 ? { attributes: JSON.stringify(attributes) } : {}),
    ...(sendMail === undefined ? {} : { sendMail: String(sendMail) }),
  }
}

/** Only the right to create. */
const fileRequest = 4

/** One parameter to change, and the field it stands for. */
export interface ChangeStep {
  field: ShareField
  params: Params
}

/**
 * A change as requests of one parameter each: older servers take no more at once, and of a refusal it is then known what
 * it is about. A password is set before rights that may demand it, and taken off after those that did; so are dates.
 */
export function changeSteps(product: Product, current: OutgoingShare, change: ShareChange): ChangeStep[] {
  const { rights, password, expires, label, note, token, hideDownload, downloadAllowed, emails } = change
  const step = (field: ShareField, params: Params | false | undefined): ChangeStep[] =>
    params ? [{ field, params }] : []
  const permissions = rights && permissionsFor(product, current.kind, current.itemType, rights)
  const attributes = JSON.stringify(changedAttributes(current.attributes, change))
  const asked = (value: unknown): boolean => value !== undefined
  return [
    ...step('password', password ? { password } : undefined),
    ...step('expires', expires ? { expireDate: expires } : undefined),
    ...step('label', label === undefined ? undefined : nameParam(product, label)),
    ...step('note', note === undefined ? undefined : { note }),
    ...step('hideDownload', asked(hideDownload) && { hideDownload: String(hideDownload) }),
    ...step(emails ? 'emails' : 'downloadAllowed', (asked(downloadAllowed) || asked(emails)) && { attributes }),
    ...step('rights', permissions === undefined ? undefined : { permissions: String(permissions) }),
    ...step('password', password !== undefined && !password && { password: '' }),
    ...step('expires', expires !== undefined && !expires && { expireDate: '' }),
    ...step('token', token === undefined ? undefined : { token }),
  ]
}

/** ownCloud calls it a name. */
const nameParam = (product: Product, label: string): Params => (product === 'owncloud' ? { name: label } : { label })

/**
 * ownCloud takes few combinations for a link and makes others read-only without a word (recorded
 * owncloud-10.15.2/222, 954-put-permissions-17): it gets the widest that gives no more than was asked for, or
 * what it will refuse.
 */
function permissionsFor(product: Product, kind: ShareKind, itemType: ItemType, rights: Rights): number {
  const asked = permissionsOf(rightsFor(itemType, rights))
  if (product !== 'owncloud' || kind !== 'link') return asked
  return owncloudLinks.find((permissions) => (asked & permissions) === permissions) ?? asked
}

/** Everything, read and upload, read and change, upload only, read only. */
const owncloudLinks = [15, 5, 3, 4, 1]

/** The whole list with what is asked for in it: servers replace all of it. */
function changedAttributes(
  current: ShareAttribute[],
  { downloadAllowed, emails, ...more }: ShareChange & Pick<Partial<NewShare>, 'fileRequest' | 'kind'>,
): object[] {
  const changes: ShareAttribute[] = [
    ...(downloadAllowed === undefined ? [] : [{ scope: 'permissions', key: 'download', value: downloadAllowed }]),
    ...(more.fileRequest ? [{ scope: 'fileRequest', key: 'enabled', value: true }] : []),
    ...(emails === undefined ? [] : [{ scope: 'shareWith', key: 'emails', value: emails }]),
  ]
  const others = current.filter((one) => !changes.some(({ scope, key }) => one.scope === scope && one.key === key))
  // Nextcloud reads `value` since 30, and `enabled` before.
  return [...others, ...changes].map((one) => (typeof one.value === 'boolean' ? { ...one, enabled: one.value } : one))
}
