import type { StorageTrouble } from '../domain/event-log.ts'

/** What is stored under one key, and how its shape has changed. */
export interface ItemOptions<T> {
  key: string
  fallback: T
  /** Whether a value has the shape the code relies on. */
  fits: (value: unknown) => boolean
  /** From each older shape to the next, oldest first: with none of them the version is 1. */
  migrations?: readonly ((value: unknown) => unknown)[]
  /** What the item can do without when the browser's room is used up. */
  trim?: (value: T) => T
  /** Not worth setting aside when it cannot be read, because a copy would only be a secret lying about. */
  secret?: boolean
}

/** What lies under the key: the value and the version of its shape, counted from 1. */
interface Stored {
  version: number
  value: unknown
}

export const versionOf = <T>({ migrations = [] }: ItemOptions<T>): number => migrations.length + 1

/**
 * The value of a stored item, migrated when older. What cannot be read counts as absent: `corrupt`, or `newer` when a
 * later Homeward wrote it.
 */
export function readItem<T>(stored: unknown, options: ItemOptions<T>): { value: T; trouble?: StorageTrouble } {
  const { fallback, fits, migrations = [] } = options
  if (stored === undefined) return { value: fallback }
  if (!isStored(stored)) return { value: fallback, trouble: 'corrupt' }
  if (stored.version > versionOf(options)) return { value: fallback, trouble: 'newer' }
  try {
    const value = migrations.slice(stored.version - 1).reduce((older, migrate) => migrate(older), stored.value)
    return fits(value) ? { value: value as T } : { value: fallback, trouble: 'corrupt' }
  } catch {
    return { value: fallback, trouble: 'corrupt' }
  }
}

const isStored = (stored: unknown): stored is Stored =>
  typeof stored === 'object' &&
  stored !== null &&
  Number.isInteger((stored as Stored).version) &&
  (stored as Stored).version >= 1

/** Where what could not be read is kept, for whoever has to find out why. */
export const asideKey = (key: string): string => `set-aside:${key}`
