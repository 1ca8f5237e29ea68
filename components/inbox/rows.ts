import type { PendingShareView } from '../../lib/protocol.ts'

/**
 * A share whose Accept was pressed in this popup. It stops being pending at some point, but its row stays where it
 * stood: first to say that it is being accepted, then where it went.
 */
export interface HeldShare {
  share: PendingShareView
  index: number
  /** Once it is in the user's cloud. */
  openUrl?: string
}

export type Row = Omit<HeldShare, 'index'> & { key: string }

export const keyOf = ({ accountId, id }: Pick<PendingShareView, 'accountId' | 'id'>): string =>
  JSON.stringify([accountId, id])

/** The pending shares with the held ones in their old places: rows must not jump under the pointer. */
export function rowsOf(pending: PendingShareView[], held: HeldShare[]): Row[] {
  const elsewhere = new Set(held.map(({ share }) => keyOf(share)))
  const rows: Row[] = pending.map((share) => ({ key: keyOf(share), share })).filter(({ key }) => !elsewhere.has(key))
  for (const { share, index, ...opened } of held.toSorted((a, b) => a.index - b.index)) {
    rows.splice(index, 0, { key: keyOf(share), share: { ...share, answer: 'accepting' }, ...opened })
  }
  return rows
}
