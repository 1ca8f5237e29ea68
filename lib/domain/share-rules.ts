import { isUploadOnly, type NewShare, type Rights, type ShareField, type ShareKind } from './outgoing-share.ts'

/** Links of which kind must have a password (ownCloud tells them apart, Nextcloud says all or none). */
export interface PasswordNeed {
  readOnly: boolean
  readWrite: boolean
  uploadOnly: boolean
  readWriteDelete: boolean
}

export interface ExpiryRule {
  /** Days after which a share ends if nobody says otherwise. */
  defaultDays?: number
  /** There must be a date, at most `maxDays` from today. */
  enforced: boolean
  maxDays?: number
}

/** What the account's server lets one kind of share have. */
export interface KindRule {
  /** The fields it takes when a share is created, in the order to show them. */
  create: ShareField[]
  /** The fields that can be changed afterwards. */
  change: ShareField[]
  /** `asked`: the server's own dialog offers one. */
  password: 'none' | 'optional' | 'asked'
  passwordNeeded: PasswordNeed
  expiry: ExpiryRule
}

/** What the server of an account allows; from its capabilities, product and version. */
export interface ShareRules {
  /** A kind that is absent is not offered. `remote` first. */
  kinds: Partial<Record<ShareKind, KindRule>>
  /** Others' shares may be passed on. */
  resharing: boolean
  /** Folders behind a link may be written into. */
  publicUpload: boolean
  /** What a new share gives unless the user says otherwise. */
  defaultRights: Rights
  /** Fewest characters of a search for receivers. */
  searchFrom: number
  /** Fewest characters of a password, where the server says so. */
  passwordFrom?: number
}

/** Whether a share of this kind with these rights must have a password. */
export function needsPassword({ passwordNeeded }: KindRule, rights: Rights): boolean {
  if (isUploadOnly(rights)) return passwordNeeded.uploadOnly
  if (rights.delete) return passwordNeeded.readWriteDelete
  return rights.create || rights.update ? passwordNeeded.readWrite : passwordNeeded.readOnly
}

/**
 * What a refused share most likely was refused for, whatever language the server said it in: what breaks a rule, then what
 * servers look up. Undefined when nothing stands out.
 * @param today `YYYY-MM-DD`
 */
export function likelyField(share: NewShare, rules: ShareRules | undefined, today: string): ShareField | undefined {
  const rule = rules?.kinds[share.kind]
  const rights = share.rights ?? rules?.defaultRights
  const range = rule && expiryRange(rule, today)
  const { expires, password, fileRequest, label = '' } = share
  if (expires && (expires <= today || (range?.last && expires > range.last))) return 'expires'
  if (!password && rule && rights && needsPassword(rule, rights)) return 'password'
  if (label.length > longestLabel) return 'label'
  const puts = fileRequest || share.rights?.create || share.rights?.update
  if (share.kind === 'link' && puts && rules?.publicUpload === false) return 'rights'
  if (share.with !== undefined) return 'with'
  return password ? 'password' : undefined
}

/** Characters; recorded nextcloud-33.0.3/14-11-err-label-long. */
const longestLabel = 255

/** Days as `YYYY-MM-DD`. */
export interface ExpiryRange {
  first: string
  last?: string
  preset?: string
}

/**
 * The days a share may end on.
 * @param today `YYYY-MM-DD`, in the user's own time
 */
export function expiryRange({ expiry }: KindRule, today: string): ExpiryRange {
  const last = expiry.enforced && expiry.maxDays !== undefined ? addDays(today, expiry.maxDays) : undefined
  const preset = expiry.defaultDays === undefined ? undefined : addDays(today, expiry.defaultDays)
  return { first: addDays(today, 1), ...(last ? { last } : {}), ...(preset ? { preset } : {}) }
}

/** @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
