/** Something the user has to be told, until it is dismissed. */
export type StoredNotice =
  /** A stored item could not be read and was set aside, or there was no room to write it. */
  | { id: string; kind: 'storage-unreadable' | 'storage-full'; item: string }
  /** The server had the account's data removed from this device. */
  | { id: string; kind: 'wiped'; host: string }
