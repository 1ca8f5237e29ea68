import type { Product } from './account.ts'
import type { Failure } from './failure.ts'

/**
 * Whom an outgoing share is for, by the share types of the OCS Share API. The names are ours, the numbers Nextcloud's
 * (nextcloud/server lib/public/Share/IShare.php); ownCloud has no teams, its 7 is a federated group
 * (owncloud/core lib/private/Share/Constants.php).
 */
export const shareTypes = {
  remote: '6',
  'remote-group': '9',
  link: '3',
  user: '0',
  group: '1',
  mail: '4',
  team: '7',
  talk: '10',
} as const

export type ShareKind = keyof typeof shareTypes

export const shareKinds = Object.keys(shareTypes) as ShareKind[]

/** Null for a type that is none of ours: Deck cards, ScienceMesh, guests. */
export function kindOfType(type: string, product: Product): ShareKind | null {
  if (product === 'owncloud' && type === '7') return 'remote-group'
  return shareKinds.find((kind) => shareTypes[kind] === type) ?? null
}

/** What to write for a kind of share in a request. */
export const typeOfKind = (kind: ShareKind, product: Product): string =>
  product === 'owncloud' && kind === 'remote-group' ? '7' : shareTypes[kind]

export type ItemType = 'file' | 'folder'

/** What the receiver may do. */
export interface Rights {
  read: boolean
  update: boolean
  create: boolean
  delete: boolean
  share: boolean
}

export type Right = keyof Rights

/** The bits of `permissions` in the OCS Share API. */
const bits: Record<Right, number> = { read: 1, update: 2, create: 4, delete: 8, share: 16 }

export const rightNames = Object.keys(bits) as Right[]

export const rightsOf = (permissions: number): Rights =>
  Object.fromEntries(rightNames.map((right) => [right, (permissions & bits[right]) !== 0])) as unknown as Rights

export const permissionsOf = (rights: Rights): number =>
  rightNames.reduce((sum, right) => sum + (rights[right] ? bits[right] : 0), 0)

/** A single file has nothing to create in it, and deleting it is its owner's (recorded nextcloud-32.0.1/02-02). */
export const rightsFor = (itemType: ItemType, rights: Rights): Rights =>
  itemType === 'file' ? { ...rights, create: false, delete: false } : rights

/** Only putting in: who has the link sees nothing of what is there. */
export const isUploadOnly = ({ read, create }: Rights): boolean => create && !read

/** The parts of a share that can be given, changed, or be what a server refuses. */
export type ShareField =
  | 'path'
  | 'kind'
  | 'with'
  | 'rights'
  | 'password'
  | 'expires'
  | 'label'
  | 'note'
  | 'token'
  | 'downloadAllowed'
  | 'hideDownload'
  | 'fileRequest'
  | 'emails'
  | 'sendMail'

/** A result that says, where it is known, which field the failure is about. */
export type FieldResult<T> = { ok: true; value: T } | { ok: false; failure: Failure; field?: ShareField }

/** One of a share's further properties, as the server has it: `[{"scope":"permissions","key":"download","value":false}]`. */
export interface ShareAttribute {
  scope: string
  key: string
  value: unknown
}

/** A share the account gives to others, as the server describes it. Names of receivers come from strangers. */
export interface OutgoingShare {
  /** Opaque. Never convert it. */
  id: string
  kind: ShareKind
  /** In the account's Files. */
  path: string
  itemType: ItemType
  /** The receiver; absent for a link. */
  with?: { id: string; label: string }
  /** Of a link or a mail share: its address at the home. */
  url?: string
  token?: string
  rights: Rights
  /** `YYYY-MM-DD`. */
  expires?: string
  hasPassword: boolean
  label?: string
  note?: string
  hideDownload: boolean
  /** All of them, also those that are none of ours: a change replaces the whole list. */
  attributes: ShareAttribute[]
  /** Milliseconds since the epoch. */
  createdAt?: number
  /** The user who shared it: not always the account, others may share its files on. */
  by: { id: string; label: string }
  /** The home's administrator trusts the federated receiver's server. */
  trusted: boolean
  mayEdit: boolean
  mayDelete: boolean
}

/** Whether files can be downloaded, not just looked at (Nextcloud). */
export const allowsDownload = ({ attributes }: Pick<OutgoingShare, 'attributes'>): boolean =>
  attributeOf(attributes, 'permissions', 'download') !== false

/** Whether it asks for files: marked so (Nextcloud 30), or what is there stays hidden. */
export const asksForFiles = ({ attributes, rights }: Pick<OutgoingShare, 'attributes' | 'rights'>): boolean =>
  attributeOf(attributes, 'fileRequest', 'enabled') === true || isUploadOnly(rights)

/** Receivers of a mail share that is a list. */
export function emailsOf({ attributes }: Pick<OutgoingShare, 'attributes'>): string[] {
  const emails = attributeOf(attributes, 'shareWith', 'emails')
  return Array.isArray(emails) ? emails.filter((email) => typeof email === 'string') : []
}

const attributeOf = (attributes: ShareAttribute[], scope: string, key: string): unknown =>
  attributes.find((attribute) => attribute.scope === scope && attribute.key === key)?.value

/** A change of a share: what is absent stays. Empty texts and null take away. */
export interface ShareChange {
  rights?: Rights
  /** Null takes the password off. */
  password?: string | null
  /** `YYYY-MM-DD`, the last day on which it works; null: for ever. */
  expires?: string | null
  label?: string
  note?: string
  /** The last part of a link's address. */
  token?: string
  /** Off: files can only be looked at (Nextcloud). */
  downloadAllowed?: boolean
  /** A link's page shows no download button (Nextcloud). */
  hideDownload?: boolean
  /** Receivers of a mail share that is a list (Nextcloud 31). */
  emails?: string[]
}

/** A share to be created. `path` as in the account's Files: `/Photos/a.jpg`. */
export interface NewShare extends ShareChange {
  path: string
  itemType: ItemType
  kind: ShareKind
  /** What the server calls the receiver: user id, group id, cloud id, mail address, team id; nothing for a link. */
  with?: string
  /** Asks for files; what is there stays hidden. */
  fileRequest?: boolean
  /** The server writes a mail to the receiver. */
  sendMail?: boolean
}
