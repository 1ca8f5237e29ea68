import type { MountedShareView, PendingShareView } from '../../lib/protocol.ts'

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

/** Those of several accepted shares that are in the user's cloud by now. */
export function arrived(begun: HeldShare[], pending: PendingShareView[], mounted: MountedShareView[]): HeldShare[] {
  if (begun.length === 0) return begun
  const waiting = new Set(pending.map(keyOf))
  const opened = new Map(mounted.map((share) => [keyOf(share), share.openUrl]))
  return begun.flatMap((held) => {
    const key = keyOf(held.share)
    const openUrl = opened.get(key)
    return openUrl === undefined || waiting.has(key) ? [] : { ...held, openUrl }
  })
}

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
