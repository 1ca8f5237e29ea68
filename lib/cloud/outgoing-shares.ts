import type { Product } from '../domain/account.ts'
import { failure } from '../domain/failure.ts'
import { kindOfType, rightsOf, type OutgoingShare, type ShareAttribute } from '../domain/outgoing-share.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { isObject, parseJson } from './json.ts'
import { ownUrl } from './own-url.ts'
import { textOf, type XmlNode } from './xml.ts'

/** Whose answer it is: what the numbers mean depends on it, and addresses must lead there. */
export interface Home {
  base: string
  product: Product
}

/** Longest path, name or note kept, in characters: servers allow 4,000 bytes, strangers may send anything. */
const longest = 4_000

/**
 * Reads a list of shares, `<data><element/>…</data>` or `<data/>`. Rows of kinds that are none of ours are left out, and
 * one broken row does not hide the others; when all are broken the answer is not what it seems (`answer-unreadable`).
 */
export function readOutgoingShares(home: Home, data: XmlNode): Result<OutgoingShare[]> {
  const rows = data.children.filter(({ name }) => name === 'element')
  const shares = rows.flatMap((row) => readOutgoingShare(home, row) ?? [])
  const isForeign = (row: XmlNode): boolean => {
    const type = textOf(row, 'share_type')
    return Boolean(type) && kindOfType(type ?? '', home.product) === null
  }
  return shares.length === 0 && !data.children.every(isForeign)
    ? failed(failure('answer-unreadable', 'no row is a share'))
    : ok(shares)
}

/**
 * Reads one share; null when it lacks what makes it one, or is none of our kinds. Hashes of passwords are dropped here:
 * Nextcloud sends them to the owner, ownCloud a row of asterisks (recorded nextcloud-33.0.3/14-10-link,
 * owncloud-10.15.2/951-link).
 */
export function readOutgoingShare(home: Home, row: XmlNode): OutgoingShare | null {
  const text = (name: string): string | undefined => textOf(row, name)?.slice(0, longest) || undefined
  const id = text('id')
  const path = text('path')
  const kind = kindOfType(text('share_type') ?? '', home.product)
  const permissions = Number(text('permissions'))
  // An id of dots would climb out of its place in the address.
  if (!id || id.length > 100 || /^\.{1,2}$/.test(id) || !kind || !path?.startsWith('/')) return null
  if (!Number.isInteger(permissions)) return null
  const isLink = kind === 'link'
  const receiver = isLink ? undefined : text('share_with')
  const token = isLink || kind === 'mail' ? text('token') : undefined
  const label = text('label') ?? text('name')
  const note = text('note')
  const expires = /^\d{4}-\d\d-\d\d/.exec(text('expiration') ?? '')?.[0]
  const seconds = Number(text('stime'))
  const by = text('uid_owner') ?? ''
  return {
    id,
    kind,
    path,
    itemType: text('item_type') === 'folder' ? 'folder' : 'file',
    ...(receiver ? { with: { id: receiver, label: text('share_with_displayname') ?? receiver } } : {}),
    ...(token ? { token, url: addressOf(home, token, text('url')) } : {}),
    rights: rightsOf(permissions),
    ...(expires ? { expires } : {}),
    hasPassword: Boolean(text('password') ?? (isLink ? text('share_with') : undefined)),
    ...(label ? { label } : {}),
    ...(note ? { note } : {}),
    hideDownload: isTrue(text('hide_download')),
    attributes: readAttributes(textOf(row, 'attributes')),
    ...(seconds > 0 ? { createdAt: seconds * 1_000 } : {}),
    by: { id: by, label: text('displayname_owner') ?? by },
    trusted: isTrue(text('is_trusted_server')),
    // ownCloud does not say; it lists nothing that its user may not change.
    mayEdit: textOf(row, 'can_edit') === undefined || isTrue(text('can_edit')),
    mayDelete: textOf(row, 'can_delete') === undefined || isTrue(text('can_delete')),
  }
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true'

/** Where the server's own address is not its own (or missing: mail shares have none), one is made of the token. */
const addressOf = ({ base }: Home, token: string, given: string | undefined): string =>
  ownUrl(given, base)?.href ?? `${base}/index.php/s/${encodeURIComponent(token)}`

/**
 * A JSON list in a text, read whole: a change writes it back. Nextcloud wrote `enabled` before 30 and `value` since; `value` may be more
 * than true or false.
 */
function readAttributes(text: string | undefined): ShareAttribute[] {
  const list = parseJson(text ?? '')
  if (!Array.isArray(list)) return []
  return list.flatMap((entry) => {
    if (!isObject(entry)) return []
    const { scope, key, value = entry['enabled'] } = entry
    return typeof scope === 'string' && typeof key === 'string' ? [{ scope, key, value }] : []
  })
}
