/** A file or folder as WebDAV and the pages show it, wherever its bytes are. */

import type { Share } from '../store/shares.ts'

export interface Entry {
  /** Below the tree's root, with a leading slash; `/` is the root. */
  path: string
  kind: 'dir' | 'file'
  size: number
  /** Seconds since the epoch. */
  mtime: number
  etag: string
  mimetype: string
  id: number
  permissions: number
  isMounted: boolean
  isMountRoot: boolean
  ownerId: string
  ownerName: string
  /** Set on the root ownCloud makes for a link: what the link allows. */
  link?: Share
}

/** A tree of files: a user's, or what a link opens. Methods reject with a `DavError`. */
export interface DavTree {
  /** Encoded URL path of the root, without a trailing slash. */
  readonly href: string
  stat(path: string): Promise<Entry>
  list(path: string): Promise<Entry[]>
  read(path: string): Promise<Uint8Array>
  /** True when the file is new. */
  write(path: string, bytes: Uint8Array): Promise<boolean>
  makeFolder(path: string): Promise<void>
  remove(path: string): Promise<void>
  /** Renames within the tree. */
  move(from: string, to: string): Promise<void>
}

export class DavError extends Error {
  readonly status: number
  readonly exception: string

  constructor(status: number, exception: string, message = '') {
    super(message)
    this.status = status
    this.exception = exception
  }
}

/** Recorded: nextcloud-32.0.1/11-09. */
export const notFound = (path: string) =>
  new DavError(404, 'Sabre\\DAV\\Exception\\NotFound', `File with name /${path} could not be located`)

/** Recorded: nextcloud-32.0.1/04-64, owncloud-10.15.2/419. */
export const forbidden = () => new DavError(403, 'Sabre\\DAV\\Exception\\Forbidden')

export function nameOf(path: string): string {
  return path.split('/').pop() ?? ''
}

export function parentOf(path: string): string {
  return path.split('/').slice(0, -1).join('/') || '/'
}

export function joinPath(folder: string, name: string): string {
  return folder === '/' ? `/${name}` : `${folder}/${name}`
}
