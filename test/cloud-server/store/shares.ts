/** Shares users of this cloud give to others. */

import { randomInt } from 'node:crypto'
import { isFolder, now } from './files.ts'
import type { FileNode, FileStore } from './files.ts'

/** Numbers as Nextcloud has them. */
export const shareType = { user: 0, group: 1, link: 3, mail: 4, remote: 6, team: 7, remoteGroup: 9, room: 10 } as const

export type ShareType = (typeof shareType)[keyof typeof shareType]

/** Whoever has the token gets in. */
export const hasAddress = (type: ShareType): boolean => type === shareType.link || type === shareType.mail

/** For somebody on another server. */
export const isFederated = (type: ShareType): boolean => type === shareType.remote || type === shareType.remoteGroup

/** Bits of a permission mask. */
export const can = { read: 1, update: 2, create: 4, delete: 8, share: 16, everything: 31 } as const

export interface Share {
  readonly id: number
  readonly type: ShareType
  readonly node: FileNode
  /** Whose file it is. */
  readonly owner: string
  /** Who shared it. */
  readonly by: string
  token: string
  readonly createdAt: number
  permissions: number
  password?: string | undefined
  /** YYYY-MM-DD */
  expireDate?: string | undefined
  /** The receiver: user, group, cloud id, mail address, team or room. */
  shareWith?: string | undefined
  label: string
  note: string
  hideDownload: boolean
  attributes: string | null
}

export type NewShare = Pick<Share, 'type' | 'node' | 'owner' | 'permissions'> & Partial<Omit<Share, 'id' | 'token'>>

export class ShareStore {
  #shares: Share[] = []
  #lastId = 0
  #files: FileStore

  constructor(files: FileStore) {
    this.#files = files
  }

  add(share: NewShare): Share {
    const defaults = { label: '', note: '', hideDownload: false, attributes: null, createdAt: now() }
    const added: Share = { ...defaults, by: share.owner, ...share, id: ++this.#lastId, token: randomToken(15) }
    this.#shares.push(added)
    return added
  }

  remove(share: Share): void {
    this.#shares = this.#shares.filter((other) => other !== share)
  }

  /** Shares that still exist: their file was not deleted and they have not expired. */
  live(): Share[] {
    return this.#shares.filter((share) => this.#files.isAttached(share.node) && !isExpired(share))
  }

  byId(id: string): Share | undefined {
    return this.live().find((share) => String(share.id) === id)
  }

  byToken(token: string): Share | undefined {
    return this.live().find((share) => share.token === token)
  }

  linkByToken(token: string): Share | undefined {
    const share = this.byToken(token)
    return share && hasAddress(share.type) ? share : undefined
  }
}

export function isUploadOnly(share: Share): boolean {
  return isFolder(share.node) && (share.permissions & can.read) === 0
}

function isExpired(share: Share): boolean {
  return share.expireDate !== undefined && share.expireDate <= new Date().toISOString().slice(0, 10)
}

const alphabet = 'abcdefghijkmnopqrstwxyzABCDEFGHJKLMNPQRSTWXYZ23456789'

export function randomToken(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
}
