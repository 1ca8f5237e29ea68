/**
 * Whom an outgoing share is for, by the share types of the OCS Share API. The names are ours, the numbers the servers'
 * (nextcloud/server lib/public/Share/IShare.php, owncloud/core lib/private/Share/Constants.php).
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
export const kindOfType = (type: string): ShareKind | null =>
  shareKinds.find((kind) => shareTypes[kind] === type) ?? null

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
