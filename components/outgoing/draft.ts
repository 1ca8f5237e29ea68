import type { ItemType, NewShare, Rights, ShareChange, ShareField, ShareKind } from '../../lib/domain/outgoing-share.ts'
import { rightNames } from '../../lib/domain/outgoing-share.ts'
import { expiryRange, needsPassword, type KindRule } from '../../lib/domain/share-rules.ts'
import type { OutgoingShareView } from '../../lib/protocol.ts'

/** What is typed and chosen for a share. Texts stay as typed, also those of a box that is off: it may be put on again. */
export interface Draft {
  rights: Rights
  hasPassword: boolean
  /** A new one; empty leaves the one there is. */
  password: string
  ends: boolean
  /** `YYYY-MM-DD`. */
  expires: string
  label: string
  note: string
  token: string
  downloadAllowed: boolean
  hideDownload: boolean
  /** One a line. */
  emails: string
  sendMail: boolean
}

/** What a share is now, as a draft to change. */
export function draftOf(share: OutgoingShareView): Draft {
  const { rights, hasPassword, expires = '', label = '', note = '', token = '' } = share
  const { kind, with: receiver, downloadAllowed, hideDownload } = share
  // A list takes the place of the one receiver, who is to stay on it.
  const { emails = kind === 'mail' && receiver ? [receiver.id] : [] } = share
  return {
    rights,
    hasPassword,
    password: '',
    ends: expires !== '',
    expires,
    label,
    note,
    token,
    downloadAllowed,
    hideDownload,
    emails: emails.join('\n'),
    sendMail: false,
  }
}

/** What a new share has before the user changes anything: what the server demands or presets. */
export function newDraft(rule: KindRule, rights: Rights, today: string): Draft {
  const { preset, last } = expiryRange(rule, today)
  const { enforced } = rule.expiry
  return {
    rights,
    hasPassword: needsPassword(rule, rights),
    password: '',
    ends: enforced || preset !== undefined,
    expires: preset ?? (enforced ? (last ?? '') : ''),
    label: '',
    note: '',
    token: '',
    downloadAllowed: true,
    hideDownload: false,
    emails: '',
    sendMail: true,
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter(Boolean)

const sameRights = (a: Rights, b: Rights): boolean => rightNames.every((name) => a[name] === b[name])

/** Only what the user changed, of the fields that can be. Empty when there is nothing. */
export function changeOf(draft: Draft, share: OutgoingShareView): ShareChange {
  const before = draftOf(share)
  const expires = draft.ends ? draft.expires : ''
  const change: ShareChange = {
    ...(sameRights(draft.rights, share.rights) ? {} : { rights: draft.rights }),
    ...passwordChange(draft, share),
    ...(expires === before.expires ? {} : { expires: expires || null }),
    ...(draft.label === before.label ? {} : { label: draft.label }),
    ...(draft.note === before.note ? {} : { note: draft.note }),
    ...(draft.token === before.token ? {} : { token: draft.token }),
    ...(draft.downloadAllowed === before.downloadAllowed ? {} : { downloadAllowed: draft.downloadAllowed }),
    ...(draft.hideDownload === before.hideDownload ? {} : { hideDownload: draft.hideDownload }),
    ...(draft.emails === before.emails ? {} : { emails: linesOf(draft.emails) }),
  }
  const editable: string[] = share.editable
  return Object.fromEntries(Object.entries(change).filter(([field]) => editable.includes(field)))
}

function passwordChange({ hasPassword, password }: Draft, share: OutgoingShareView): ShareChange {
  if (hasPassword) return password === '' ? {} : { password }
  return share.hasPassword ? { password: null } : {}
}

interface About {
  path: string
  itemType: ItemType
  kind: ShareKind
  with?: string | undefined
  fileRequest?: boolean
}

/** The draft as a share to create, with what the server takes for that kind and nothing else. */
export function newShareOf(draft: Draft, rule: KindRule, about: About): NewShare {
  const { path, itemType, kind, with: receiver, fileRequest = false } = about
  // Where there is a list, it is the whole list.
  const more = linesOf(draft.emails)
  const emails = more.length > 0 && receiver ? [...new Set([receiver, ...more])] : more
  const given: ShareChange & Pick<NewShare, 'sendMail'> = {
    rights: draft.rights,
    ...(draft.hasPassword && draft.password ? { password: draft.password } : {}),
    ...expiryOf(draft, rule),
    ...(draft.label ? { label: draft.label } : {}),
    ...(draft.note ? { note: draft.note } : {}),
    ...(draft.token ? { token: draft.token } : {}),
    ...(draft.downloadAllowed ? {} : { downloadAllowed: false }),
    ...(draft.hideDownload ? { hideDownload: true } : {}),
    ...(emails.length > 0 ? { emails } : {}),
    ...(draft.sendMail ? { sendMail: true } : {}),
  }
  const taken: string[] = rule.create
  return {
    ...Object.fromEntries(Object.entries(given).filter(([field]) => taken.includes(field))),
    path,
    itemType,
    kind,
    ...(receiver === undefined ? {} : { with: receiver }),
    ...(fileRequest ? { fileRequest } : {}),
  }
}

/** None where the server has its own idea is said, for it would be added. */
function expiryOf({ ends, expires }: Draft, { expiry }: KindRule): Pick<ShareChange, 'expires'> {
  if (ends && expires) return { expires }
  return expiry.defaultDays === undefined || expiry.enforced ? {} : { expires: null }
}

/** What is wrong with one field, in words; by field. */
export type FieldErrors = Partial<Record<ShareField, string>>
