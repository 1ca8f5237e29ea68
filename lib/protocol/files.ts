/** Messages about the account's own files, to pick one to share or a folder for a copy. Types only. */
import type { ItemType, Rights } from '../domain/outgoing-share.ts'
import type { Result } from '../domain/result.ts'

/** A folder of the account's Files. */
export interface FilesView {
  path: string
  /** Folders first, by name. */
  entries: FileView[]
  /** Bytes that still fit in; absent where there is no limit or none is known. */
  free?: number
}

export interface FileView {
  path: string
  name: string
  itemType: ItemType
  /** Bytes. */
  size?: number
  /** Milliseconds since the epoch. */
  changedAt?: number
  /** The account may share it on; rights it can give at most. */
  mayShare: boolean
  rights: Rights
  /** Somebody else's, shared with the account. */
  received: boolean
  /** The account shares it already. */
  shared: boolean
}

/** `superseded`: a newer search of the same id came. `unsupported`: look in the listed folder instead. */
export type Search<T> = Result<{ state: 'found'; found: T[] } | { state: 'superseded' | 'unsupported' }>

export interface FileCalls {
  'ui/files': { request: { accountId: string; path: string }; response: Result<FilesView> }
  /** By name, in all of the account's Files. `searchId`: one per search box; a newer search ends the older. */
  'ui/search-files': { request: { accountId: string; searchId: string; text: string }; response: Search<FileView> }
}
