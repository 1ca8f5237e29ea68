/** Shares users of this cloud give to others: public links (type 3) and federated shares (type 6). */

import { randomInt } from 'node:crypto'
import { isFolder, now } from './files.ts'
import type { FileNode, FileStore } from './files.ts'

export const shareType = { user: 0, link: 3, remote: 6 } as const

/** Bits of a permission mask. */
export const can = { read: 1, update: 2, create: 4, delete: 8, share: 16, everything: 31 } as const

export interface Share {
  readonly id: number
  readonly type: 3 | 6
  readonly node: FileNode
  readonly owner: string
  readonly token: string
  readonly createdAt: number
  permissions: number
  password?: string | undefined
  /** YYYY-MM-DD */
  expireDate?: string | undefined
  /** Cloud id of the receiver of a federated share. */
  shareWith?: string
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
    const added: Share = { ...defaults, ...share, id: ++this.#lastId, token: randomToken(15) }
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
    return share?.type === shareType.link ? share : undefined
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
